"""Tree, list and item side by side, and the keys that work on all three."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.bulk_pane import BulkPane
from gui.checklist.item_pane import ItemPane
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_pane import ListPane
from gui.checklist.tree_model import ChecklistTreeModel
from gui.checklist.tree_view import TreePane
from gui.widgets.screen import Screen
from models.vocabulary import Status

_K = Qt.Key
STATUS_KEYS = {
    _K.Key_1: Status.MET,
    _K.Key_2: Status.PARTLY_MET,
    _K.Key_3: Status.NOT_MET,
    _K.Key_4: Status.NOT_APPLICABLE,
    _K.Key_0: Status.UNANSWERED,
}
STEP_KEYS = {_K.Key_J: 1, _K.Key_K: -1}
_SHIFTED = {
    _K.Key_Exclam: _K.Key_1,
    _K.Key_At: _K.Key_2,
    _K.Key_NumberSign: _K.Key_3,
    _K.Key_Dollar: _K.Key_4,
    _K.Key_ParenRight: _K.Key_0,
}
_FOLDS_BELOW, _WIDE_FROM = 1180, 1400
_LEAST_ITEM = 480
_REST_MS = 300


class ChecklistView(Screen):
    """Lays the three panes out for the width at hand and says what the keys wish."""

    status_keyed = Signal(Status, bool)
    step_wanted = Signal(int)
    next_wanted = Signal()
    review_keyed = Signal()
    last_keyed = Signal()
    back_wanted = Signal()
    paste_wanted = Signal()
    text_wanted = Signal()
    widths_changed = Signal(tuple)

    def __init__(self, tree: ChecklistTreeModel, items: ItemListModel, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.tree, self.list, self.item, self.bulk = TreePane(tree), ListPane(items), ItemPane(), BulkPane()
        self._own_widths: tuple[int, ...] = ()
        self._layout_name = ""
        self._splitter = _Splitter(self)
        self._right = QStackedWidget()
        for page in (self.item, self.bulk):
            self._right.addWidget(page)
        for pane in (self.tree, self.list, self._right):
            self._splitter.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.addWidget(self._splitter)
        self._set_up()
        self.item.follow(self.list.list)
        self._add_keys()
        self.begin_at(self.list.list, self.list.filters.search)

    def show_widths(self, widths: tuple[int, ...]) -> None:
        """Use the widths this desk remembers; none for our own."""
        self._own_widths = widths
        self._layout_name = ""
        self._fit()

    @property
    def is_bulk(self) -> bool:
        """Say whether the form for several items stands in the item's place."""
        return self._right.currentWidget() is self.bulk

    def show_bulk(self, is_bulk: bool) -> None:
        """Put the form for several items in the item's place, or the item back."""
        had_focus = self.bulk.isAncestorOf(self.focusWidget() or self)
        self._right.setCurrentWidget(self.bulk if is_bulk else self.item)
        if had_focus and not is_bulk:
            self.list.list.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no field wanted."""
        key = _SHIFTED.get(_K(event.key()), _K(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
        if modifiers and not is_shifted:
            super().keyPressEvent(event)
        elif key in STATUS_KEYS:
            self.status_keyed.emit(STATUS_KEYS[key], is_shifted)
        elif key in STEP_KEYS:
            self.step_wanted.emit(STEP_KEYS[key])
        elif key == _K.Key_R and not is_shifted:
            self.review_keyed.emit()
        elif key == _K.Key_D and not is_shifted:
            self.last_keyed.emit()
        elif key == _K.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(2, 1)
        self.tree.setMinimumWidth(200)
        self.list.setMinimumWidth(300)
        self._right.setMinimumWidth(_LEAST_ITEM)
        self._moving = QTimer(self, singleShot=True, interval=_REST_MS)
        self._moving.timeout.connect(self._on_rested)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._splitter.reset_wanted.connect(self._on_reset)

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+Return": self.next_wanted.emit,
            "Ctrl+Enter": self.next_wanted.emit,
            "Ctrl+F": self._on_search_keyed,
            "Ctrl+L": self.list.filters.open_menu,
            "Ctrl+O": self.item.evidence.add.click,
            "Ctrl+R": self.text_wanted.emit,
            "Ctrl+Shift+N": self.item.plus.click,
            "Ctrl+V": self.paste_wanted.emit,
            "F2": self._on_note_keyed,
        }
        for sequence, slot in keys.items():
            self.on_keys(sequence, slot)

    def _fit(self) -> None:
        """Lay out anew only when the window passes from one of the three widths to another."""
        name = "narrow" if self.width() < _FOLDS_BELOW else "wide" if self.width() >= _WIDE_FROM else "middle"
        if name == self._layout_name:
            return
        self._layout_name = name
        self.tree.setVisible(name != "narrow")
        self.list.set_folded(name == "narrow")
        tree, items = self._widths(name)
        self._splitter.setSizes([tree, items, max(self.width() - tree - items, _LEAST_ITEM)])

    def _widths(self, name: str) -> tuple[int, int]:
        if name == "narrow":
            return 0, 320
        if len(self._own_widths) == 2:
            return self._own_widths[0], self._own_widths[1]
        return (284, 428) if name == "wide" else (244, 376)

    def _on_moved(self) -> None:
        if self._layout_name != "narrow":
            tree, items, _ = self._splitter.sizes()
            self._own_widths = (tree, items)
            self._moving.start()

    def _on_rested(self) -> None:
        self.widths_changed.emit(self._own_widths)

    def _on_reset(self) -> None:
        self._moving.stop()
        self.show_widths(())
        self.widths_changed.emit(())

    def _on_search_keyed(self) -> None:
        self.list.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.filters.search.selectAll()

    def _on_note_keyed(self) -> None:
        self.item.answer.note.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Splitter(QSplitter):
    """A splitter whose line goes back to our widths when it is clicked twice."""

    reset_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Line(self)


class _Line(QSplitterHandle):
    """The line between two panes."""

    def __init__(self, splitter: _Splitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._splitter = splitter

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._splitter.reset_wanted.emit()
