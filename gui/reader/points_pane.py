"""The left of the reader: a clause's points, the one in hand in our words, its figures, its citation."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.reader.content import ClauseShown, FigureRow, PointRow
from gui.reader.points_delegate import FIGURE_HIGH, POINT_HIGH, FigureDelegate, PointDelegate
from gui.widgets.buttons import Button, LinkButton, ToolButton
from gui.widgets.labels import ElidedLabel, field_label
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.problem import Problem
from gui.widgets.row_list import ROW, RowList
from gui.widgets.text import Paragraph
from models.vocabulary import ItemKey
from resources import word

_PAD = 16
_LEFT = Qt.AlignmentFlag.AlignLeft


class PointsPane(Pane):
    """Shows one clause at a time."""

    item_chosen = Signal(str)
    clause_step_wanted = Signal(int)
    line_wanted = Signal(int)
    copy_wanted = Signal()
    checklist_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._head = ElidedLabel("", Role.SMALL_BOLD)
        self._up = ToolButton("up", self.tr("上一条款"))
        self._down = ToolButton("down", self.tr("下一条款"))
        self.points = RowList(PointDelegate(POINT_HIGH), said=_said, opens_at_once=True)
        self._warning = Problem(tone="partly")
        self._changes = Paragraph("", Role.SMALL, "ink2")
        self._requirement_label = field_label()
        self._requirement = Paragraph("", Role.REQUIREMENT)
        self._figures_label = field_label(self.tr("清单里的数字"))
        self.figures = RowList(FigureDelegate(FIGURE_HIGH), said=_said_figure)
        self._citation = Paragraph("", Role.SMALL)
        self.copy = Button(self.tr("复制引文"), "copy", dense=True)
        self.to_checklist = LinkButton(self.tr("到清单里填这一条"))
        self._lay_out()
        self._connect()

    def show_clause(self, clause: ClauseShown, key: ItemKey) -> None:
        """Show a clause, one of its points in hand."""
        self._head.setText(f"{clause.number}　{clause.heading}".strip())
        self._warning.say(clause.warning)
        self.points.show_rows(clause.points)
        self._list.setMaximumHeight(self.points.height_of_rows)
        place = next(index for index, point in enumerate(clause.points) if point.key == key)
        with_selection = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self.points.model().index(place, 0)
        blocked = self.points.selectionModel().blockSignals(True)
        self.points.selectionModel().setCurrentIndex(index, with_selection)
        self.points.selectionModel().blockSignals(blocked)
        self.points.viewport().update()
        self._list.ensureVisible(0, (2 * place + 1) * POINT_HIGH // 2, 0, POINT_HIGH)
        self._show_point(clause.points[place])

    def show_figures(self, figures: tuple[FigureRow, ...]) -> None:
        """Show the figures of the point in hand."""
        self._figures_label.setVisible(bool(figures))
        self.figures.setVisible(bool(figures))
        self.figures.show_rows(figures)

    def show_changes(self, words: str) -> None:
        """Show how the clause differs from the copy read before."""
        self._changes.setVisible(bool(words))
        self._changes.show_text(words)

    @property
    def changes(self) -> str:
        """Give what is said of the copy read before."""
        return self._changes.text

    def show_citation(self, words: str) -> None:
        """Show how the clause is cited."""
        self._citation.show_text(words)

    def _show_point(self, point: PointRow) -> None:
        self._requirement_label.setText(self.tr("{key} 的要求（本程序的写法）").format(key=point.label))
        self._requirement.show_text(point.text)
        self.to_checklist.setVisible(point.status is not None)

    def _lay_out(self) -> None:
        self.points.setAccessibleName(self.tr("要点"))
        self.figures.setAccessibleName(self.tr("清单里的数字"))
        head = QHBoxLayout()
        head.setContentsMargins(_PAD, 6, 8, 6)
        head.addWidget(self._head, 1)
        head.addWidget(self._up)
        head.addWidget(self._down)
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(hrule())
        self._list, below = scrolled(self.points), scrolled(self._content())
        for area in (self._list, below):
            OverScroll(area)
        column.addWidget(self._list, 3)
        column.addWidget(hrule())
        column.addWidget(below, 2)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, _PAD)
        column.setSpacing(0)
        column.addLayout(self._inner())
        column.addStretch()
        return content

    def _inner(self) -> QVBoxLayout:
        inner = QVBoxLayout()
        inner.setContentsMargins(_PAD, 12, _PAD, 0)
        inner.setSpacing(4)
        inner.addWidget(self._warning)
        inner.addWidget(self._changes)
        inner.addSpacing(8)
        parts: list[tuple[QWidget, int]] = [
            (self._requirement_label, 0),
            (self._requirement, 0),
            (self.to_checklist, 12),
            (self._figures_label, 0),
            (self.figures, 12),
        ]
        for part, gap in parts:
            inner.addWidget(part, 0, _LEFT if part is self.to_checklist else Qt.AlignmentFlag(0))
            inner.addSpacing(gap)
        inner.addWidget(field_label(self.tr("引文")))
        inner.addWidget(self._citation)
        inner.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch()
        inner.addLayout(row)
        return inner

    def _connect(self) -> None:
        self.points.selectionModel().currentChanged.connect(self._on_current_changed)
        self.points.wanted.connect(self._on_point_wanted)
        self.figures.wanted.connect(self._on_figure_wanted)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self.copy.clicked.connect(self.copy_wanted)
        self.to_checklist.clicked.connect(self.checklist_wanted)

    def _on_current_changed(self, index: QModelIndex) -> None:
        point = index.data(ROW)
        if isinstance(point, PointRow):
            self.item_chosen.emit(point.key)

    def _on_point_wanted(self, point: PointRow) -> None:
        self.item_chosen.emit(point.key)

    def _on_figure_wanted(self, figure: FigureRow) -> None:
        if figure.line is not None:
            self.line_wanted.emit(figure.line)

    def _on_up(self) -> None:
        self.clause_step_wanted.emit(-1)

    def _on_down(self) -> None:
        self.clause_step_wanted.emit(1)


def _said(row: object) -> str:
    assert isinstance(row, PointRow)
    status = f"{word(row.status)}，" if row.status is not None else ""
    return f"{row.label}，{row.text}，{status}{row.chip}"


def _said_figure(row: object) -> str:
    assert isinstance(row, FigureRow)
    return f"{row.name}，{row.target}"
