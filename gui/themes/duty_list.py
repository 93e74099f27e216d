"""One city's items under a theme, as tall as they are."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.strokes import Option
from gui.platform.theme import Theme
from gui.themes.columns import Span
from gui.themes.content import DutyLine
from gui.themes.hits import draw_lit
from gui.widgets.row_list import ROW, RowDelegate, RowList
from gui.widgets.text import Wrapped, wrapped

_ABOVE, _BELOW, _GAP = 8, 8, 4
_Index = QModelIndex | QPersistentModelIndex


class DutyDelegate(RowDelegate):
    """The measure's heading where one begins, the item, and whose duty it is."""

    is_ruled = False
    padding = 0

    def __init__(self) -> None:
        super().__init__(0)
        self.width = 0
        self.words: tuple[str, ...] = ()

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        texts = self._texts(index.data(ROW))
        gap = _GAP if index.data(ROW).heading else 0
        return QSize(self.width, _ABOVE + sum(text.height for text, _ in texts) + gap + _BELOW)

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: DutyLine, theme: Theme, /) -> None:
        x, top = Span(rect.left(), self.width).text_left, rect.top() + _ABOVE
        for text, ink in self._texts(row):
            draw_lit(painter, text, (x, top), theme.role(ink), theme=theme, words=self.words)
            top += text.height + (_GAP if ink == "ink2" else 0)

    def _texts(self, row: DutyLine) -> list[tuple[Wrapped, str]]:
        width = Span(0, self.width).text_width
        told = (
            (row.heading, Role.META, "ink2"),
            (row.text, Role.SMALL, "ink" if row.meta else "ink3"),
            (row.meta, Role.META, "ink3"),
        )
        return [(wrapped(text, role, width), ink) for text, role, ink in told if text]


class DutyList(RowList):
    """Rows that are read, not opened; a city that is silent shows one dash. Turning pages is left to the page."""

    came_to = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._duties = DutyDelegate()
        super().__init__(self._duties, said=_sentence_of, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def show_duties(self, city: str, duties: Sequence[DutyLine], words: Sequence[str] = ()) -> None:
        """Show a city's items, words looked for lit."""
        self._duties.words = tuple(words)
        self.setAccessibleName(city)
        self.show_rows(duties or (DutyLine("", "—", ""),))

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.came_to.emit(self.visualRect(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._duties.width != self.width():
            self._duties.width = self.width()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


def _sentence_of(row: object) -> str:
    assert isinstance(row, DutyLine)
    return " ".join(filter(None, (row.heading, row.text, row.meta)))
