"""Many answers changed alike: what would change is told before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from models.vocabulary import ItemKey, Status
from services.checklist import Answer, ItemRow
from services.texts import checked
from services.trail.changes import AnswerPart

DUE_STATUSES = (Status.PARTLY_MET, Status.NOT_MET)
"""The answers that leave something to be done by a day."""


class Refusal(StrEnum):
    """Why an item cannot be changed as the others are."""

    NOT_ASKED = "not_asked"
    REASON_MISSING = "reason_missing"
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True)
class BulkWish:
    """What is to be said alike of many items; what is None or empty stays as each item has it."""

    status: Status | None = None
    reason: str = ""
    department: str = ""
    person: str = ""
    due: date | None = None
    is_reviewed: bool = False


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a wish would do: the parts of one step, the items that are so already, and those refused."""

    parts: tuple[AnswerPart, ...] = ()
    same: tuple[ItemKey, ...] = ()
    refused: Mapping[ItemKey, Refusal] = field(default_factory=dict)


def plan(rows: Iterable[ItemRow], wish: BulkWish) -> BulkPlan:
    """Work out what a wish does to each item, by the rules of single edits; raises TextTooLongError."""
    parts: list[AnswerPart] = []
    same: list[ItemKey] = []
    refused: dict[ItemKey, Refusal] = {}
    for row in rows:
        after = _after(row, wish)
        if isinstance(after, Refusal):
            refused[row.key] = after
        elif after == row.answer:
            same.append(row.key)
        else:
            parts.append(AnswerPart(row.key, row.answer, after))
    return BulkPlan(tuple(parts), tuple(same), refused)


def _after(row: ItemRow, wish: BulkWish) -> Answer | Refusal:
    if not row.is_binding:
        return Refusal.NOT_ASKED
    status = wish.status or row.status
    answer = replace(
        row.answer.with_status(status, checked(wish.reason.strip()) if status is Status.NOT_APPLICABLE else ""),
        department=checked(wish.department.strip()) or row.answer.department,
        person=checked(wish.person.strip()) or row.answer.person,
        due=wish.due if wish.due and status in DUE_STATUSES else row.answer.due,
        # who only divides the work has not looked at the items
        needs_review=row.needs_review and wish.status is None and not wish.is_reviewed,
    )
    if status is Status.NOT_APPLICABLE and not answer.reason.strip():
        return Refusal.REASON_MISSING
    asks_for_a_day_alone = wish == BulkWish(due=wish.due) and wish.due is not None
    return Refusal.NOTHING_LEFT if asks_for_a_day_alone and status not in DUE_STATUSES else answer
