"""What the list shows: pure rules over rows, and the text each row is searched by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from gui.checklist.list_model import Group, Listing
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.pressing import is_overdue, lacks_evidence, missed_figures, needs_review
from gui.checklist.searched_rows import SearchedRows
from models.vocabulary import Status
from services.checklist import Checklist, ItemRow, MeasureRow
from services.hits import words_of

Test = Callable[[ItemRow], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of a row; every part must hold, an empty part asks nothing."""

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    department: str | None = None
    person: str | None = None
    theme: str = ""
    section: str = ""
    lacks_evidence: bool = False
    is_missed: bool = False
    is_overdue: bool = False
    needs_review: bool = False
    has_finding: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether it asks anything at all."""
        return self == Filter()

    def but(self, name: str, value: object) -> "Filter":
        """Ask something else in one part."""
        changed: dict[str, Any] = {name: value}
        return replace(self, **changed)

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words that must all be there."""
        return words_of(self.text)

    @property
    def parts(self) -> int:
        """Count what is asked beside words."""
        return sum(getattr(self, part.name) != part.default for part in fields(self) if part.name != "text")


class RowFinder:
    """Picks rows by a filter, over everything that each of them says, written down once."""

    def __init__(self, opened: OpenChecklist, today: Callable[[], date] = date.today) -> None:
        self._opened, self._today = opened, today
        self._index = SearchedRows(opened)
        self._whole: dict[bool, tuple[Checklist, Listing]] = {}

    def find(self, wanted: Filter, *, only_mine: bool) -> Listing:
        """Give each measure that has rows holding to the filter with those rows, in order."""
        if wanted.is_empty:
            return self._everything(only_mine=only_mine)
        self._index.catch_up()
        places = self._index.having(wanted.words, only_mine=only_mine)
        rows = self._index.rows
        for test in tests_of(wanted, self._opened, self._today()):
            places = [place for place in places if test(rows[place])]
        return Listing.of(self._index.grouped(places, wanted.section))

    def forget(self) -> None:
        """Read anew what everything says."""
        self._index = SearchedRows(self._opened)

    def _everything(self, *, only_mine: bool) -> Listing:
        """Give everything there is, made once for as long as nothing changes."""
        known = self._whole.get(only_mine)
        if known is None or known[0] is not self._opened.checklist:
            checklist = self._opened.checklist
            groups = (Group(measure, rows) for measure in checklist.measures() if (rows := _shown(measure, only_mine)))
            known = self._whole[only_mine] = (checklist, Listing.of(groups))
        return known[1]


def _shown(measure: MeasureRow, only_mine: bool) -> tuple[ItemRow, ...]:
    return tuple(row for row in measure.items if row.is_binding) if only_mine else measure.items


def tests_of(wanted: Filter, opened: OpenChecklist, today: date) -> tuple[Test, ...]:
    """Give what every row must hold to besides the words."""
    asked: Mapping[Test, bool] = {
        lambda row: row.answer.status in wanted.statuses and row.is_binding: bool(wanted.statuses),
        lambda row: row.answer.department == wanted.department: wanted.department is not None,
        lambda row: row.answer.person == wanted.person: wanted.person is not None,
        lambda row: row.item.theme == wanted.theme: bool(wanted.theme),
        lacks_evidence: wanted.lacks_evidence,
        lambda row: bool(missed_figures(row)): wanted.is_missed,
        lambda row: is_overdue(row, today): wanted.is_overdue,
        needs_review: wanted.needs_review,
        lambda row: bool(opened.findings_of(row.key)): wanted.has_finding,
    }
    return tuple(test for test, is_asked in asked.items() if is_asked)


def departments_of(checklist: Checklist) -> tuple[str, ...]:
    """Name the departments written down so far, in the order they first appear."""
    return tuple(dict.fromkeys(row.answer.department for row in checklist.items() if row.answer.department))


def persons_of(checklist: Checklist) -> tuple[str, ...]:
    """Name the persons written down so far, in the order they first appear."""
    return tuple(dict.fromkeys(row.answer.person for row in checklist.items() if row.answer.person))


def themes_of(checklist: Checklist) -> tuple[str, ...]:
    """Name the themes of the items that bind the school, in the order they first appear."""
    return tuple(dict.fromkeys(row.item.theme for row in checklist.items() if row.item.theme and row.is_binding))
