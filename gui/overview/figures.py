"""The indicators that fall short, or all of them, as a table."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gui.overview.content import Overview
from gui.overview.delegates import FigureDelegate, figure_columns, write
from gui.overview.figure_lines import FigureLine
from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import heading, plain_label
from gui.widgets.panes import column_in, hrule
from gui.widgets.row_list import PADDING, RowList, inset_column

_HEADER = 28
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresPart(QWidget):
    """A heading with counts, a switch between those that fall short and all, and the rows; `wanted` names a figure."""

    wanted = Signal(str, str)

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._shows_all = False
        self._judged = plain_label("", Role.META, "ink3")
        self._switch = LinkButton("")
        self._header = _Header()
        self._rows = RowList(FigureDelegate(row_height), said=_sentence_of)
        self._rows.setAccessibleName(self.tr("量化指标"))
        self._nothing = plain_label("", Role.SMALL, "ink2")
        self._lay_out()
        self._switch.clicked.connect(self._on_switched)
        self._rows.wanted.connect(self._on_wanted)

    def show_overview(self, overview: Overview) -> None:
        """Show the figures of an assessment."""
        self._overview = overview
        self._draw(overview)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return self._switch, self._rows

    def set_row_height(self, height: int) -> None:
        """Give the rows another height."""
        self._rows.set_row_height(height)

    def _draw(self, overview: Overview) -> None:
        shown = overview.figures if self._shows_all else overview.missed
        self._judged.setText(overview.judged)
        self._switch.setVisible(bool(overview.figures))
        self._switch.setText(self._switch_words(len(overview.figures)))
        self._header.show_last(self.tr("判定") if self._shows_all else self.tr("还差"))
        self._header.setVisible(bool(shown))
        self._rows.setVisible(bool(shown))
        self._rows.show_rows(shown)
        self._nothing.setText(self._nothing_words(overview))
        self._nothing.setVisible(not shown)

    def _switch_words(self, count: int) -> str:
        return self.tr("只看没达标的") if self._shows_all else self.tr("全部 {count} 项").format(count=count)

    def _nothing_words(self, overview: Overview) -> str:
        if not overview.figures:
            return self.tr("涉及本校的要点里，没有要逐校核算的指标。")
        if not any(line.is_read for line in overview.figures):
            return self.tr("还没有填实际值。填了就知道离目标多远。")
        return self.tr("没有未达标的指标。")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(heading(self.tr("没达标的指标")))
        line.addWidget(self._judged, 1)
        line.addWidget(self._switch)
        column = column_in(self)
        top = inset_column()
        top.addLayout(line)
        top.addSpacing(4)
        top.addWidget(self._header)
        top.addWidget(hrule())
        column.addLayout(top)
        column.addWidget(self._rows)
        self._nothing.setContentsMargins(PADDING, 12, PADDING, 0)
        column.addWidget(self._nothing)

    def _on_switched(self) -> None:
        self._shows_all = not self._shows_all
        if self._overview is not None:
            self._draw(self._overview)

    def _on_wanted(self, line: FigureLine) -> None:
        self.wanted.emit(line.item, line.figure)


class _Header(QWidget):
    """The names of the columns, over the same columns as the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self.setFixedHeight(_HEADER)

    def show_last(self, name: str) -> None:
        """Name the last column."""
        self._last = name
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink = QPainter(self), theme_of(self).ink3
        _, *columns = figure_columns(QRect(self.rect()))
        names = (self.tr("指标"), self.tr("目标"), self.tr("实际"), self.tr("离目标"))
        for rect, name in zip(columns[:-1], names, strict=True):
            write(painter, rect, name, Role.META, ink)
        write(painter, columns[-1], self._last, Role.META, ink, _RIGHT)


def _sentence_of(row: object) -> str:
    assert isinstance(row, FigureLine)
    return row.sentence
