"""Two cycles side by side: the sums, the sections, and item by item."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gui.cycles.content import Comparison, CourseLine, RateLine
from gui.cycles.courses_bar import CoursesBar
from gui.cycles.delegates import CourseDelegate, RateDelegate
from gui.platform.fonts import Role
from gui.widgets.buttons import Button, ToolButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import ElidedLabel, heading, plain_label
from gui.widgets.panes import column_in, hrule, scrolled
from gui.widgets.row_list import RowList, inset_column
from gui.widgets.screen import Screen, top_bar
from services.cycles.comparison import Course

_WIDEST, _EDGE = 1160, 24
_RATE, _ITEM = 32, 52


class CyclesView(Screen):
    """Speaks in wishes; everything it shows it is given."""

    back_wanted = Signal()
    item_wanted = Signal(str)
    report_wanted = Signal()
    came_forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.back = ToolButton("left", self.tr("回到概览"), "Esc")
        self.report = Button(self.tr("看自评报告"), dense=True)
        self.courses = CoursesBar()
        self._told = ElidedLabel("", Role.SMALL, "ink2")
        self._sums, self._sections = _rates(self.tr("合计")), _rates(self.tr("分章节"))
        self._items = RowList(CourseDelegate(_ITEM), said=_sentence_of)
        self._items.setAccessibleName(self.tr("逐条对比"))
        self._none = plain_label("", Role.SMALL, "ink2")
        self._empty = EmptyState(
            "chart", self.tr("没有上一年度的自评"), self.tr("下一年度从这一份开起，就能逐条对比。"), self.tr("回到概览")
        )
        self._comparison: Comparison | None = None
        self._chosen: Course | None = None
        self._build()
        self._listen()
        self.begin_at(self._items, self._empty.button)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show two cycles, or that there is only one."""
        self._comparison = comparison
        self._empty.setVisible(comparison is None)
        self._area.setVisible(comparison is not None)
        if comparison is None:
            self._told.setText("")
            return
        years = {"before": comparison.last_year, "after": comparison.year}
        self._told.setText(self.tr("{before} 年度 → {after} 年度").format(**years))
        self._sums.show_rows([comparison.head, *comparison.sums])
        self._sections.show_rows([comparison.head, *comparison.sections])
        self._draw(comparison)

    def choose(self, course: Course | None) -> None:
        """Show only the items that went so."""
        self._chosen = course
        if self._comparison is not None:
            self._draw(self._comparison)

    @property
    def shown(self) -> int:
        """Count the items in view."""
        return self._items.model().rowCount()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_forward.emit()

    def _draw(self, comparison: Comparison) -> None:
        lines = comparison.of(self._chosen)
        self.courses.show_counts(comparison, self._chosen)
        self._items.show_rows(lines)
        self._items.setVisible(bool(lines))
        self._none.setText(self.tr("没有这样的要点。"))
        self._none.setVisible(not lines)

    def _build(self) -> None:
        self._area = scrolled(self._build_page())
        whole = column_in(self)
        whole.addWidget(self._build_bar())
        whole.addWidget(hrule())
        whole.addWidget(self._area, 1)
        whole.addWidget(self._empty, 1)

    def _build_page(self) -> QWidget:
        page = QWidget()
        page.setMaximumWidth(_WIDEST + 2 * _EDGE)
        column = QVBoxLayout(page)
        column.setContentsMargins(_EDGE - 8, 20, _EDGE - 8, 24)
        column.setSpacing(0)
        for title, part in ((self.tr("合计"), self._sums), (self.tr("落实率分章节"), self._sections)):
            column.addLayout(_head(title))
            column.addWidget(part)
            column.addSpacing(20)
        column.addLayout(_head(self.tr("逐条")))
        bar = inset_column()
        bar.setContentsMargins(8, 12, 8, 8)
        bar.addWidget(self.courses)
        column.addLayout(bar)
        column.addWidget(self._items)
        self._none.setContentsMargins(8, 8, 8, 0)
        column.addWidget(self._none)
        column.addStretch(1)
        return page

    def _build_bar(self) -> QWidget:
        title = plain_label(self.tr("与上年对比"), Role.BODY_BOLD)
        return top_bar((self.back, title), (self.report,), between=self._told)

    def _listen(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self._empty.wanted.connect(self.back_wanted)
        self.report.clicked.connect(self.report_wanted)
        self.courses.chosen.connect(self.choose)
        self._items.wanted.connect(self._on_wanted)
        self.on_keys("Esc", self.back_wanted)

    def _on_wanted(self, line: CourseLine) -> None:
        if line.leads is not None:
            self.item_wanted.emit(line.leads)


def _rates(name: str) -> RowList:
    made = RowList(RateDelegate(_RATE), said=_rate_sentence)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _head(title: str) -> QVBoxLayout:
    top = inset_column(4)
    top.addWidget(heading(title))
    top.addWidget(hrule())
    return top


def _rate_sentence(row: object) -> str:
    assert isinstance(row, RateLine)
    return row.sentence


def _sentence_of(row: object) -> str:
    assert isinstance(row, CourseLine)
    return row.sentence
