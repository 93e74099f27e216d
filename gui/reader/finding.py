"""Where words stand in an official text, whatever blanks, widths and line ends part them there."""

from collections.abc import Sequence

from checklists.flat_text import FlatText, Span, squeezed
from checklists.reading.lines import Line

Found = tuple[tuple[Span, ...], ...]


class Finder:
    """Looks through one text; capital letters or not is all the same."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._flat = FlatText(lines)
        self._letters = "".join(map(_small, self._flat.text))

    def find(self, words: str) -> Found:
        """Give every place in the order of the text, each line by line."""
        wanted = "".join(map(_small, squeezed(words)))
        found: list[tuple[Span, ...]] = []
        place = self._letters.find(wanted) if wanted else -1
        while place >= 0:
            found.append(self._flat.spans(range(place, place + len(wanted))))
            place = self._letters.find(wanted, place + len(wanted))
        return tuple(found)


def _small(letter: str) -> str:
    """Make a letter small, unless it would become two."""
    small = letter.lower()
    return small if len(small) == 1 else letter
