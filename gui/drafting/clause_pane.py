"""The left of the review: the clauses with what is left to do in each, and what the reader found."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from gui.drafting.content import ClauseRow, ProblemRow
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.theme import Theme
from gui.widgets.chip import HEIGHT as CHIP
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.row_list import ROW, RowDelegate, RowList
from gui.widgets.text import wrapped

_ROW, _PROBLEM, _NUMBER, _INDENT = 32, 64, 40, 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClausePane(Pane):
    """Two lists behind two tabs."""

    clause_chosen = Signal(str)
    problem_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._rows: tuple[ClauseRow, ...] = ()
        self.tabs = QTabBar()
        self.clauses = RowList(ClauseDelegate(_ROW), said=_said_clause)
        self.problems = RowList(ProblemDelegate(_PROBLEM), said=_said_problem)
        self._pages = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.clauses.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clauses.wanted.connect(self._on_clause_wanted)
        self.problems.wanted.connect(self.problem_chosen)

    def show_clauses(self, rows: Sequence[ClauseRow], ref: str) -> None:
        """Show the clauses, one of them in hand."""
        blocked = self.clauses.selectionModel().blockSignals(True)
        if rows != self._rows:  # not while an arrow key is still on its way through the list
            self._rows = tuple(rows)
            self.clauses.show_rows(rows)
        place = next((number for number, row in enumerate(rows) if row.ref == ref and not row.is_section), 0)
        index = self.clauses.model().index(place, 0)
        self.clauses.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.clauses.selectionModel().blockSignals(blocked)
        self.clauses.viewport().update()
        self._clause_area.ensureVisible(0, (2 * place + 1) * _ROW // 2, 0, 2 * _ROW)
        self.tabs.setTabText(0, self.tr("条款 {count}").format(count=sum(not row.is_section for row in rows)))

    def show_problems(self, rows: Sequence[ProblemRow]) -> None:
        """Show what the reader found."""
        self.problems.show_rows(rows)
        self.tabs.setTabText(1, self.tr("读入时的疑点 {count}").format(count=len(rows)))
        self._problem_pages.setCurrentIndex(0 if rows else 1)

    def _lay_out(self) -> None:
        self.setMinimumWidth(240)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFont(fonts.body(bold=True))
        for words in (self.tr("条款"), self.tr("读入时的疑点")):
            self.tabs.addTab(words)
        for rows, name in ((self.clauses, self.tr("条款")), (self.problems, self.tr("读入时的疑点"))):
            rows.setAccessibleName(name)
            rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._clause_area = scrolled(self.clauses)
        self._problem_pages = QStackedWidget()
        self._problem_pages.addWidget(scrolled(self.problems))
        self._problem_pages.addWidget(EmptyState("tick", self.tr("没有疑点。"), self.tr("整份文件都读得清楚。")))
        self._pages.addWidget(self._clause_area)
        self._pages.addWidget(self._problem_pages)
        column = column_in(self)
        column.addWidget(self.tabs)
        column.addWidget(hrule())
        column.addWidget(self._pages, 1)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self._on_clause_wanted(index.data(ROW))

    def _on_clause_wanted(self, row: object) -> None:
        if isinstance(row, ClauseRow) and not row.is_section:
            self.clause_chosen.emit(row.ref)


class ClauseDelegate(RowDelegate):
    """Number, heading, how many items, and a chip with how many wait to be reworded."""

    is_ruled = False

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: ClauseRow, theme: Theme, /) -> None:
        painter.setFont(fonts.small(bold=row.is_section))
        painter.setPen(theme.ink if row.is_section else theme.ink3)
        if not row.is_section:
            painter.drawText(QRect(rect.left(), rect.top(), _NUMBER, rect.height()), _RIGHT, row.number)
            _paint_count(painter, rect, row, theme)
        painter.setFont(fonts.small(bold=row.is_section))
        painter.setPen(theme.ink)
        painter.drawText(_heading_place(rect, row), _LEFT, _heading(rect, row))

    @override
    def cut_text(self, rect: QRect, row: ClauseRow, /) -> str:
        return _whole(row) if _heading(rect, row) != _whole(row) else ""


class ProblemDelegate(RowDelegate):
    """The line, then what was found there in two lines."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: ProblemRow, theme: Theme, /) -> None:
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        painter.drawText(rect.adjusted(0, 6, 0, 0), Qt.AlignmentFlag.AlignLeft, f"第 {row.line} 行")
        wrapped(row.says, Role.SMALL, rect.width(), 2).draw(painter, rect.left(), rect.top() + 22, theme.ink)

    @override
    def cut_text(self, rect: QRect, row: ProblemRow, /) -> str:
        return row.says if wrapped(row.says, Role.SMALL, rect.width(), 2).is_cut else ""


def _paint_count(painter: QPainter, rect: QRect, row: ClauseRow, theme: Theme) -> None:
    if not row.left:
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        painter.drawText(rect, _RIGHT, str(row.items))
        return
    words = f"{row.left}/{row.items}"
    wide = chip_width(words)
    place = QRectF(rect.right() + 1 - wide, rect.center().y() - CHIP // 2 + 1, wide, CHIP)
    paint_chip(painter, place, words, "partly", theme)


def _heading_place(rect: QRect, row: ClauseRow) -> QRect:
    if row.is_section:
        return rect
    return rect.adjusted(_NUMBER + _INDENT, 0, -chip_width(f"{row.left}/{row.items}") - _INDENT, 0)


def _heading(rect: QRect, row: ClauseRow) -> str:
    font = fonts.small(bold=row.is_section)
    room = _heading_place(rect, row).width()
    return QFontMetrics(font).elidedText(_whole(row), Qt.TextElideMode.ElideRight, room)


def _whole(row: ClauseRow) -> str:
    return f"{row.number}　{row.heading}" if row.is_section and row.number not in row.heading else row.heading


def _said_clause(row: object) -> str:
    assert isinstance(row, ClauseRow)
    return row.heading if row.is_section else f"{row.number} {row.heading}，{row.items} 个要点，待改写 {row.left}"


def _said_problem(row: object) -> str:
    assert isinstance(row, ProblemRow)
    return f"第 {row.line} 行，{row.says}"
