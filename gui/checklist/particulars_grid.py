"""What the policy says of an item, in three columns; what is long takes several."""

from dataclasses import dataclass

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
_FIRST = 72


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
        """Fill row after row in order; what is long takes several columns."""
        lefts = _lefts(width)
        cells: list[_Cell] = []
        column, top = 0, 0
        for one in self._particulars:
            span = _span(one, lefts, column)
            if column and not span:
                column, top = 0, _below(cells)
            span = span or _span(one, lefts, 0) or _COLUMNS
            cells.append(_Cell(one, lefts[column], top, _wrapped(one, lefts[column + span] - lefts[column])))
            column += span
            if column == _COLUMNS:
                column, top = 0, _below(cells)
        return cells


def _lefts(width: int) -> list[int]:
    """Say where the columns begin, and where the last one ends."""
    first = _FIRST + _label_wide() + 2 * _GAP
    return [0, first, first + (width + _GAP - first) // 2, width + _GAP]


def _span(one: Particular, lefts: list[int], column: int) -> int:
    """Say over how many columns a particular fits on one line from here, 0 when it does not."""
    fits = (
        last for last in range(column + 1, len(lefts)) if _room(one, lefts[last] - lefts[column]) >= _wide(one.text)
    )
    return next(fits, column) - column


def _below(cells: list[_Cell]) -> int:
    return max(cell.top + cell.text.height for cell in cells) + _ROW_GAP


def _room(one: Particular, column: int) -> int:
    return column - _label_wide() - 2 * _GAP - (_wide(one.warning) + _GAP if one.warning else 0)


def _wrapped(one: Particular, column: int) -> Wrapped:
    return wrapped(one.text, Role.SMALL, _room(one, column))


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
