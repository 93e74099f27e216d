"""What a school should do next: what is missing, overdue or short, found in its checklist."""

from dataclasses import dataclass
from datetime import date

from checklists.deadlines import last_day
from models.vocabulary import Judgement, Status
from services.checklist import Checklist, IndicatorRow, ItemRow
from services.judging import Doubt

_OPEN = (Status.UNANSWERED, Status.PARTLY_MET, Status.NOT_MET)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """An indicator with the item it belongs to."""

    item: ItemRow
    figure: IndicatorRow


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """An item that should have been carried out by `due`; `is_own` tells the school's own date from the policy's."""

    item: ItemRow
    due: date
    is_own: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is left to do, each in the order of the document; overdue ones longest overdue first."""

    unanswered: tuple[ItemRow, ...]
    to_review: tuple[ItemRow, ...]
    unread: tuple[FigureRow, ...]
    figures: tuple[FigureRow, ...]
    overdue: tuple[OverdueRow, ...]

    def judged(self, judgement: Judgement) -> tuple[FigureRow, ...]:
        """Give the figures with this judgement."""
        return tuple(row for row in self.figures if row.figure.judgement is judgement)


def outlook(checklist: Checklist, today: date) -> Outlook:
    """Look through the items that bind the school as of `today`."""
    items = tuple(checklist.binding_items())
    figures = tuple(FigureRow(item, figure) for item in items for figure in item.indicators if _is_ours(item, figure))
    return Outlook(
        unanswered=tuple(item for item in items if item.status is Status.UNANSWERED),
        to_review=tuple(item for item in items if item.needs_review),
        unread=tuple(row for row in figures if row.figure.verdict.doubt in (Doubt.NO_READING, Doubt.ZERO_WHOLE)),
        figures=figures,
        overdue=tuple(sorted(_overdue(items, today), key=lambda row: row.due)),
    )


def _is_ours(item: ItemRow, figure: IndicatorRow) -> bool:
    if item.status is Status.NOT_APPLICABLE:
        return False
    return figure.verdict.doubt not in (Doubt.NO_TARGET, Doubt.CONTRIBUTES)


def _overdue(items: tuple[ItemRow, ...], today: date) -> list[OverdueRow]:
    rows = []
    for item in items:
        due = _due(item)
        if due is not None and item.status in _OPEN and due < today:
            rows.append(OverdueRow(item, due, is_own=item.answer.due is not None))
    return rows


def _due(item: ItemRow) -> date | None:
    # the school's own date goes before the policy's: it is the newer promise
    return item.answer.due or last_day(item.item.deadline)
