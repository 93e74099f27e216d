"""What to do next, each with how many and a step that leads there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import missing_inputs
from models.vocabulary import ItemKey
from services.checklist import ItemRow
from services.outlook import FigureRow, Outlook

_PAIR = 2
_tr = partial(QCoreApplication.translate, "Todo")


class Step(StrEnum):
    """Where a step leads."""

    FILL = "fill"
    PROVE = "prove"
    READ = "read"
    REVIEW = "review"
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


def todos_of(ahead: Outlook) -> tuple[Todo, ...]:
    """List what is left to do, the report last."""
    left = tuple(todo for todo in (_fill(ahead), _prove(ahead), _read(ahead), _review(ahead)) if todo.count)
    return (*left, _report(is_done=not left))


def _fill(ahead: Outlook) -> Todo:
    return Todo(Step.FILL, len(ahead.unanswered), _tr("条还没填"), _places(ahead.unanswered), _tr("去填"))


def _prove(ahead: Outlook) -> Todo:
    which = "、".join(_departments(ahead.without_evidence))
    return Todo(Step.PROVE, len(ahead.without_evidence), _tr("条说落实了，没有佐证"), which, _tr("补佐证"))


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
