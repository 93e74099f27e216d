"""The comparison laid out: which revisions, what kinds of change, every item, and the step to the newer one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from checklists.revisions import Fate
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.jobs import Job
from gui.revisions.archive_pane import ArchivePane
from gui.revisions.content import Comparison
from gui.revisions.kinds_bar import KindsBar
from gui.revisions.pickers import Pickers
from gui.revisions.rows_pane import RowsPane
from gui.widgets.buttons import PrimaryButton, ToolButton
from gui.widgets.labels import ElidedLabel, plain_label
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.screen import Screen
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.trail.changes import Step

_BAR = 48
_COMPARED, _ARCHIVE = 0, 1


class RevisionsView(Screen):
    """With an assessment it offers the step and the archive; without one, two revisions to choose."""

    back_wanted = Signal()
    kind_chosen = Signal(object)
    renewal_wanted = Signal()
    archive_wanted = Signal()

    def __init__(self, *, has_assessment: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._has_assessment = has_assessment
        self.kinds, self.rows = KindsBar(), RowsPane(has_answers=has_assessment)
        self.archive, self.pickers = ArchivePane(), Pickers()
        self.renew = writes(PrimaryButton(self.tr("换到新版"), tall=36))
        self.problem = Problem()
        self.progress = ProgressCard(self.tr("正在换到新版"), can_stop=False, parent=self)
        self._title = plain_label(self.tr("修订对照"), Role.BODY_BOLD)
        self._subject = ElidedLabel("", Role.SMALL, "ink3")
        self._consequence = Paragraph("", Role.SMALL, "ink2")
        self._tabs = QTabBar()
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.begin_at(self.rows.list, self._tabs)

    def show_comparison(self, comparison: Comparison, kind: Fate | None) -> None:
        """Show a comparison, the items of one kind or all that changed."""
        self._subject.setText(comparison.title)
        self.kinds.show_counts(comparison.counts(), kind)
        self.rows.show_lines(comparison.before, comparison.after, comparison.only(kind))
        self.rows.explain_nothing(is_all=kind is None)
        self._consequence.show_text(comparison.consequence)
        self._foot.setVisible(bool(comparison.consequence))

    def show_archive(self) -> None:
        """Turn to the archive."""
        self._tabs.setCurrentIndex(_ARCHIVE)

    @property
    def is_archive(self) -> bool:
        """Say whether the archive is in view."""
        return self._pages.currentIndex() == _ARCHIVE

    def show_comparing(self) -> None:
        """Turn to the comparison."""
        self._tabs.setCurrentIndex(_COMPARED)

    def watch(self, job: Job[Step]) -> None:
        """Show how far the step is, where it takes longer than a moment."""
        self.progress.resize(self.progress.sizeHint().expandedTo(self.progress.minimumSizeHint()))
        self.progress.move(self.rect().center() - self.progress.rect().center())
        self.progress.watch(job)

    def show_busy(self, busy: bool) -> None:
        """Offer the step only while it is not under way."""
        self.renew.setEnabled(not busy)

    def _build(self) -> None:
        column = column_in(self)
        column.addWidget(self._build_bar())
        column.addWidget(hrule())
        trouble = QVBoxLayout()
        trouble.setContentsMargins(16, 0, 16, 0)
        trouble.addWidget(self.problem)
        column.addLayout(trouble)
        self._pages.addWidget(self._build_comparison())
        self._pages.addWidget(self.archive)
        column.addWidget(self._pages, 1)

    def _build_bar(self) -> QWidget:
        bar = Pane("ground")
        bar.setFixedHeight(_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._build_back())
        row.addWidget(self._title)
        row.addWidget(self._subject, 1)
        row.addWidget(self._build_tabs())
        row.addWidget(self.pickers)
        self._tabs.setVisible(self._has_assessment)
        self.pickers.setVisible(not self._has_assessment)
        return bar

    def _build_back(self) -> QWidget:
        known = ("left", self.tr("回到清单"), "Esc") if self._has_assessment else ("home", self.tr("回到开始页"), "Esc")
        back = ToolButton(*known)
        back.clicked.connect(self.back_wanted)
        return back

    def _build_tabs(self) -> QWidget:
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFont(fonts.body(bold=True))
        self._tabs.setAccessibleName(self.tr("页面"))
        for words in (self.tr("对照"), self.tr("归档")):
            self._tabs.addTab(words)
        return self._tabs

    def _build_comparison(self) -> QWidget:
        page = QWidget()
        column = column_in(page)
        column.addWidget(self.kinds)
        column.addWidget(self.rows, 1)
        column.addWidget(self._build_foot())
        return page

    def _build_foot(self) -> QWidget:
        self._foot = Pane("sheet")
        column = column_in(self._foot)
        column.addWidget(hrule("line2"))
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(24)
        row.addWidget(self._consequence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.renew)
        column.addLayout(row)
        self._foot.hide()
        return self._foot

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.kind_chosen)
        self.renew.clicked.connect(self.renewal_wanted)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self.on_keys("Esc", self.back_wanted)

    def _on_tab_changed(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        if index == _ARCHIVE:
            self.archive_wanted.emit()
