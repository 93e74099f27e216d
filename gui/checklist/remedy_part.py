"""The findings opened from the item in hand, and the quiet way to open one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.checklist.shown import ItemShown
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton
from gui.widgets.day_words import day_words
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import set_tip
from gui.widgets.writing import writes
from models.vocabulary import FindingState, Status
from resources import word
from services.findings.rows import FindingRow

_WANTING = (Status.PARTLY_MET, Status.NOT_MET)


class RemedyPart(QWidget):
    """Seen where something is left to do, or findings are there already."""

    opening_wanted = Signal()
    finding_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[FindingRow, ...] = ()
        self._jumps: list[LinkButton] = []
        self.open = writes(LinkButton(self.tr("开整改"), "mend"))
        set_tip(self.open, self.tr("记进整改台账，问题和科室照这一条先填好"))
        self.open.clicked.connect(self.opening_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._held = QWidget()
        self._flow = FlowLayout(self._held, gap=12, line_gap=4)
        self._flow.setContentsMargins(LINK_AIR, 0, 0, 0)
        row.addWidget(self._held, 1)
        self._flow.addWidget(self.open)

    def show_item(self, shown: ItemShown) -> None:
        """Show the findings of an item."""
        findings = tuple(one for one in shown.findings if one.state is not FindingState.WITHDRAWN)
        is_wanting = shown.row.is_binding and shown.row.status in _WANTING
        self.open.setVisible(is_wanting and not any(one.finding.is_open for one in findings))
        self.setVisible(is_wanting or bool(findings))
        if findings != self._shown:
            self._shown = findings
            self._rebuild()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*self._jumps, self.open)

    def jumps(self) -> tuple[LinkButton, ...]:
        """Give the ways to the findings, in order."""
        return tuple(self._jumps)

    def _rebuild(self) -> None:
        for jump in self._jumps:
            self._flow.removeWidget(jump)
            jump.hide()
            jump.deleteLater()
        self._jumps = [self._jump(row) for row in self._shown]
        for jump in self._jumps:
            self._flow.addWidget(jump)
            jump.show()

    def _jump(self, row: FindingRow) -> LinkButton:
        jump = LinkButton(self.tr("整改{label} · {when}").format(label=row.label, when=self._when(row)))
        jump.setParent(self._held)
        set_tip(jump, self.tr("到整改台账里看"))
        jump.clicked.connect(partial(self.finding_wanted.emit, row.number))
        return jump

    def _when(self, row: FindingRow) -> str:
        if row.is_overdue:
            return self.tr("过期 {count} 天").format(count=row.days_over)
        deadline = row.remedy.deadline
        if row.state is FindingState.MENDING and deadline:
            day = day_words(deadline, row.today)
            return self.tr("{day}前").format(day=f"{day} " if day[-1].isdigit() else day)
        return word(row.state)
