"""What the list shows: pure rules over rows, and the text each row is searched by."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gui.checklist.pressing import lacks_evidence, missed_figures, needs_review
from models.vocabulary import ItemKey, Status
from services.checklist import Checklist, ItemRow, MeasureRow
from services.initials import initials

_LEAST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of a row; every part must hold, an empty part asks nothing."""

    text: str = ""
    status: Status | None = None
    department: str | None = None
    lacks_evidence: bool = False
    is_missed: bool = False
    needs_review: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether it asks anything at all."""
        return self == Filter()


class RowFinder:
    """Picks rows by a filter; remembers what each row is searched by for as long as the row stays the same."""

    def __init__(self) -> None:
        self._texts: dict[ItemKey, tuple[ItemRow, str, str]] = {}

    def find(self, measure: MeasureRow, rows: Iterable[ItemRow], wanted: Filter) -> tuple[ItemRow, ...]:
        """Give the rows of a measure that hold to the filter, in order."""
        words = _folded(wanted.text).split()
        return tuple(row for row in rows if _holds(row, wanted) and self._says(measure, row, words))

    def _says(self, measure: MeasureRow, row: ItemRow, words: list[str]) -> bool:
        if not words:
            return True
        text, letters = self._searched(measure, row)
        return all(one in text or (_may_be_initials(one) and one in letters) for one in words)

    def _searched(self, measure: MeasureRow, row: ItemRow) -> tuple[str, str]:
        known = self._texts.get(row.key)
        if known is None or known[0] is not row:
            text = _folded("\n".join(_spoken(measure, row)))
            known = self._texts[row.key] = (row, text, initials(text))
        return known[1], known[2]


def shown_measures(checklist: Checklist, *, only_mine: bool) -> Iterator[tuple[MeasureRow, tuple[ItemRow, ...]]]:
    """Give each measure with the items to be seen: the school's own, or all of them."""
    for measure in checklist.measures():
        rows = tuple(row for row in measure.items if row.is_binding or not only_mine)
        if rows:
            yield measure, rows


def departments_of(checklist: Checklist) -> tuple[str, ...]:
    """Name the departments written down so far, in the order they first appear."""
    return tuple(dict.fromkeys(row.answer.department for row in checklist.items() if row.answer.department))


def persons_of(checklist: Checklist) -> tuple[str, ...]:
    """Name the persons written down so far, in the order they first appear."""
    return tuple(dict.fromkeys(row.answer.person for row in checklist.items() if row.answer.person))


def _holds(row: ItemRow, wanted: Filter) -> bool:
    if wanted.status is not None and not (row.is_binding and row.status is wanted.status):
        return False
    if wanted.department is not None and row.answer.department != wanted.department:
        return False
    if wanted.lacks_evidence and not lacks_evidence(row):
        return False
    if wanted.needs_review and not needs_review(row):
        return False
    return not wanted.is_missed or bool(missed_figures(row))


def _spoken(measure: MeasureRow, row: ItemRow) -> Iterator[str]:
    answer = row.answer
    yield from (row.key, row.label, measure.heading, row.item.text)
    yield from (answer.note, answer.missing, answer.reason, answer.department, answer.person)
    yield from (f"{evidence.number} {evidence.name}" for evidence in row.evidence)
    yield from (figure.indicator.name for figure in row.indicators)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _may_be_initials(word: str) -> bool:
    return len(word) >= _LEAST_INITIALS and word.isascii() and word.isalpha()
