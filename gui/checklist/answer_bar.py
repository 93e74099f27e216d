"""The bar under the item that never moves: the five answers and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import PrimaryButton
from gui.widgets.panes import Pane, hrule
from gui.widgets.status_group import StatusGroup
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from models.vocabulary import Status
from services.scoring import ORDER

_WIDEST = 808


class AnswerBar(Pane):
    """Status group and 下一条未填; where the school need not answer, the sentence why takes the group's place."""

    status_chosen = Signal(Status)
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.group = writes(StatusGroup())
        self.next = PrimaryButton(self.tr("下一条未填"), tall=40)
        self._refusal = Paragraph("", Role.BODY, "ink2", max_lines=2)
        self._stack = QStackedLayout()
        self._build()
        self.group.status_chosen.connect(self.status_chosen)
        self.next.clicked.connect(self.next_wanted)

    def show_status(self, status: Status, refusal: str) -> None:
        """Mark the answer the item has, or say why none is asked."""
        self.group.show_status(status if not refusal else None)
        self.group.setEnabled(not refusal)
        self._refusal.show_text(refusal)
        self._stack.setCurrentIndex(1 if refusal else 0)

    @property
    def sentence(self) -> str:
        """Say why the item need not be answered, "" when it must."""
        return self._refusal.text

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*(self.group.segment(status) for status in ORDER), self.next)

    def _build(self) -> None:
        held = QWidget()
        held.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(held)
        row.setSpacing(12)
        row.setContentsMargins(24, 11, 24, 12)
        row.addLayout(self._stack, 1)
        self._fill_stack()
        row.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(hrule("line2"))
        layout.addWidget(held)

    def _fill_stack(self) -> None:
        """Put the two in, once the stack has its place: it shows the first at once, as a window where it had none."""
        sentence = QWidget()
        middle = QVBoxLayout(sentence)
        middle.addWidget(self._refusal, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack.addWidget(self.group)
        self._stack.addWidget(sentence)
