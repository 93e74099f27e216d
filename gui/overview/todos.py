"""What to do next, each with how many and a step that leads there."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import missing_inputs
from models.vocabulary import ItemKey
from resources import word
from services.checklist import ItemRow
from services.finding_rows import finding_label
from services.outlook import FigureRow, Outlook
from services.quality import Flaw, FlawRow

_PAIR = 2
_tr = partial(QCoreApplication.translate, "Todo")


class Step(StrEnum):
    """Where a step leads."""

    FILL = "fill"
    PROVE = "prove"
    READ = "read"
    REVIEW = "review"
    MEND = "mend"
    CHECK = "check"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Todo:
    """So many things to do; `item` is the first of them where the step leads to one."""

    step: Step
    count: int
    what: str
    which: str
    act: str
    item: ItemKey | None = None


_ASKED_APART = frozenset([Flaw.UNANSWERED, Flaw.TO_REVIEW, Flaw.OVERDUE, Flaw.UNREAD, Flaw.BARE])


def todos_of(ahead: Outlook, found: Sequence[FlawRow], items: Mapping[ItemKey, ItemRow]) -> tuple[Todo, ...]:
    """List what is left to do in the order in which to do it: answers, then proof, then the check, then the report."""
    steps = (_fill(ahead), _review(ahead), _mend(found), _prove(found, items), _read(ahead), _check(found))
    left = tuple(todo for todo in steps if todo.count)
    return (*left, _report(is_done=not left))


def _fill(ahead: Outlook) -> Todo:
    return Todo(Step.FILL, len(ahead.unanswered), _tr("条还没填"), _places(ahead.unanswered), _tr("去填"))


def _mend(found: Iterable[FlawRow]) -> Todo:
    late = [row for row in found if row.flaw is Flaw.OVERDUE]
    labels = "、".join(finding_label(row.finding) for row in late if row.finding is not None)
    return Todo(Step.MEND, len(late), _tr("项整改过期"), labels, _tr("去整改"))


def _prove(found: Iterable[FlawRow], items: Mapping[ItemKey, ItemRow]) -> Todo:
    bare = [items[row.item] for row in found if row.flaw is Flaw.BARE and row.item is not None]
    which = "、".join(_departments(bare))
    return Todo(Step.PROVE, len(bare), _tr("条说已落实，没有佐证"), which, _tr("补佐证"))


def _check(found: Iterable[FlawRow]) -> Todo:
    counted = Counter(row.flaw for row in found if row.flaw not in _ASKED_APART)
    which = "、".join(f"{word(flaw)}\u00a0{count}" for flaw, count in counted.items())
    return Todo(Step.CHECK, counted.total(), _tr("处交前要看一眼"), which, _tr("去质检"))


def _read(ahead: Outlook) -> Todo:
    first = ahead.unread[0].item.key if ahead.unread else None
    which = "、".join(_inputs(ahead.unread))
    return Todo(Step.READ, len(ahead.unread), _tr("项指标缺实际值"), which, _tr("补数据"), first)


def _review(ahead: Outlook) -> Todo:
    return Todo(Step.REVIEW, len(ahead.to_review), _tr("条需复核"), _places(ahead.to_review), _tr("去复核"))


def _report(*, is_done: bool) -> Todo:
    which = _tr("各项都齐了，可以打印") if is_done else _tr("填齐以上各项再打印")
    return Todo(Step.REPORT, 1, _tr("份自评报告"), which, _tr("看报告"))


def _places(items: Iterable[ItemRow]) -> str:
    """Say in which clauses items stand: 目标1、目标2、第 1—14 条."""
    clauses = list(dict.fromkeys(item.label.rpartition("-")[0] for item in items))
    named = [clause for clause in clauses if not clause.isdigit()]
    numbered = "、".join(_runs(clause for clause in clauses if clause.isdigit()))
    return "、".join([*named, *([_tr("第 {clauses} 条").format(clauses=numbered)] if numbered else [])])


def _runs(clauses: Iterable[str]) -> list[str]:
    """Draw three and more clauses in a row together: 1—14."""
    runs: list[list[str]] = []
    for clause in clauses:
        if runs and _follows(runs[-1][-1], clause):
            runs[-1].append(clause)
        else:
            runs.append([clause])
    return [text for run in runs for text in ([f"{run[0]}—{run[-1]}"] if len(run) > _PAIR else run)]


def _follows(before: str, after: str) -> bool:
    return before.isdigit() and after.isdigit() and int(after) == int(before) + 1


def _departments(items: Iterable[ItemRow]) -> Iterable[str]:
    counted = Counter(item.answer.department or _tr("未定科室") for item in items)
    return (
        _tr("{department}\u00a0{count}\u00a0条").format(department=name, count=count)
        for name, count in counted.most_common()
    )


def _inputs(rows: Iterable[FigureRow]) -> Iterable[str]:
    return dict.fromkeys(name for row in rows for name in missing_inputs(row.figure) or (row.figure.indicator.name,))
