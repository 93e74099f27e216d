"""The items and findings whose date has passed, longest overdue first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.overview.delegates import OverdueDelegate
from gui.overview.overdue_lines import OverdueLine
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import heading
from gui.widgets.panes import column_in, hrule
from gui.widgets.row_list import RowList, inset_column

_HEIGHT, _FEW, _MORE = 68, 3, 5


class OverduePart(QWidget):
    """A heading, the first few rows, and a link that shows the rest; hidden while nothing is overdue."""

    item_wanted = Signal(str)
    finding_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[OverdueLine, ...] = ()
        self._shows_all = False
        self._first = _MORE
        self._switch = LinkButton("")
        self._delegate = OverdueDelegate(_HEIGHT)
        self._rows = RowList(self._delegate, said=_sentence_of)
        self._rows.setAccessibleName(self.tr("过期的工作"))
        self._lay_out()
        self._switch.clicked.connect(self._on_switched)
        self._rows.wanted.connect(self._on_wanted)

    def show_lines(self, lines: Sequence[OverdueLine]) -> None:
        """Show what is overdue."""
        self._lines = tuple(lines)
        self._delegate.make_room(self._lines)
        self._draw()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return self._switch, self._rows

    def show_room(self, *, is_tall: bool) -> None:
        """Show a few rows more where there is room."""
        first = _MORE if is_tall else _FEW
        if first != self._first:
            self._first = first
            self._draw()

    def _draw(self) -> None:
        self._rows.show_rows(self._lines if self._shows_all else self._lines[: self._first])
        self._switch.setVisible(len(self._lines) > self._first)
        self._switch.setText(self._switch_words())
        self.setVisible(bool(self._lines))

    def _switch_words(self) -> str:
        if self._shows_all:
            return self.tr("只看最久的 {count} 条").format(count=self._first)
        return self.tr("全部 {count} 条").format(count=len(self._lines))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(heading(self.tr("过期的工作")), 1)
        line.addWidget(self._switch)
        column = column_in(self)
        top, foot = inset_column(), inset_column()
        top.addLayout(line)
        top.addSpacing(4)
        top.addWidget(hrule())
        foot.addWidget(hrule())
        column.addLayout(top)
        column.addWidget(self._rows)
        column.addLayout(foot)

    def _on_switched(self) -> None:
        self._shows_all = not self._shows_all
        self._draw()

    def _on_wanted(self, line: OverdueLine) -> None:
        if line.finding is not None:
            self.finding_wanted.emit(line.finding)
        else:
            self.item_wanted.emit(line.item or "")


def _sentence_of(row: object) -> str:
    assert isinstance(row, OverdueLine)
    return f"{row.text}，{row.who}"
