"""The evidence of an assessment: a list that is narrowed, and the chosen piece beside it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelection, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.evidence.details_pane import DetailsPane
from gui.evidence.filter_bar import FilterBar
from gui.evidence.list_delegate import PieceDelegate
from gui.evidence.list_model import PieceListModel
from gui.evidence.missing_list import MissingList
from gui.widgets.buttons import Button
from gui.widgets.empty_state import EmptyState
from gui.widgets.flat import lie_flat
from gui.widgets.flow import FlowLayout
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.progress_card import ProgressCard
from gui.widgets.screen import Screen
from gui.widgets.toast import Toast
from gui.widgets.writing import writes

_NARROW = 1000
_LEFT, _LEFT_NARROW = 460, 380


class EvidenceView(Screen):
    """Speaks in wishes; what is shown it is given."""

    chosen = Signal()
    content_dropped = Signal(object)
    widths_changed = Signal(tuple)

    def __init__(
        self, model: PieceListModel, delegate: PieceDelegate, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__("sheet", parent)
        self._model = model
        self.bar, self.details = FilterBar(), DetailsPane(today)
        self.list = _PieceList(model, delegate)
        self.missing = MissingList()
        self.add_files = writes(Button(self.tr("收文件"), "plus", dense=True))
        self.add_folder = writes(Button(self.tr("收文件夹"), "folder", dense=True))
        self.numbers = writes(Button(self.tr("编号"), "list", dense=True))
        self.export = Button(self.tr("导出"), "out", dense=True)
        self.progress = ProgressCard(self.tr("正在收进佐证"))
        self._none, self._no_match, self._none_missing = self._empty_states()
        self._stack = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._has_widths = False
        self._lay_out()
        self.toast = Toast(self, bottom=24)
        self._connect()
        self.setAcceptDrops(True)

    def show_list(self, *, is_empty: bool, is_narrowed: bool) -> None:
        """Show the pieces, or why there are none."""
        nothing = self._no_match if is_narrowed else self._none
        self._stack.setCurrentWidget(nothing if is_empty else self.list)

    def show_missing(self, *, is_empty: bool) -> None:
        """Show the items without any piece, or that there are none."""
        self._stack.setCurrentWidget(self._none_missing if is_empty else self._missing_area)

    def selected(self) -> list[QModelIndex]:
        """Give the chosen rows in order."""
        return sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())

    def show_widths(self, widths: tuple[int, ...]) -> None:
        """Put the splitter where it was left."""
        if len(widths) == 2:
            self._has_widths = True
            self._splitter.setSizes(list(widths))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_widths:
            left = _LEFT if self.width() >= _NARROW else _LEFT_NARROW
            self._splitter.setSizes([left, self.width() - left])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.bar.clear()
            self.list.setFocus()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.content_dropped.emit(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        kept = QMimeData()
        kept.setUrls(event.mimeData().urls())
        event.acceptProposedAction()
        self.content_dropped.emit(kept)

    def _empty_states(self) -> tuple[EmptyState, EmptyState, EmptyState]:
        """Say that there is nothing, nothing that matches, nothing that is missing."""
        none = self.tr("这份自评还没有佐证。"), self.tr("拖文件或整个文件夹进来；在清单里也可以给每一条单独加。")
        no_match = self.tr("没有符合条件的佐证。"), self.tr("去掉一个筛选，或按 Esc 看全部。")
        none_missing = self.tr("说已落实的要点都有佐证了。"), self.tr("点“缺佐证”上的 ×，或按 Esc 看全部。")
        return (
            writes(EmptyState("clip", *none, self.tr("收文件夹"), "folder")),
            EmptyState("search", *no_match, self.tr("看全部")),
            EmptyState("tick", *none_missing),
        )

    def _lay_out(self) -> None:
        left = Pane("sheet")
        column = column_in(left)
        column.addWidget(self._head())
        column.addWidget(self.bar)
        column.addWidget(hrule())
        self._missing_area = scrolled(self.missing)
        for page in (self.list, self._missing_area, self._none, self._no_match, self._none_missing):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)
        left.setMinimumWidth(320)
        self.details.setMinimumWidth(360)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.details)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _head(self) -> QWidget:
        head, strip = QWidget(), QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 12, 16, 0)
        column.addWidget(strip)
        flow = FlowLayout(strip, gap=8, line_gap=6)
        for button in (self.add_files, self.add_folder, self.numbers, self.export):
            flow.addWidget(button)
        return head

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._none.wanted.connect(self.add_folder.click)
        self._no_match.wanted.connect(self.bar.clear)
        self.list.open_wanted.connect(self.details.open_wanted)
        self.list.removal_wanted.connect(self.details.removal_wanted)
        for keys, target in (("Ctrl+F", self.bar.search), ("F2", self.details.form.formed_on)):
            self.on_keys(keys, partial(target.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self.begin_at(self.list, self.missing.list, self._none.button, self.bar.search)

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.chosen.emit()

    def _on_moved(self, _position: int, _index: int) -> None:
        self._has_widths = True
        self.widths_changed.emit(tuple(self._splitter.sizes()))


class _PieceList(QListView):
    """Rows of one height, several of which can be chosen and dragged out."""

    open_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, model: PieceListModel, delegate: PieceDelegate) -> None:
        super().__init__()
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        lie_flat(self)
        self.setUniformItemSizes(True)
        OverScroll(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(self.tr("佐证"))
        self.doubleClicked.connect(self._on_opened)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open_wanted.emit()
            case Qt.Key.Key_Delete:
                self.removal_wanted.emit()
            case Qt.Key.Key_J | Qt.Key.Key_K if not event.modifiers():
                step = 1 if event.key() == Qt.Key.Key_J else -1
                index = self.model().index(self.currentIndex().row() + step, 0)
                if index.isValid():
                    self.setCurrentIndex(index)
            case _:
                super().keyPressEvent(event)

    def _on_opened(self, _index: QModelIndex) -> None:
        self.open_wanted.emit()
