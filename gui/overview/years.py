"""Last year beside this one, in three sums, and the way to the whole comparison."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gui.overview.content import YearLine, YearsBeside
from gui.overview.delegates import write
from gui.platform.fonts import Role
from gui.platform.theme import Theme
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import heading
from gui.widgets.row_list import RowDelegate, RowList, lay_under_head

_HEIGHT, _YEAR, _MOVED = 28, 56, 84
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class YearsPart(QWidget):
    """Hidden where there is no year before."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = LinkButton(self.tr("逐条对比"))
        self._rows = RowList(YearDelegate(_HEIGHT), said=_sentence_of)
        self._rows.setAccessibleName(self.tr("与去年比"))
        self._lay_out()
        self.all.clicked.connect(self.wanted)
        self._rows.wanted.connect(self._on_wanted)
        self.show_years(None)

    def show_years(self, years: YearsBeside | None) -> None:
        """Show two years, or nothing."""
        self.setVisible(years is not None)
        if years is not None:
            names = YearLine("", str(years.last_year), str(years.year), "", None)
            self._rows.show_rows([names, *years.lines])

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return self.all, self._rows

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(heading(self.tr("与去年比")), 1)
        line.addWidget(self.all)
        lay_under_head(self, line, self._rows)

    def _on_wanted(self, _line: YearLine) -> None:
        self.wanted.emit()


class YearDelegate(RowDelegate):
    """A name, then, now, and how it moved."""

    is_ruled = False

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: YearLine, theme: Theme, /) -> None:
        right = rect.right() + 1
        moved = QRect(right - _MOVED, rect.top(), _MOVED, rect.height())
        after = QRect(moved.left() - _YEAR, rect.top(), _YEAR, rect.height())
        before = QRect(after.left() - _YEAR, rect.top(), _YEAR, rect.height())
        name = QRect(rect.left(), rect.top(), before.left() - rect.left(), rect.height())
        head = None if row.name else (Role.META, theme.ink3)
        ink = {None: theme.ink3, True: theme.met, False: theme.not_met}[row.is_better]
        write(painter, name, row.name, Role.SMALL, theme.ink)
        write(painter, before, row.before, *(head or (Role.BODY, theme.ink2)), _RIGHT)
        write(painter, after, row.after, *(head or (Role.BODY_BOLD, theme.ink)), _RIGHT)
        write(painter, moved, row.moved, Role.SMALL, ink, _RIGHT)


def _sentence_of(row: object) -> str:
    assert isinstance(row, YearLine)
    return "，".join(filter(None, (row.name, row.before, row.after, row.moved)))
