"""What is said of several items chosen at once, and of what a change of all of them would do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from gui.widgets.day_words import day_words
from models.vocabulary import ItemKey, Status
from resources import word
from services.bulk import BulkPlan, Refusal
from services.checklist import ItemRow
from services.scoring import ORDER
from services.trail.changes import AnswerPart

_tr = partial(QCoreApplication.translate, "checklist")
_MOST = 60


@dataclass(frozen=True, slots=True)
class BulkShown:
    """The items chosen, and what the fields of the form can offer."""

    title: str
    labels: str
    departments: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    has_review: bool = False


def chosen_words(rows: Sequence[ItemRow], departments: tuple[str, ...], persons: tuple[str, ...]) -> BulkShown:
    """Say which items are chosen, and how they stand."""
    counts = {status: sum(row.is_binding and row.status is status for row in rows) for status in ORDER}
    standing = "，".join(f"{word(status)} {count}" for status, count in counts.items() if count)
    labels = _tr("{standing}。{labels}").format(standing=standing, labels=_labels(row.key for row in rows))
    title = _tr("选了 {count} 条，一起改").format(count=len(rows))
    return BulkShown(title, labels, departments, persons, any(row.needs_review and row.is_binding for row in rows))


def plan_words(plan: BulkPlan) -> tuple[str, ...]:
    """Say what would change, what is so already, and what cannot be changed and why."""
    lines = [_tr("会改 {count} 条").format(count=len(plan.parts))]
    lines += [_labels(part.item for part in plan.parts) + _turns(plan.parts)] if plan.parts else []
    if plan.same:
        said = _tr("已经是这样 {count} 条：{labels}")
        lines.append(said.format(count=len(plan.same), labels=_labels(plan.same)))
    for refusal, keys in _refused(plan).items():
        said = _tr("改不了 {count} 条，{why}：{labels}")
        lines.append(said.format(count=len(keys), why=_why(refusal), labels=_labels(keys)))
    return tuple(lines)


def act_words(plan: BulkPlan) -> str:
    """Say what the button does."""
    return _tr("改这 {count} 条").format(count=len(plan.parts)) if plan.parts else _tr("一起改")


def done_words(count: int) -> str:
    """Say what was done."""
    return _tr("{count} 条一起改了").format(count=count)


def _refused(plan: BulkPlan) -> dict[Refusal, list[ItemKey]]:
    return {
        refusal: keys for refusal in Refusal if (keys := [key for key, why in plan.refused.items() if why is refusal])
    }


def _why(refusal: Refusal) -> str:
    return {
        Refusal.NOT_ASKED: _tr("本校不用填"),
        Refusal.REASON_MISSING: _tr("不适用要写明理由"),
        Refusal.NOTHING_LEFT: _tr("只有部分落实、未落实的才写何时补齐"),
    }[refusal]


def _turns(parts: Iterable[AnswerPart]) -> str:
    """Tell from which statuses to which the items would go, and the day where one is set."""
    turned: dict[tuple[Status, Status], int] = {}
    for part in parts:
        if part.before.status is not part.after.status:
            turn = (part.before.status, part.after.status)
            turned[turn] = turned.get(turn, 0) + 1
    said = [f"{word(old)} → {word(new)} {count} 条" for (old, new), count in turned.items()]
    days = {part.after.due for part in parts if part.after.due and part.after.due != part.before.due}
    said += [_tr("补齐日期 {day}").format(day=day_words(day, day)) for day in days]
    return f"（{'，'.join(said)}）" if said else ""


def _labels(keys: Iterable[ItemKey]) -> str:
    labels = [label_of(key) for key in keys]
    rest = _tr("等 {count} 条").format(count=len(labels)) if len(labels) > _MOST else ""
    return "、".join(labels[:_MOST]) + rest
