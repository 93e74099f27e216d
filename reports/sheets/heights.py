"""How high a row must be for what wraps in its cells: programs show a row as high as it was saved."""

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl.worksheet.dimensions import RowDimension

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST = 409.0
"""The highest row a sheet can have, in points."""

_LINE, _AROUND, _POINT = 14.25, 3.0, 10.5
_WIDE_FROM, _EDGE = "\u1fff", 1.2
"""Characters beyond it, Han and full-width marks among them, are as wide as two; so much of a cell is edge."""


class AutoHeight(RowDimension):
    """A height that fits what stands in the row now, and that a program may change when somebody types."""

    @property
    def customHeight(self) -> bool:
        """Say that nobody set it by hand."""
        return False


def height_of(shown: Iterable[tuple[str, float]], size: float = _POINT) -> float:
    """Give the points that texts take in cells so many characters wide, in type of this size."""
    count = max((_lines(text, width * _POINT / size) for text, width in shown), default=1)
    return min(count * _LINE * size / _POINT + _AROUND, MOST)


def set_height(sheet: "Worksheet", row: int, points: float) -> None:
    """Let a row be so high until somebody types in it."""
    dimensions: Any = sheet.row_dimensions
    dimensions[row] = AutoHeight(sheet, index=row, ht=round(points, 2))


def _lines(text: str, width: float) -> int:
    room = max(width - _EDGE, 2)
    return sum(max(1, ceil(_columns(line) / room)) for line in text.split("\n"))


def _columns(line: str) -> int:
    return len(line) + sum(char > _WIDE_FROM for char in line)
