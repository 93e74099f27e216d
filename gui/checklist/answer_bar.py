"""The bar under the item that never moves: the five answers and the one next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import PrimaryButton
from gui.widgets.panes import Pane, hrule
from gui.widgets.status_group import StatusGroup
from gui.widgets.text import Paragraph
from models.vocabulary import Status
from services.scoring import ORDER


class AnswerBar(Pane):
    """Status group and 下一条未填; where the school need not answer, the sentence why stands over it."""

    status_chosen = Signal(Status)
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.group = StatusGroup()
        self.next = PrimaryButton(self.tr("下一条未填"), tall=40)
        self._refusal = Paragraph("", Role.SMALL, "ink2")
        self._build()
        self.group.status_chosen.connect(self.status_chosen)
        self.next.clicked.connect(self.next_wanted)

    def show_status(self, status: Status, refusal: str) -> None:
        """Mark the answer the item has, or say why none is asked."""
        self.group.show_status(status if not refusal else None)
        self.group.setEnabled(not refusal)
        self._refusal.show_text(refusal)
        self._refusal.setVisible(bool(refusal))

    @property
    def sentence(self) -> str:
        """Say why the item need not be answered, "" when it must."""
        return self._refusal.text

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*(self.group.segment(status) for status in ORDER), self.next)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.group, 1)
        row.addWidget(self.next)
        column = QVBoxLayout()
        column.setContentsMargins(24, 11, 24, 12)
        column.setSpacing(8)
        column.addWidget(self._refusal)
        column.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(hrule("line2"))
        layout.addLayout(column)
