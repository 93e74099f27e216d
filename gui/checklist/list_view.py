"""The list of items, whose heading stays in sight while its items are."""

from bisect import bisect_right

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from gui.checklist.flat import belongs_to_screen, lie_flat
from gui.checklist.list_delegate import HEAD_HEIGHT, ItemDelegate, paint_head
from gui.checklist.list_model import HeadEntry, Index, ItemListModel
from gui.platform.theme import theme_of
from models.vocabulary import ItemKey


class ItemListView(QListView):
    """Items to go through with ↑↓; headings are passed over."""

    item_chosen = Signal(str)
    opened = Signal()

    def __init__(self, model: ItemListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_silent = False
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self.viewport().width, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAutoScroll(False)  # we keep rows clear of the heading ourselves
        lie_flat(self)
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
        self.setCurrentIndex(index)
        self._is_silent = False
        self.executeDelayedItemsLayout()
        if index.isValid() and not self._is_in_sight(index):
            self._lead_to(index)
        return index.isValid()

    def lead_to(self, ref: str) -> None:
        """Bring the heading of a measure to the top."""
        index = self._model.index_of(ref)
        if index.isValid():
            self._lead_to(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_silent:
            self._reveal(current)
        key = self._model.key_at(current)
        if key is not None and not self._is_silent:
            self.item_chosen.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if belongs_to_screen(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

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
        above = index.row() - 1
        if above in self._model.heads():
            self.scrollTo(self._model.index(above))
        self.scrollTo(index)
        hidden = HEAD_HEIGHT - self.visualRect(index).top()
        if index.isValid() and hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

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
            self._head.show_entry(entry, self.viewport().geometry().topLeft() + QPoint(0, push))

    def _push(self, following: int) -> int:
        """Say how far the next heading has pushed this one out at the top."""
        return min(self.visualRect(self._model.index(following)).top() - HEAD_HEIGHT, 0)


class _StickyHead(QWidget):
    """The heading that lies over the top of the list."""

    def __init__(self, view: ItemListView) -> None:
        super().__init__(view)
        self._view = view
        self.entry: HeadEntry | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_entry(self, entry: HeadEntry, corner: QPoint) -> None:
        """Stand at a place and show a heading."""
        self.entry = entry
        self.setGeometry(corner.x(), corner.y(), self._view.viewport().width(), HEAD_HEIGHT)
        self.show()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.entry is not None:
            paint_head(QPainter(self), QRectF(self.rect()), self.entry, theme_of(self))
