"""The papers as the left column offers them: in groups, each with what it is for."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from reports.orders import Kind
from reports.printing import skins_of

_tr = partial(QCoreApplication.translate, "reporting")

FACING_THE_RECORD = frozenset(Kind) - {Kind.POLICY, Kind.COMPARISON}
"""Papers that print what the school answered, so that what is still open is said beside them."""


def groups() -> tuple[tuple[str, tuple[Kind, ...]], ...]:
    """Give the papers that can be had, under the words of their groups."""
    listed = (
        (_tr("上报"), (Kind.SELF_ASSESSMENT, Kind.ONE_PAGE)),
        (_tr("核查"), (Kind.ON_SITE_FORM,)),
        (_tr("办事"), (Kind.LEDGER, Kind.EVIDENCE, Kind.TASK_SHEETS)),
        (_tr("查阅"), (Kind.POLICY, Kind.COMPARISON)),
    )
    had = ((name, tuple(kind for kind in kinds if skins_of(kind))) for name, kinds in listed)
    return tuple((name, kinds) for name, kinds in had if kinds)


def purpose(kind: Kind) -> str:
    """Say in a few words what a paper is for."""
    return {
        Kind.SELF_ASSESSMENT: _tr("交教育局"),
        Kind.ONE_PAGE: _tr("给校长看"),
        Kind.ON_SITE_FORM: _tr("到现场逐条填"),
        Kind.LEDGER: _tr("逐项整改销号"),
        Kind.EVIDENCE: _tr("按编号找材料"),
        Kind.TASK_SHEETS: _tr("每科室一份"),
        Kind.POLICY: _tr("政策通读一遍"),
        Kind.COMPARISON: _tr("各地怎么要求"),
    }[kind]
