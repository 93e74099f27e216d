"""The lines of a document, which remember where they stand."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

ABOVE = "〃"  # stands in a cell that is merged with the one above it


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a format gives it, numbered from 1 in the file.

    A line of a text or a PDF, a paragraph of a Word file, a block of a web page, a row of a table (`cells`).
    `opens` tells whether it opens a paragraph, None where the format does not say; `bold` are spans of its text.
    """

    text: str
    number: int
    page: int | None = None
    opens: bool | None = None
    cells: tuple[str, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text of one or more lines; `places` are the offsets where lines begin and the lines' numbers."""

    text: str
    places: tuple[tuple[int, int], ...]
    cells: tuple[str, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()

    @property
    def line(self) -> int:
        """Name the line it begins on."""
        return self.places[0][1]

    def line_at(self, offset: int) -> int:
        """Name the line on which a character stands."""
        return self.places[bisect_right(self.places, offset, key=lambda place: place[0]) - 1][1]

    def part(self, start: int, end: int | None = None) -> "Paragraph":
        """Give a part of it, without blanks at its ends."""
        piece = self.text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        text = piece.strip()
        return replace(
            self,
            text=text,
            places=((0, self.line_at(first)), *_moved(self.places, first, len(text))),
            bold=tuple(
                (max(begin - first, 0), min(stop - first, len(text)))
                for begin, stop in self.bold
                if begin < first + len(text) and stop > first
            ),
        )

    def joined(self, other: "Paragraph", between: str = "") -> "Paragraph":
        """Continue it with another."""
        shift = len(self.text) + len(between)
        return replace(
            self,
            text=f"{self.text}{between}{other.text}",
            places=self.places + tuple((offset + shift, line) for offset, line in other.places),
            bold=self.bold + tuple((start + shift, end + shift) for start, end in other.bold),
        )


def text_of(paragraphs: Iterable[Paragraph]) -> str:
    """Give the text of several paragraphs, one a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def _moved(places: tuple[tuple[int, int], ...], start: int, length: int) -> tuple[tuple[int, int], ...]:
    return tuple((offset - start, line) for offset, line in places if 0 < offset - start < length)
