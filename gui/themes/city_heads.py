"""The cities' names over their columns; they stay in sight and move sideways with them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import rule
from gui.platform.theme import theme_of
from gui.themes.columns import spans
from gui.themes.content import Column

HEIGHT = 36
_GAP = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CityHeads(QWidget):
    """A name and a count a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._offset, self._whole = 0, 0
        self.setFixedHeight(HEIGHT)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Name other cities."""
        self._columns = tuple(columns)
        self.setAccessibleName("，".join(self.tr("{city} {n} 个要点").format(city=c.city, n=c.count) for c in columns))
        self.update()

    def show_place(self, offset: int, whole: int) -> None:
        """Stand over columns that are `whole` wide together and moved `offset` to the left."""
        self._offset, self._whole = offset, whole
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        bold = QFontMetrics(fonts.body(bold=True))
        for span, column in zip(spans(self._whole, len(self._columns)), self._columns, strict=True):
            place = QRect(span.text_left - self._offset, 0, span.text_width, self.height())
            painter.setFont(fonts.body(bold=True))
            painter.setPen(theme.ink if column.count else theme.ink3)
            painter.drawText(place, _LEFT, column.city)
            painter.setFont(fonts.meta())
            painter.setPen(theme.ink3)
            place.setLeft(place.left() + bold.horizontalAdvance(column.city) + _GAP)
            painter.drawText(place, _LEFT, str(column.count or ""))
        rule(painter, 0, self.height() - 1, self.width(), theme.line2)
