"""The items of one clause to be gone through, chosen by ones and by many, and written over in their place."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from gui.drafting.content import DraftItemRow
from gui.drafting.item_delegate import TEXT_LEFT, DraftItemDelegate
from gui.drafting.item_editor import ItemEditor
from gui.drafting.item_model import DraftItemModel, Index
from gui.widgets.flat import lie_flat
from models.vocabulary import ItemKey

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_CHOOSE = QItemSelectionModel.SelectionFlag.Select
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DraftItemList(QListView):
    """Says which items are chosen and what becomes of the words of one."""

    chosen = Signal()
    typed = Signal(str, str)
    writing_ended = Signal()
    split_wanted = Signal(str, int)
    turned_to = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DraftItemModel()
        self.setModel(self._model)
        self.setItemDelegate(DraftItemDelegate(self.viewport().width, self))
        self.editor: ItemEditor | None = None
        self._editing: tuple[ItemKey, str] | None = None
        self._is_silent = False
        self._lie_flat()
        self.setAccessibleName(self.tr("这一条的要点"))
        self.doubleClicked.connect(self._on_double_clicked)
        self.verticalScrollBar().valueChanged.connect(self._place_editor)

    @property
    def keys(self) -> tuple[ItemKey, ...]:
        """Name the chosen items in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.keys[place] for place in places)

    @property
    def key(self) -> ItemKey | None:
        """Name the item in hand."""
        row = self._model.row_at(self.currentIndex())
        return row.key if row else None

    def show_rows(self, rows: Sequence[DraftItemRow], keys: Iterable[str]) -> None:
        """Show other rows, some of them chosen; words being written stay."""
        self._is_silent = True
        self._model.show_rows(rows)
        self._choose(keys)
        self._is_silent = False
        self.executeDelayedItemsLayout()
        self._place_editor()
        if self.editor is None and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def write(self, at: int | None = None) -> None:
        """Open the item in hand to be written, the cursor at a place of it or at its end."""
        row = self._model.row_at(self.currentIndex())
        if row is None or row.is_dropped or self.editor is not None:
            return
        self.scrollTo(self.currentIndex())
        self._editing = (row.key, row.text)
        self.editor = ItemEditor(row.text, self.viewport())
        self._connect_editor(self.editor)
        self._place_editor()
        self.editor.show()
        self.editor.setFocus()
        if at is not None:
            cursor = self.editor.textCursor()
            cursor.setPosition(at)
            self.editor.setTextCursor(cursor)

    def flush(self) -> None:
        """Say what is typed, and end the writing."""
        if self.editor is not None:
            self.editor.flush()
            self._close_editor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_command = Qt.Key(event.key()), bool(event.modifiers() & _COMMANDS)
        if key in _ENTER and not is_command:
            self.write()
        elif key in _STEPS and not is_command:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() and self._is_at_end(key):
            self.turned_to.emit(1 if key == Qt.Key.Key_Down else -1)
        elif event.text() and event.text().isprintable() and not is_command:
            event.ignore()  # Qt would look for a row that begins with it
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._say_chosen()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._say_chosen()

    def _lie_flat(self) -> None:
        lie_flat(self, step=28)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _choose(self, keys: Iterable[str]) -> None:
        indexes = [index for key in keys if (index := self._model.index_of(key)).isValid()]
        chosen = self.selectionModel()
        if not indexes:
            chosen.clearSelection()
            return
        if self.key not in set(keys):
            chosen.setCurrentIndex(indexes[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.clearSelection()
        for index in indexes:
            chosen.select(index, _CHOOSE)

    def _step(self, step: int) -> None:
        place = self.currentIndex().row() + step
        if 0 <= place < self._model.rowCount():
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(place), only)
        else:
            self.turned_to.emit(step)

    def _is_at_end(self, key: Qt.Key) -> bool:
        end = self._model.rowCount() - 1 if key == Qt.Key.Key_Down else 0
        return self.currentIndex().row() == end

    def _connect_editor(self, editor: ItemEditor) -> None:
        editor.written.connect(self._on_written)
        editor.ended.connect(self._close_editor)
        editor.given_up.connect(self._on_given_up)
        editor.split_wanted.connect(self._on_split_wanted)

    def _place_editor(self) -> None:
        """Lay the editor over its row's words, at least as high as they are."""
        if self.editor is None or self._editing is None:
            return
        rect = self.visualRect(self._model.index_of(self._editing[0]))
        left = TEXT_LEFT - 12
        self.editor.setFixedWidth(max(self.viewport().width() - left - 8, 120))
        self.editor.move(left, rect.top() + 2)

    def _close_editor(self) -> None:
        editor, self.editor, self._editing = self.editor, None, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.blockSignals(True)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus()
        self.writing_ended.emit()

    def _on_written(self, text: str) -> None:
        if self._editing is not None:
            self.typed.emit(self._editing[0], text)

    def _on_given_up(self) -> None:
        if self._editing is not None:
            self.typed.emit(*self._editing)
        self._close_editor()

    def _on_split_wanted(self, at: int) -> None:
        if self._editing is not None:
            key = self._editing[0]
            self._close_editor()
            self.split_wanted.emit(key, at)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.write()

    def _say_chosen(self) -> None:
        if not self._is_silent:
            self.chosen.emit()
