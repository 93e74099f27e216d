"""What to do next, each with how many and a step that leads there."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import missing_inputs
from models.vocabulary import IndicatorKey, ItemKey
from resources import word
from services.checklist import ItemRow
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
    """So many things to do; `item` and `figure` are the first of them where the step leads to one."""

    step: Step
    count: int
    what: str
    which: str
    act: str
    item: ItemKey | None = None
    figure: IndicatorKey | None = None


_ASKED_APART = frozenset([Flaw.UNANSWERED, Flaw.TO_REVIEW, Flaw.OVERDUE, Flaw.UNREAD, Flaw.BARE])


def todos_of(ahead: Outlook, found: Sequence[FlawRow], items: Mapping[ItemKey, ItemRow]) -> tuple[Todo, ...]:
    """List what is left to do in the order in which to do it: answers, then proof, then the check; else the report.

    The way to the report stands below them all the time, so it is a step only where nothing else is left.
    """
    apart = (_fill(ahead), _review(ahead), _mend(found), _prove(found, items), _read(ahead))
    left = tuple(todo for todo in (*apart, _check(found)) if todo.count)
    return left or (_report(),)


def _fill(ahead: Outlook) -> Todo:
    return Todo(Step.FILL, len(ahead.unanswered), _tr("条还没填"), _places(ahead.unanswered), _tr("去填"))


def _mend(found: Iterable[FlawRow]) -> Todo:
    late = [row for row in found if row.flaw is Flaw.OVERDUE]
    numbers = "、".join(str(row.finding) for row in late if row.finding is not None)
    which = _tr("序号 {numbers}").format(numbers=numbers) if numbers else ""
    return Todo(Step.MEND, len(late), _tr("项整改过期"), which, _tr("去整改"))


def _prove(found: Iterable[FlawRow], items: Mapping[ItemKey, ItemRow]) -> Todo:
    bare = [items[row.item] for row in found if row.flaw is Flaw.BARE and row.item is not None]
    which = "、".join(_departments(bare))
    return Todo(Step.PROVE, len(bare), _tr("条说已落实，没有佐证"), which, _tr("补佐证"))


def _check(found: Sequence[FlawRow]) -> Todo:
    """Count all that the check lists, as it does itself; name what no step above asks for. Nothing else, no step."""
    others = Counter(row.flaw for row in found if row.flaw not in _ASKED_APART)
    above = len(found) - others.total()
    kinds = "、".join(f"{word(flaw)}\u00a0{count}" for flaw, count in others.items())
    which = _tr("上面的 {count} 处，还有{kinds}").format(count=above, kinds=kinds) if above else kinds
    return Todo(Step.CHECK, len(found) if others else 0, _tr("处交前要看一眼"), which, _tr("去质检"))


def _read(ahead: Outlook) -> Todo:
    first = ahead.unread[0] if ahead.unread else None
    place = (first.item.key, first.figure.indicator.key) if first else ()
    which = "、".join(_inputs(ahead.unread))
    return Todo(Step.READ, len(ahead.unread), _tr("项指标缺实际值"), which, _tr("补数据"), *place)


def _review(ahead: Outlook) -> Todo:
    return Todo(Step.REVIEW, len(ahead.to_review), _tr("条需复核"), _places(ahead.to_review), _tr("去复核"))


def _report() -> Todo:
    return Todo(Step.REPORT, 1, _tr("份自评报告"), _tr("各项都齐了，可以打印"), _tr("去打印"))


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
