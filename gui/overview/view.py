"""The overview: how much is filled in and carried out, what falls short, and what to do next."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.overview.content import Overview
from gui.overview.figures import FiguresPart
from gui.overview.overdue import OverduePart
from gui.overview.shares import Shares
from gui.overview.shares_by import SharesBy
from gui.overview.todo_list import TodoList
from gui.overview.todos import Step, Todo
from gui.overview.years import YearsPart
from gui.widgets.buttons import Button, PrimaryButton
from gui.widgets.panes import column_in, scrolled, vrule
from gui.widgets.row_list import PADDING, inset_column
from gui.widgets.screen import Screen, lead_tab

_TWO_COLUMNS_FROM, _TALL_FROM = 1180, 760
_WIDEST = 1640
_RIGHT_WIDTH, _GAP = 359 + 2 * PADDING, 40 - PADDING
_SECTION, _FIGURE = (36, 44), (44, 52)


class OverviewView(Screen):
    """Two columns that scroll together; everything that can be clicked leads to where it can be mended."""

    item_wanted = Signal(str)
    figure_wanted = Signal(str, str)
    section_wanted = Signal(str)
    unanswered_wanted = Signal()
    without_evidence_wanted = Signal()
    review_wanted = Signal()
    report_wanted = Signal()
    theme_wanted = Signal(str)
    finding_wanted = Signal(int)
    ledger_wanted = Signal()
    quality_wanted = Signal()
    comparison_wanted = Signal()
    came_forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._shares, self._parts = Shares(), SharesBy(_SECTION[1])
        self._figures = FiguresPart(_FIGURE[1])
        self._todos, self._overdue, self._years = TodoList(), OverduePart(), YearsPart()
        self._check = Button(self.tr("交前质检"), "tick")
        self._report = PrimaryButton(self.tr("看自评报告"))
        self._left, self._right = self._build_left(), self._build_right()
        self._line = vrule()
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._build()
        self._connect()
        self._fit(QSize(_TWO_COLUMNS_FROM, _TALL_FROM))

    def show_overview(self, overview: Overview) -> None:
        """Show an assessment as it stands."""
        self._shares.show_shares(overview.filled, overview.carried)
        self._parts.show_overview(overview)
        self._figures.show_overview(overview)
        self._todos.show_todos(overview.todos)
        self._overdue.show_lines(overview.overdue)
        self._years.show_years(overview.years)
        self._order_tabs()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_forward.emit()

    def _build(self) -> None:
        self._grid.setSpacing(0)
        self._page.setMaximumWidth(_WIDEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(self._page)
        whole.addWidget(area)

    def _build_left(self) -> QWidget:
        top = inset_column(4)
        top.addWidget(self._shares)
        top.addSpacing(20)
        left = QWidget()
        column = column_in(left, 4)
        column.addLayout(top)
        column.addWidget(self._parts)
        column.addSpacing(16)
        column.addWidget(self._figures)
        column.addStretch(1)
        return left

    def _build_right(self) -> QWidget:
        right = QWidget()
        column = self._right_column = column_in(right, 20)
        todos, foot = inset_column(), inset_column()
        todos.addWidget(self._todos)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(self._check)
        steps.addWidget(self._report)
        steps.addStretch(1)
        foot.addLayout(steps)
        column.addLayout(todos)
        column.addWidget(self._overdue)
        column.addWidget(self._years)
        column.addStretch()
        column.addLayout(foot)
        column.addStretch()
        return right

    def _connect(self) -> None:
        self.begin_at(self._parts.rows, self._check)
        self._parts.section_wanted.connect(self.section_wanted)
        self._parts.theme_wanted.connect(self.theme_wanted)
        self._check.clicked.connect(self.quality_wanted)
        self._overdue.finding_wanted.connect(self.finding_wanted)
        self._years.wanted.connect(self.comparison_wanted)
        self._figures.wanted.connect(self.figure_wanted)
        self._overdue.item_wanted.connect(self.item_wanted)
        self._todos.wanted.connect(self._on_todo)
        self._report.clicked.connect(self.report_wanted)

    def _on_todo(self, todo: Todo) -> None:
        match todo.step:
            case Step.FILL:
                self.unanswered_wanted.emit()
            case Step.PROVE:
                self.without_evidence_wanted.emit()
            case Step.READ:
                self.figure_wanted.emit(todo.item or "", todo.figure or "")
            case Step.REVIEW:
                self.review_wanted.emit()
            case Step.MEND:
                self.ledger_wanted.emit()
            case Step.CHECK:
                self.quality_wanted.emit()
            case Step.REPORT:
                self.report_wanted.emit()

    def _order_tabs(self) -> None:
        """Lead Tab through the steps, made anew each time, before what stands under them."""
        steps = (*self._todos.buttons(), *self._overdue.inputs(), *self._years.inputs(), self._check, self._report)
        lead_tab((*self._parts.inputs(), *self._figures.inputs(), *steps))

    def _fit(self, size: QSize) -> None:
        is_wide, is_tall = size.width() >= _TWO_COLUMNS_FROM, size.height() >= _TALL_FROM
        self._parts.set_row_height(_SECTION[is_tall])
        self._figures.set_row_height(_FIGURE[is_tall])
        self._todos.show_dense(dense=not is_tall)
        self._overdue.show_room(is_tall=is_tall)
        # at the foot of a tall window, else close by, where it can be seen without scrolling
        self._right_column.setStretch(3, 1 if is_tall else 0)
        self._right_column.setStretch(5, 0 if is_tall else 1)
        edge = (32 if is_wide else 24) - PADDING
        self._grid.setContentsMargins(edge, 24, edge, 24)
        self._place(is_wide=is_wide)

    def _place(self, *, is_wide: bool) -> None:
        """Lay the columns side by side, or one under the other."""
        for part in (self._left, self._line, self._right):
            self._grid.removeWidget(part)
        self._right.setMinimumWidth(_RIGHT_WIDTH if is_wide else 0)
        self._right.setMaximumWidth(_RIGHT_WIDTH if is_wide else 1 << 20)
        self._grid.addWidget(self._left, 0, 0)
        if is_wide:
            self._grid.addWidget(self._line, 0, 1)
            self._grid.addWidget(self._right, 0, 2)
        else:
            self._grid.addWidget(self._right, 1, 0)
        self._line.setVisible(is_wide)  # not before it has its place, or it would be a window for a moment
        self._grid.setHorizontalSpacing(_GAP if is_wide else 0)
        self._grid.setVerticalSpacing(0 if is_wide else 32)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1 if is_wide else 0)
        self._grid.setRowStretch(2, 0 if is_wide else 1)
