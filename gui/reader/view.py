"""The reader laid out: points and text side by side, two tabs where it is narrow, or an invitation."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.reader.points_pane import PointsPane
from gui.reader.text_pane import TextPane
from gui.widgets.buttons import ToolButton
from gui.widgets.invitation import Invitation, file_in
from gui.widgets.labels import ElidedLabel
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.screen import Screen
from gui.widgets.toast import Toast
from gui.widgets.writing import writes

_NARROW_BELOW, _WIDE_FROM = 1180, 1400
_WIDE, _MIDDLE = 480, 400
_POINTS, _TEXT = 0, 1
_REST_MS = 300


class ReaderView(Screen):
    """Speaks in wishes; a file may be dropped anywhere on it."""

    file_wanted = Signal()
    file_dropped = Signal(object)
    home_wanted = Signal()
    step_wanted = Signal(int)
    widths_changed = Signal(tuple)
    came_forward = Signal()

    def __init__(self, *, stands_alone: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.points, self.text = PointsPane(), TextPane()
        self._invited = self._invitation()
        self.problem = Problem()
        self.progress = ProgressCard(self.tr("正在读官方文本"), parent=self)
        self.toast = Toast(self, bottom=48)
        self._title = ElidedLabel("", Role.BODY_BOLD)
        self._own_width = 0
        self._layout_name = ""
        self._build(stands_alone=stands_alone)
        self._connect()
        self.begin_at(self.points.points, self.text.text, self._invited.button)
        self.setAcceptDrops(True)
        self.show_empty()

    def show_title(self, title: str) -> None:
        """Say which policy this is, where the view stands alone."""
        self._title.setText(title)

    def show_empty(self) -> None:
        """Invite to read a text in."""
        self._pages.setCurrentIndex(0)

    def show_reader(self) -> None:
        """Show points and text."""
        self._pages.setCurrentIndex(1)

    @property
    def is_empty(self) -> bool:
        """Say whether there is no text to show."""
        return self._pages.currentIndex() == 0

    def show_width(self, width: int) -> None:
        """Use the width this desk remembers; 0 for our own."""
        self._own_width = width
        self._layout_name = ""
        self._fit()

    def turn_to_text(self) -> None:
        """Where only one of the two is in view, let it be the text."""
        self._tabs.setCurrentIndex(_TEXT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.progress.resize(self.progress.sizeHint().expandedTo(self.progress.minimumSizeHint()))
        self.progress.move(self.rect().center() - self.progress.rect().center())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        step = steps.get(Qt.Key(event.key()))
        if step and not event.modifiers():
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event.mimeData()):
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

    def _build(self, *, stands_alone: bool) -> None:
        column = column_in(self)
        if stands_alone:
            column.addWidget(self._bar())
            column.addWidget(hrule())
        trouble = QVBoxLayout()
        trouble.setContentsMargins(16, 0, 16, 0)
        trouble.addWidget(self.problem)
        column.addLayout(trouble)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._invited)
        self._pages.addWidget(self._reader())
        column.addWidget(self._pages, 1)

    def _bar(self) -> QWidget:
        bar = Pane("ground")
        bar.setFixedHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 16, 0)
        home = ToolButton("home", self.tr("回到开始页"), "Alt+Home")
        home.clicked.connect(self.home_wanted)
        row.addWidget(home)
        row.addWidget(self._title, 1)
        return bar

    def _invitation(self) -> Invitation:
        how = self.tr("选一个 txt、docx 或 pdf 文件，只留在本机。也可以拖到这里。")
        return writes(Invitation(self.tr("还没有读入官方文本。"), how, self.tr("读入官方文本"), QSize(480, 200)))

    def _reader(self) -> QWidget:
        page = QWidget()
        column = column_in(page)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFont(fonts.body(bold=True))
        self._tabs.setAccessibleName(self.tr("要点和原文"))
        for words in (self.tr("要点"), self.tr("原文")):
            self._tabs.addTab(words)
        column.addWidget(self._tabs)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        for pane in (self.points, self.text):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self.points.setMinimumWidth(320)
        self.text.setMinimumWidth(560)
        column.addWidget(self._splitter, 1)
        return page

    def _connect(self) -> None:
        self.on_keys(QKeySequence.StandardKey.Find, self._on_find_keyed)
        self._invited.wanted.connect(self.file_wanted)
        self.text.other_wanted.connect(self.file_wanted)
        self._tabs.currentChanged.connect(self._show_parts)
        self._moving = QTimer(self, singleShot=True, interval=_REST_MS)
        self._moving.timeout.connect(self._on_rested)
        self._splitter.splitterMoved.connect(self._on_moved)

    def _fit(self) -> None:
        """Lay out anew only when the window passes from one of the three widths to another."""
        width = self.width()
        name = "narrow" if width < _NARROW_BELOW else "wide" if width >= _WIDE_FROM else "middle"
        if name == self._layout_name:
            return
        self._layout_name = name
        self._tabs.setVisible(name == "narrow")
        self._show_parts()
        left = self._own_width or (_WIDE if name == "wide" else _MIDDLE)
        self._splitter.setSizes([left, max(width - left, 480)])

    def _show_parts(self) -> None:
        is_narrow = self._layout_name == "narrow"
        self.points.setVisible(not is_narrow or self._tabs.currentIndex() == _POINTS)
        self.text.setVisible(not is_narrow or self._tabs.currentIndex() == _TEXT)

    def _on_find_keyed(self) -> None:
        if not self.is_empty:
            self.turn_to_text()
            self.text.find_bar.take_keys()

    def _on_moved(self) -> None:
        if self._layout_name != "narrow":
            self._own_width = self._splitter.sizes()[0]
            self._moving.start()

    def _on_rested(self) -> None:
        self.widths_changed.emit((self._own_width,))
