"""What the list shows: pure rules over rows, and the text each row is searched by."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from gui.checklist.found import searched
from gui.checklist.list_model import Group
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.pressing import is_overdue, lacks_evidence, missed_figures, needs_review
from models.vocabulary import Binding, Status
from services.checklist import Checklist, ItemRow, MeasureRow
from services.hits import folded, may_be_initials, words_of
from services.initials import initials

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


class _Page:
    """A measure as it is searched: what each of its rows says, worked out when it is first asked for."""

    def __init__(self, measure: MeasureRow, opened: OpenChecklist) -> None:
        self.measure = measure
        self._opened = opened

    def rows(self, words: tuple[str, ...], *, only_mine: bool) -> tuple[ItemRow, ...]:
        """Give the rows that say all of the words."""
        items = self.measure.items
        if words and not all(self._may_say(word) for word in words):
            return ()
        if words:
            items = tuple(row for spot, row in enumerate(items) if all(self._says(spot, word) for word in words))
        return tuple(row for row in items if row.binding is Binding.BINDS) if only_mine else items

    def _may_say(self, word: str) -> bool:
        return word in self._texts[1] or (may_be_initials(word) and word in self._letters[1])

    def _says(self, spot: int, word: str) -> bool:
        return word in self._texts[0][spot] or (may_be_initials(word) and word in self._letters[0][spot])

    @cached_property
    def _texts(self) -> tuple[list[str], str]:
        """Give what each row says, and all of them together."""
        rows, findings_of = self.measure.items, self._opened.findings_of
        texts = [folded(searched(self.measure, row, findings_of(row.key))) for row in rows]
        return texts, "\n".join(texts)

    @cached_property
    def _letters(self) -> tuple[list[str], str]:
        letters = list(map(initials, self._texts[0]))
        return letters, "\n".join(letters)


class RowFinder:
    """Picks rows by a filter; remembers what each measure says for as long as it stays the same."""

    def __init__(self, opened: OpenChecklist, today: Callable[[], date] = date.today) -> None:
        self._opened, self._today = opened, today
        self._pages: dict[str, _Page] = {}

    def find(self, wanted: Filter, *, only_mine: bool) -> Iterator[Group]:
        """Give each measure that has rows holding to the filter with those rows, in order."""
        words, tests = wanted.words, tests_of(wanted, self._opened, self._today())
        for section in self._opened.checklist.sections:
            if wanted.section and section.ref != wanted.section:
                continue
            for measure in section.measures:
                rows = self._page(measure).rows(words, only_mine=only_mine)
                for test in tests:
                    rows = tuple(filter(test, rows))
                if rows:
                    yield Group(measure, rows)

    def forget(self) -> None:
        """Read anew what everything says."""
        self._pages = {}

    def _page(self, measure: MeasureRow) -> _Page:
        page = self._pages.get(measure.ref)
        if page is None or page.measure is not measure:
            page = self._pages[measure.ref] = _Page(measure, self._opened)
        return page


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
