"""The list of items, whose heading stays in sight while its items are."""

from bisect import bisect_right

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from gui.checklist.list_delegate import HEAD_HEIGHT, ItemDelegate, paint_head
from gui.checklist.list_model import HeadEntry, Index, ItemListModel
from gui.checklist.long_list import LongList
from gui.checklist.screen_keys import belongs_to_screen
from gui.platform.theme import theme_of
from gui.widgets.flat import lie_flat
from gui.widgets.over_scroll import OverScroll
from models.vocabulary import ItemKey

_SELECT = QItemSelectionModel.SelectionFlag
_CTRL = Qt.KeyboardModifier.ControlModifier


class ItemListView(LongList):
    """Items to go through with ↑↓; headings are passed over, a click on one chooses its items."""

    item_chosen = Signal(str)
    several_chosen = Signal(tuple)
    opened = Signal()

    def __init__(self, model: ItemListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_silent = False
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self.viewport().width, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lie_flat(self, step=28)
        OverScroll(self)
        self.setAccessibleName(self.tr("检查要点"))
        self._head = _StickyHead(self)
        self.verticalScrollBar().valueChanged.connect(self._place_head)
        model.dataChanged.connect(self._place_head)

    def show_key(self, key: ItemKey | None) -> bool:
        """Mark an item without telling anybody and bring it into sight; say whether it is in the list."""
        index = QModelIndex() if key is None else self._model.index_of(key)
        if index == self.currentIndex() and index.isValid():
            return True
        self._is_silent = True
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)  # whatever keys are held down
        self._is_silent = False
        self.anchor_at(index.row())
        self.executeDelayedItemsLayout()
        if index.isValid() and not self._is_in_sight(index):
            self._lead_to(index)
        return index.isValid()

    def lead_to(self, ref: str) -> None:
        """Bring the heading of a measure to the top."""
        index = self._model.index_of(ref)
        if index.isValid():
            self._lead_to(index)

    def chosen_keys(self) -> tuple[ItemKey, ...]:
        """Name the items chosen, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(key for row in rows if (key := self._model.key_at(self._model.index(row))) is not None)

    def choose_group(self, number: int, *, adds: bool = False) -> None:
        """Choose the items under the heading that stands in a row, besides what is chosen or instead of it."""
        rows = self._model.group_of(number)
        if rows:
            first, last = self._model.index(rows[0]), self._model.index(rows[-1])
            flag = _SELECT.Select if adds else _SELECT.ClearAndSelect
            self._take_current(first)
            self.selectionModel().select(QItemSelection(first, last), flag)

    def choose_one(self) -> None:
        """Choose nothing but the item in hand."""
        self.selectionModel().select(self.currentIndex(), _SELECT.ClearAndSelect)
        self.anchor_at(self.currentIndex().row())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_silent:
            self._reveal(current)
        key = self._model.key_at(current)
        if key is not None and not self._is_silent:
            self.item_chosen.emit(key)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        keys = self.chosen_keys()
        self.several_chosen.emit(keys if len(keys) > 1 else ())

    @override
    def selectAll(self) -> None:
        """Choose every item that is shown."""
        last = self._model.rowCount() - 1
        if last >= 0:
            whole = QItemSelection(self._model.index(0), self._model.index(last))
            self.selectionModel().select(whole, _SELECT.ClearAndSelect)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif belongs_to_screen(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._heading_at(event.position().toPoint())
        if number is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.choose_group(number, adds=bool(event.modifiers() & _CTRL))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.executeDelayedItemsLayout()
        if self.currentIndex().isValid() and not self._is_in_sight(self.currentIndex()):
            self._lead_to(self.currentIndex())

    @override
    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._place_head()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    @override
    def can_be_current(self, number: int) -> bool:
        return not self._model.is_head(number)

    def _take_current(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        self.anchor_at(index.row())

    def _heading_at(self, place: QPoint) -> int | None:
        """Give the row of the heading under the pointer, the one that lies over the top of the list too."""
        index = self.indexAt(place)
        if self._head.isVisible() and self._head.geometry().contains(self.viewport().mapToParent(place)):
            return self._head.row
        return index.row() if index.isValid() and self._model.is_head(index.row()) else None

    def _is_in_sight(self, index: Index) -> bool:
        rect = self.visualRect(index)
        return rect.top() >= HEAD_HEIGHT and rect.bottom() <= self.viewport().height()

    def _lead_to(self, index: Index) -> None:
        """Bring an item's heading to the top, or the item itself below it where its measure is long."""
        heads = self._model.heads()
        head = self._model.index(heads[bisect_right(heads, index.row()) - 1])
        self.scrollTo(head, QAbstractItemView.ScrollHint.PositionAtTop)
        if not self._is_in_sight(index):
            self._reveal(index)

    def _reveal(self, index: Index) -> None:
        """Keep an item clear of the heading that lies over the top of the list, its own heading too."""
        if not index.isValid():
            return
        above = index.row() - 1
        if above >= 0 and self._model.is_head(above):
            self.scrollTo(self._model.index(above))
        self.scrollTo(index)
        self.scroll_by(min(self.visualRect(index).top() - HEAD_HEIGHT, 0))

    def _place_head(self) -> None:
        top = self.indexAt(QPoint(1, 0))
        heads = self._model.heads()
        place = bisect_right(heads, top.row()) - 1 if top.isValid() else -1
        if place < 0:
            self._head.hide()
            return
        entry = self._model.entry_at(self._model.index(heads[place]))
        push = self._push(heads[place + 1]) if place + 1 < len(heads) else 0
        if isinstance(entry, HeadEntry):
            corner = self.viewport().geometry().topLeft() + QPoint(0, push)
            self._head.show_entry(heads[place], entry, corner)

    def _push(self, following: int) -> int:
        """Say how far the next heading has pushed this one out at the top."""
        return min(self.visualRect(self._model.index(following)).top() - HEAD_HEIGHT, 0)


class _StickyHead(QWidget):
    """The heading that lies over the top of the list."""

    def __init__(self, view: ItemListView) -> None:
        super().__init__(view)
        self._view = view
        self.row = 0
        self.entry: HeadEntry | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_entry(self, row: int, entry: HeadEntry, corner: QPoint) -> None:
        """Stand at a place and show the heading of a row."""
        self.row, self.entry = row, entry
        self.setGeometry(corner.x(), corner.y(), self._view.viewport().width(), HEAD_HEIGHT)
        self.show()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.entry is not None:
            paint_head(QPainter(self), QRectF(self.rect()), self.entry, theme_of(self))
