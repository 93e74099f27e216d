"""The strip of small pages beside the paper."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import focus_frame
from gui.platform.theme import theme_of
from gui.reporting.page_pictures import PagePictures
from reports.preview import Pages

_WIDTH, _FRAME, _NUMBER = 80, 6, 22
_FINER = 3
"""Drawn larger and shrunk: a hairline drawn this small would come out a whole pixel black."""
Index = QModelIndex | QPersistentModelIndex


class ThumbModel(QAbstractListModel):
    """One row a page; the picture comes when it is drawn."""

    def __init__(self, pages: Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._ratio = parent.devicePixelRatioF()
        self._pictures = PagePictures(pages, self)
        self._pictures.ready.connect(self._on_ready)

    def close(self) -> None:
        """Let go of the document."""
        self._pictures.close()

    def height(self, row: int) -> float:
        """Give the height of a page in the strip."""
        width, height = self._pages.size(row)
        return _WIDTH * height / width

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._pages.count

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(index.row() + 1)
            case Qt.ItemDataRole.DecorationRole:
                return self._pictures.picture(index.row(), round(_WIDTH * self._ratio) * _FINER)
            case _:
                return None

    def _on_ready(self, page: int) -> None:
        self.dataChanged.emit(self.index(page), self.index(page), [Qt.ItemDataRole.DecorationRole])


class _ThumbDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, ThumbModel)
        return QSize(_WIDTH + 2 * _FRAME, round(model.height(index.row())) + 2 * _FRAME + _NUMBER)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: QWidget = option.widget  # type: ignore[attr-defined]
        whole = QRectF(option.rect)  # type: ignore[attr-defined]
        theme, model = theme_of(view), index.model()
        assert isinstance(model, ThumbModel)
        paper = QRectF(0, whole.top() + _FRAME, _WIDTH, model.height(index.row()))
        paper.moveLeft(whole.center().x() - _WIDTH / 2)
        painter.fillRect(paper, Qt.GlobalColor.white)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            painter.drawPixmap(paper.topLeft(), _shrunk(picture, paper, view.devicePixelRatioF()))
        painter.setPen(QPen(theme.line2, 0))
        painter.drawRect(paper)
        is_current = isinstance(view, ThumbStrip) and index.row() in view.current
        if is_current:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(paper.adjusted(-4, -4, 4, 4), 4, 4)
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink if is_current else theme.ink3)
        below = QRectF(whole.left(), paper.bottom() + _FRAME, whole.width(), _NUMBER - _FRAME)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())


def _shrunk(picture: QPixmap, paper: QRectF, ratio: float) -> QPixmap:
    size = (paper.size() * ratio).toSize()
    small = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return small


class ThumbStrip(QListView):
    """Small pages; a click on one wishes for it, ↑ and ↓ for those before and after what is in view."""

    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current: frozenset[int] = frozenset()
        self.setItemDelegate(_ThumbDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFixedWidth(132)
        self.setSpacing(4)
        self.setAccessibleName(self.tr("页面缩略图"))
        self.clicked.connect(self._on_clicked)

    def show_pages(self, pages: Pages) -> None:
        """Show another document."""
        self.close_pages()
        self.setModel(ThumbModel(pages, self))

    def close_pages(self) -> None:
        """Let go of the document."""
        if isinstance(model := self.model(), ThumbModel):
            model.close()

    def clear(self) -> None:
        """Show no document."""
        self.close_pages()
        self.setModel(None)

    def show_current(self, pages: frozenset[int]) -> None:
        """Frame the pages that are in view, and keep them in sight."""
        self.current = pages
        self.viewport().update()
        if pages and (model := self.model()) is not None:
            self.scrollTo(model.index(max(pages), 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not self.current:
            super().keyPressEvent(event)
            return
        page = max(self.current) + 1 if event.key() == Qt.Key.Key_Down else min(self.current) - 1
        if 0 <= page < self.model().rowCount():
            self.page_wanted.emit(page)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_frame(QPainter(self.viewport()), QRectF(self.viewport().rect()), theme_of(self).accent, radius=0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.page_wanted.emit(index.row())
