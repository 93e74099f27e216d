"""The names of a chart's rows, all in one size, and how high each row becomes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reports.paper.placing import Align
from reports.paper.sheet import Sheet
from reports.paper.styles import MM, SMALL, TABLE, Style
from reports.paper.typesetter import Line, Setting, Typesetter

WIDTH = 52.0
_AROUND = 1.2


@dataclass(frozen=True, slots=True)
class RowNames:
    """Names set once; a row is at least `row` millimetres high."""

    lines: tuple[tuple[Line, ...], ...]
    style: Style
    row: float

    @property
    def heights(self) -> tuple[float, ...]:
        """Give the height of every row, in millimetres."""
        return tuple(map(self._height, self.lines))

    def put(self, sheet: Sheet, number: int, x: float, y: float) -> None:
        """Put a name into the middle of its row, whose top is `y`."""
        lines = self.lines[number]
        sheet.put_all(lines, self.style, x, y + (self.heights[number] - len(lines) * self.style.lead / MM) / 2)

    def _height(self, lines: tuple[Line, ...]) -> float:
        return max(self.row, len(lines) * self.style.lead / MM + _AROUND) if len(lines) > 1 else self.row

    def parted(self, count: int) -> "tuple[RowNames, RowNames]":
        """Give the first so many names, and the others."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


def set_names(names: Iterable[str], typesetter: Typesetter, row: float) -> RowNames:
    """Set all names in one size: the smaller one where a name does not fit its line."""
    names, setting = list(names), Setting(WIDTH * MM, Align.LEFT)
    for style in (TABLE, SMALL):
        lines = tuple(typesetter.text(name, style, setting) for name in names)
        if all(len(own) == 1 for own in lines):
            break
    return RowNames(lines, style, row)
