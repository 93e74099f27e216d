"""What was typed and could not be written down: it stays where it was typed until it can, and is never lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.vocabulary import IndicatorKey, ItemKey

Typed = str | date | None


class Spot(StrEnum):
    """A place a person can type in, by the name of what it changes in an Answer or a Reading."""

    NOTE = "note"
    MISSING = "missing"
    DUE = "due"
    REASON = "reason"
    DEPARTMENT = "department"
    PERSON = "person"
    VALUE = "value"
    PART = "part"
    WHOLE = "whole"
    AS_OF = "as_of"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Page:
    """What is written in one go: an item's answer, or the reading of one of its indicators."""

    item: ItemKey
    indicator: IndicatorKey | None = None


Typing = Mapping[Spot, Typed]
Write = Callable[[Page, Typing], frozenset[Spot]]


class Drafts:
    """Writes what is typed at once; `write` answers which spots it could not take, and those are kept by page."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._pages: dict[Page, dict[Spot, Typed]] = {}

    def typed(self, page: Page, spot: Spot, value: Typed) -> None:
        """Write down what was typed, with whatever was left on the same page."""
        self._pages.setdefault(page, {})[spot] = value
        self._commit(page)

    def commit(self) -> bool:
        """Try everything that is left once more; say whether nothing remains."""
        for page in list(self._pages):
            self._commit(page)
        return not self._pages

    def of(self, page: Page) -> Typing:
        """Give what is left on a page."""
        return self._pages.get(page, {})

    def first_left(self) -> Page | None:
        """Name a page on which something is left."""
        return next(iter(self._pages), None)

    def _commit(self, page: Page) -> None:
        # taken out first: the news of the write must not find it still waiting
        typed = self._pages.pop(page)
        if left := self._write(page, typed):
            kept = {spot: value for spot, value in typed.items() if spot in left}
            self._pages[page] = kept | self._pages.get(page, {})
