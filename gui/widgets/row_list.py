"""A list as tall as its rows, painted row by row: the page scrolls, not the list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.platform.strokes import Option, focus_frame, rule
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets.labels import tip_text
from gui.widgets.panes import column_in, hrule, let_through

_KEYED = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
PADDING = 8
"""How far ground and focus of a row reach past what stands in it."""


def inset_column(spacing: int = 0) -> QVBoxLayout:
    """Make a column for what stands over or under a list, in line with what its rows say."""
    column = QVBoxLayout()
    column.setContentsMargins(PADDING, 0, PADDING, 0)
    column.setSpacing(spacing)
    return column


def lay_under_head(section: QWidget, head: QLayout, rows: QWidget, spacing: int = 0) -> None:
    """Lay a head, a line under it and rows into a section, the head in line with what the rows say."""
    top = inset_column(4)
    top.addLayout(head)
    top.addWidget(hrule())
    column = column_in(section, spacing)
    column.addLayout(top)
    column.addWidget(rows)


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
            case _:
                return None


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height: ground, line above, focus; what stands in a row is for heirs to paint."""

    is_ruled = True
    padding = PADDING

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height

    def set_height(self, height: int) -> None:
        """Take more or less room; the list must lay itself out anew."""
        self._height = height

    def paint_row(self, painter: QPainter, rect: QRect, row: Any, theme: Theme, /) -> None:
        """Paint what a row says."""
        raise NotImplementedError

    def cut_text(self, _rect: QRect, _row: Any, /) -> str:
        """Give the text that did not fit into a row, for its tooltip; "" when all did."""
        return ""

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        return QSize(240, self._height)

    @override
    def paint(self, painter: QPainter, option: Option, index: _Index) -> None:
        theme, rect = theme_of(option.palette), self._inside(option.rect)
        painter.save()
        draw_row_ground(painter, QRectF(option.rect), theme, option.state)
        if index.row() and self.is_ruled:
            rule(painter, rect.left(), rect.top(), rect.right() + 1, theme.line)
        self.paint_row(painter, rect, index.data(ROW), theme)
        if option.state & _KEYED == _KEYED:
            focus_frame(painter, QRectF(option.rect), theme.accent, radius=2)
        painter.restore()

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: Option, index: _Index) -> bool:
        row = index.data(ROW)
        cut = self.cut_text(self._inside(option.rect), row) if row is not None else ""
        if event.type() != QEvent.Type.ToolTip or not cut:
            return False
        QToolTip.showText(event.globalPos(), tip_text(cut), view)
        return True

    def _inside(self, rect: QRect) -> QRect:
        return rect.adjusted(self.padding, 0, -self.padding, 0)


class RowList(QListView):
    """Rows of one height that are opened by Enter and a click (or a double click where one can be chosen first)."""

    wanted = Signal(object)

    def __init__(
        self,
        delegate: RowDelegate,
        *,
        said: Callable[[object], str],
        opens_at_once: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = RowModel(said, self)
        self.setModel(self._model)
        delegate.setParent(self)
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self._lie_flat()
        (self.clicked if opens_at_once else self.doubleClicked).connect(self._open)

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show other rows and grow or shrink to them."""
        self._model.show_rows(rows)
        self.updateGeometry()

    def set_row_height(self, height: int) -> None:
        """Give all rows another height."""
        self._delegate.set_height(height)
        self.scheduleDelayedItemsLayout()
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
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self._come_to(self.visualRect(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _lie_flat(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        let_through(self)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _come_to(self, row: QRect) -> None:
        """Bring a row into sight on the page that scrolls, where the list stands on one."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and (page := around.widget()) is not None:
            middle = self.viewport().mapTo(page, row.center())
            around.ensureVisible(middle.x(), middle.y(), 0, min(row.height() // 2 + 1, around.height() // 2))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(ROW))
