"""An official text without its line ends and blanks, in which a place still tells its line."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checklists.reading.folding import fold
from checklists.reading.lines import Line

_PAGE_NUMBER = re.compile(r"[-\s]*\d{1,4}[-\s]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line: from `start` up to `end`, both counted from 0."""

    line: int
    start: int
    end: int


class FlatText:
    """The letters of some lines in one run, folded, with the place of each."""

    def __init__(self, lines: Sequence[Line]) -> None:
        places = [
            (line.number, offset, letter)
            for line in lines
            if not _is_page_number(line)
            for offset, letter in enumerate(fold(line.text))
            if not letter.isspace()
        ]
        self.text = "".join(letter for _, _, letter in places)
        self._lines = [number for number, _, _ in places]
        self._offsets = [offset for _, offset, _ in places]

    def start_of(self, line: int) -> int:
        """Say where a line begins in the run."""
        return bisect_left(self._lines, line)

    def find(self, words: str, start: int = 0, end: int | None = None) -> range | None:
        """Find words between two places of the run."""
        wanted = squeezed(words)
        found = self.text.find(wanted, start, len(self.text) if end is None else end)
        return None if found < 0 or not wanted else range(found, found + len(wanted))

    def spans(self, place: range) -> tuple[Span, ...]:
        """Give a stretch of the run line by line."""
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for letter in place:
            line = self._lines[letter]
            first.setdefault(line, self._offsets[letter])
            last[line] = self._offsets[letter] + 1
        return tuple(Span(line, start, last[line]) for line, start in first.items())


def squeezed(words: str) -> str:
    """Fold words and leave out their blanks."""
    return "".join(fold(words).split())


def _is_page_number(line: Line) -> bool:
    return line.page is not None and bool(_PAGE_NUMBER.fullmatch(fold(line.text)))
