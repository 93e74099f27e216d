"""The official text to be read: its anchors clicked, its words chosen and copied."""

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from gui.widgets.official_column import PAD, OfficialColumn
from gui.widgets.official_layout import LINE
from gui.widgets.official_moves import MOVES, Move
from gui.widgets.official_selection import Place, Selection, sentence_at, text_of, whole

_DRAG_MS = 50
_Keys = QKeySequence.StandardKey


class TextView(OfficialColumn):
    """A click on an anchor says whose it is; a drag, a double click and Shift with the arrows choose words."""

    anchor_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pulled = QPointF()
        self._dragging = QTimer(self, interval=_DRAG_MS)
        self._dragging.timeout.connect(self._on_dragged_out)

    @property
    def selected_text(self) -> str:
        """Give the chosen words as they are copied."""
        return text_of(self._rows, self._selection) if self._selection else ""

    def select_all(self) -> None:
        """Choose the whole text."""
        self._select(whole(self._rows) if self._rows else None)

    def copy(self) -> None:
        """Put what is chosen on the clipboard."""
        if self.selected_text:
            QGuiApplication.clipboard().setText(self.selected_text)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._rows:
            place = self._place_under(event.position())
            extends = self._selection and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._is_keyed = False
            self._select(self._selection.led_to(place) if extends and self._selection else Selection(place, place))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._selection:
            self._drag_to(event.position())
            return
        over = self._mark_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging.stop()
        mark = self._mark_at(event.position())
        has_chosen = self._selection is not None and not self._selection.is_empty
        if mark and not has_chosen and event.button() == Qt.MouseButton.LeftButton:
            self.anchor_clicked.emit(mark.key)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._rows:
            self._select(sentence_at(self._rows, self._place_under(event.position())))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        if self.selected_text:
            menu.addAction(self.tr("复制"), self.copy)
        menu.addAction(self.tr("全选"), self.select_all)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Keys.Copy):
            self.copy()
        elif event.matches(_Keys.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and self.selected_text:
            self._select(None)
        elif move := next((move for key, move in MOVES.items() if event.matches(key)), None):
            self._extend(move)
        else:
            super().keyPressEvent(event)

    def _select(self, chosen: Selection | None) -> None:
        self._selection = chosen
        self.viewport().update()

    def _extend(self, move: Move) -> None:
        """Move the caret by a key; it begins at the first line in view."""
        if not self._rows:
            return
        here = self._selection or Selection(*[(self._column.index_at(self.verticalScrollBar().value()), 0)] * 2)
        caret = move(self._column, here.caret, max(self.viewport().height() - LINE, LINE))
        self._select(here.led_to(caret))
        self._reveal_y(round(self._column.point_of(caret).y()) + PAD)

    def _drag_to(self, point: QPointF) -> None:
        if self._selection:
            self._select(self._selection.led_to(self._place_under(point)))
        self._pulled = point
        is_outside = not 0 <= point.y() < self.viewport().height()
        if is_outside != self._dragging.isActive():
            self._dragging.start() if is_outside else self._dragging.stop()

    def _on_dragged_out(self) -> None:
        """Go on in the direction of the pointer, which is held above or below."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (LINE if self._pulled.y() > 0 else -LINE))
        self._drag_to(self._pulled)

    def _place_under(self, point: QPointF) -> Place:
        return self._column.place_at(point.x() - self._left(), point.y() + self.verticalScrollBar().value() - PAD)
