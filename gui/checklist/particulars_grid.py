"""What the policy says of an item, in three columns; what is too long for a column gets a line of its own."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.checklist.item_words import Particular
from gui.platform import fonts
from gui.platform.fonts import Role, line_height
from gui.platform.theme import Theme, theme_of
from gui.widgets.text import Wrapped, wrapped

_GAP, _ROW_GAP, _COLUMNS = 12, 4, 3
_LEAST_FIRST, _MOST_FIRST, _LEAST_SECOND = 72, 120, 136


@dataclass(frozen=True, slots=True)
class _Cell:
    """One label with its text, placed."""

    one: Particular
    left: int
    top: int
    text: Wrapped


class ParticularsGrid(QWidget):
    """Labels in a quiet ink, texts beside them, warnings in the colour of what is not met."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._particulars: tuple[Particular, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_particulars(self, particulars: tuple[Particular, ...]) -> None:
        """Show other particulars, and say them to screen readers."""
        self._particulars = particulars
        self.setAccessibleName("；".join(f"{one.label} {one.text} {one.warning}".strip() for one in particulars))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((cell.top + cell.text.height for cell in self._placed(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        for cell in self._placed(self.width()):
            _draw(painter, cell, theme)

    def _placed(self, width: int) -> list[_Cell]:
        lefts = self._lefts(width)
        short = [one for one in self._particulars if self._fits(one, lefts)]
        rows = [short[first : first + _COLUMNS] for first in range(0, len(short), _COLUMNS)]
        rows += [[one] for one in self._particulars if one not in short]
        cells: list[_Cell] = []
        for number, row in enumerate(rows):
            top = max((cell.top + cell.text.height + _ROW_GAP for cell in cells), default=0) if number else 0
            cells += _placed_row(row, lefts, top)
        return cells

    def _fits(self, one: Particular, lefts: list[int]) -> bool:
        narrow = min(right - left for left, right in pairwise(lefts[1:]))
        return len(_wrapped(one, narrow).lines) == 1

    def _lefts(self, width: int) -> list[int]:
        """Say where the columns begin, and where the last one ends."""
        firsts = [_wide(one.text) for one in self._particulars[::_COLUMNS]]
        first = min(max([_LEAST_FIRST, *firsts]), _MOST_FIRST) + _label_wide() + 2 * _GAP
        seconds = [_wide(one.text) + _wide(one.warning) + _GAP for one in self._particulars[1::_COLUMNS]]
        rest = width + _GAP - first
        second = min(max([_LEAST_SECOND, *seconds]) + _label_wide() + 2 * _GAP, rest // 2)
        return [0, first, first + second, width + _GAP]


def _placed_row(row: list[Particular], lefts: list[int], top: int) -> list[_Cell]:
    """Place the cells of one row; the last one may go on to the right edge."""
    rights = [*lefts[1 : len(row)], lefts[-1]]
    return [
        _Cell(one, left, top, _wrapped(one, right - left)) for one, left, right in zip(row, lefts, rights, strict=False)
    ]


def _wrapped(one: Particular, column: int) -> Wrapped:
    room = column - _label_wide() - 2 * _GAP
    return wrapped(one.text, Role.SMALL, room - (_wide(one.warning) + _GAP if one.warning else 0))


def _draw(painter: QPainter, cell: _Cell, theme: Theme) -> None:
    wrapped(cell.one.label, Role.SMALL, 200).draw(painter, cell.left, cell.top, theme.ink3)
    left = cell.left + _label_wide() + _GAP
    cell.text.draw(painter, left, cell.top, theme.ink)
    if cell.one.warning:
        last = cell.text.height - line_height(Role.SMALL)
        after = left + _wide(cell.text.lines[-1]) + _GAP
        wrapped(cell.one.warning, Role.SMALL, 200).draw(painter, after, cell.top + last, theme.not_met)


def _wide(text: str) -> int:
    return QFontMetrics(fonts.small()).horizontalAdvance(text)


def _label_wide() -> int:
    return _wide("政策时限")
