"""The review laid out: clauses, items and document side by side, two tabs where it is narrow, or an invitation."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from gui.drafting.bar import DraftingBar
from gui.drafting.clause_pane import ClausePane
from gui.drafting.items_pane import ItemsPane
from gui.drafting.text_pane import DocumentPane
from gui.platform import fonts
from gui.widgets.invitation import Invitation, file_in
from gui.widgets.panes import column_in, hrule
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.screen import Screen
from gui.widgets.toast import Toast

_NARROW_BELOW, _WIDE_FROM = 1180, 1400
_CLAUSES = {"narrow": 248, "middle": 248, "wide": 272}
_ITEMS = {"narrow": 720, "middle": 520, "wide": 560}
_REST_MS = 300


class DraftingView(Screen):
    """Speaks in wishes; a file may be dropped anywhere on it."""

    file_wanted = Signal()
    file_dropped = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    widths_changed = Signal(tuple)
    went_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.bar, self._invited = DraftingBar(), self._invitation()
        self.clauses, self.items, self.document = ClausePane(), ItemsPane(), DocumentPane()
        self.problem = Problem()
        self.progress = ProgressCard(self.tr("正在读文件，起草清单"), parent=self)
        self.toast = Toast(self, bottom=32)
        self._own_widths: tuple[int, ...] = ()
        self._layout_name = ""
        self._build()
        self._connect()
        self.begin_at(self.items.list, self._invited.button, self._tabs)
        self.setAcceptDrops(True)
        self.show_empty()

    def show_empty(self) -> None:
        """Invite to choose a document."""
        self._pages.setCurrentIndex(0)
        self.bar.show_nothing()

    def show_review(self) -> None:
        """Show a draft."""
        self._pages.setCurrentIndex(1)

    @property
    def is_empty(self) -> bool:
        """Say whether there is no draft to show."""
        return self._pages.currentIndex() == 0

    def say_problem(self, sentence: str) -> None:
        """Say what was refused, or nothing."""
        self.problem.say(sentence)
        self._trouble.setVisible(bool(sentence))

    def show_widths(self, widths: tuple[int, ...]) -> None:
        """Use the widths this desk remembers; none for our own."""
        self._own_widths = widths
        self._layout_name = ""
        self._fit()

    def turn_to_text(self) -> None:
        """Where only one of items and document is in view, let it be the document."""
        self._tabs.setCurrentIndex(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.progress.resize(self.progress.sizeHint().expandedTo(self.progress.minimumSizeHint()))
        self.progress.move(self.rect().center() - self.progress.rect().center())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.went_away.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.is_empty and file_in(event.mimeData()):
            event.acceptProposedAction()
            self._invited.light_up()

    @override
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._invited.go_out()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._invited.go_out()
        if path := file_in(event.mimeData()):
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _build(self) -> None:
        column = column_in(self)
        column.addWidget(self.bar)
        column.addWidget(hrule())
        self._trouble = QWidget()
        trouble = QVBoxLayout(self._trouble)
        trouble.setContentsMargins(16, 8, 16, 8)
        trouble.addWidget(self.problem)
        self._trouble.hide()
        column.addWidget(self._trouble)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._invited)
        self._pages.addWidget(self._review())
        column.addWidget(self._pages, 1)

    def _invitation(self) -> Invitation:
        sentence = self.tr("选一份公文，起草成清单。")
        how = self.tr("读文本、Word、PDF 或网页，只留在本机。也可以拖到这里。")
        return Invitation(sentence, how, self.tr("选文件"), QSize(520, 216))

    def _review(self) -> QWidget:
        page = QWidget()
        column = column_in(page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._right = self._two_in_one()
        for pane in (self.clauses, self.items, self._right):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(2, 1)
        self.items.setMinimumWidth(368)
        self.document.setMinimumWidth(320)
        column.addWidget(self._splitter, 1)
        return page

    def _two_in_one(self) -> QWidget:
        """Make the place at the right: the document, or where it is narrow items and document behind two tabs."""
        right = QWidget()
        column = column_in(right)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFont(fonts.body(bold=True))
        for words in (self.tr("要点"), self.tr("原文")):
            self._tabs.addTab(words)
        column.addWidget(self._tabs)
        column.addWidget(self.document, 1)
        self._right_column = column
        return right

    def _connect(self) -> None:
        self._invited.wanted.connect(self.file_wanted)
        self._tabs.currentChanged.connect(self._show_parts)
        self._moving = QTimer(self, singleShot=True, interval=_REST_MS)
        self._moving.timeout.connect(self._on_rested)
        self._splitter.splitterMoved.connect(self._on_moved)
        self.bar.undo_wanted.connect(self.undo_wanted)
        self.bar.redo_wanted.connect(self.redo_wanted)
        wishes = {"Ctrl+Z": self.undo_wanted, "Ctrl+Y": self.redo_wanted, "Ctrl+Shift+Z": self.redo_wanted}
        for keys, wish in wishes.items():
            self.on_keys(keys, wish)

    def _fit(self) -> None:
        """Lay out anew only when the window passes from one of the three widths to another."""
        width = self.width()
        name = "narrow" if width < _NARROW_BELOW else "wide" if width >= _WIDE_FROM else "middle"
        if name == self._layout_name:
            return
        self._layout_name = name
        self._tabs.setVisible(name == "narrow")
        self._place_items(in_tabs=name == "narrow")
        self.items.show_low(name == "narrow")
        self._show_parts()
        left, middle = self._own_widths or (_CLAUSES[name], _ITEMS[name])
        self._splitter.setSizes([left, middle, max(width - left - middle, 320)])

    def _place_items(self, *, in_tabs: bool) -> None:
        if in_tabs:
            self._right_column.insertWidget(1, self.items, 1)
        else:
            self._splitter.insertWidget(1, self.items)

    def _show_parts(self) -> None:
        is_narrow = self._layout_name == "narrow"
        self.items.setVisible(not is_narrow or self._tabs.currentIndex() == 0)
        self.document.setVisible(not is_narrow or self._tabs.currentIndex() == 1)

    def _on_moved(self) -> None:
        if self._layout_name != "narrow":
            left, middle, _ = self._splitter.sizes()
            self._own_widths = (left, middle)
            self._moving.start()

    def _on_rested(self) -> None:
        self.widths_changed.emit(self._own_widths)
