"""The official text broken into lines of at most 44 characters, each row at its height in the column."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from gui.platform import fonts
from gui.widgets.official_rows import TextRow

LINE = 30
CHARACTERS = 44
_POINTS, _SECTION_POINTS = 12, 13.5


def text_font() -> QFont:
    """Give the serif of the official text, 16 px."""
    return fonts.serif(_POINTS, QFont.Weight.Medium)


def text_width(room: int) -> int:
    """Say how wide the text may be: 44 characters, or the room there is."""
    return min(room, round(QFontMetricsF(text_font()).horizontalAdvance("国") * CHARACTERS) + 1)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A line of the text with its layout; `lines` is how many lines it takes."""

    row: TextRow
    layout: QTextLayout
    lines: int


class TextColumn:
    """All rows one under another."""

    def __init__(self, rows: Sequence[TextRow], width: int) -> None:
        self.width = width
        self.placed = [_placed(row, width) for row in rows]
        self.tops = [0, *accumulate(one.lines * LINE for one in self.placed)]
        self._by_number = {one.row.number: index for index, one in enumerate(self.placed)}

    @property
    def height(self) -> int:
        """Say how high all rows stand."""
        return self.tops[-1]

    def index_of(self, number: int) -> int | None:
        """Find the row of a line."""
        return self._by_number.get(number)

    def top_of(self, number: int, offset: int = 0) -> int | None:
        """Say how far down a character of a line stands."""
        index = self.index_of(number)
        if index is None:
            return None
        one = self.placed[index]
        line = one.layout.lineForTextPosition(_units(one.row.text[:offset]))
        return self.tops[index] + (line.lineNumber() * LINE if line.isValid() else 0)

    def index_at(self, y: int) -> int:
        """Find the row at a height."""
        return min(max(bisect_right(self.tops, y) - 1, 0), max(len(self.placed) - 1, 0))

    def offset_at(self, x: float, y: int) -> tuple[int, int] | None:
        """Say which line of the text and which of its characters stand at a point."""
        if not self.placed or not 0 <= y < self.height:
            return None
        index = self.index_at(y)
        one = self.placed[index]
        line = one.layout.lineAt(min((y - self.tops[index]) // LINE, one.lines - 1))
        if not line.isValid() or x > line.naturalTextWidth():
            return None
        cursor = line.xToCursor(x, line.CursorPosition.CursorOnCharacter)
        return one.row.number, _characters(one.row.text, cursor if isinstance(cursor, int) else cursor[0])

    def place_at(self, x: float, y: float) -> tuple[int, int]:
        """Give the row and the gap between two of its characters nearest to a point, wherever the point is."""
        index = self.index_at(min(max(round(y), 0), self.height - 1))
        one = self.placed[index]
        line = one.layout.lineAt(min(max(int(y - self.tops[index]) // LINE, 0), one.lines - 1))
        if not line.isValid():
            return index, 0
        cursor = line.xToCursor(x, line.CursorPosition.CursorBetweenCharacters)
        return index, _characters(one.row.text, cursor if isinstance(cursor, int) else cursor[0])

    def point_of(self, place: tuple[int, int]) -> QPointF:
        """Say where a gap between two characters stands: the top of its line."""
        index, offset = place
        one, units = self.placed[index], _units(self.placed[index].row.text[:offset])
        line = one.layout.lineForTextPosition(units)
        if not line.isValid():
            return QPointF(0, self.tops[index])
        x = line.cursorToX(units)
        return QPointF(x if isinstance(x, float) else x[0], self.tops[index] + line.lineNumber() * LINE)  # type: ignore[index]


def format_range(text: str, start: int, end: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
    """Dress the characters from `start` up to `end`; Qt counts those beyond the basic plane twice."""
    dressed = QTextLayout.FormatRange()
    dressed.start = _units(text[:start])  # type: ignore[attr-defined]
    dressed.length = _units(text[start:end])  # type: ignore[attr-defined]
    dressed.format = format_  # type: ignore[attr-defined]
    return dressed


def _placed(row: TextRow, width: int) -> PlacedRow:
    layout = QTextLayout(row.text, _section_font() if row.is_section else text_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats(_headings(row))
    return PlacedRow(row, layout, _broken(layout, width))


def _headings(row: TextRow) -> list[QTextLayout.FormatRange]:
    if not row.bold:
        return []
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    return [format_range(row.text, 0, row.bold, bold)]


def _broken(layout: QTextLayout, width: int) -> int:
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * LINE + (LINE - line.height()) / 2))
        count += 1
    layout.endLayout()
    return max(count, 1)


def _section_font() -> QFont:
    return fonts.serif(_SECTION_POINTS, QFont.Weight.DemiBold)


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _characters(text: str, units: int) -> int:
    """Turn Qt's count into ours."""
    passed = 0
    for index, letter in enumerate(text):
        if passed >= units:
            return index
        passed += 2 if letter > "\uffff" else 1
    return len(text)
