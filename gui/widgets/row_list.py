"""A list as tall as its rows: the page scrolls, not the list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyledItemDelegate, QWidget
from typing_extensions import override

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Frozen rows one under another; `said` tells a screen reader what a row shows."""

    def __init__(self, said: Callable[[object], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = said
        self._rows: tuple[object, ...] = ()

    def show_rows(self, rows: Sequence[object]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(self._rows[index.row()])
            case Qt.ItemDataRole.UserRole:
                return self._rows[index.row()]
        return None


class RowList(QListView):
    """Rows of one height that are opened by Enter and a click (or a double click where one can be chosen first)."""

    wanted = Signal(object)

    def __init__(
        self,
        delegate: QStyledItemDelegate,
        *,
        said: Callable[[object], str],
        opens_at_once: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = RowModel(said, self)
        self.setModel(self._model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self._lie_flat()
        (self.clicked if opens_at_once else self.doubleClicked).connect(self._open)

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show other rows and grow or shrink to them."""
        self._model.show_rows(rows)
        self.updateGeometry()

    @property
    def height_of_rows(self) -> int:
        """Add up the rows."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height_of_rows + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _lie_flat(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(ROW))
