"""The bar under a finding that never moves: what stands in the way of closing, and the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.findings.acts import Act, act_words, bar_words, next_act
from gui.platform.fonts import Role
from gui.widgets.buttons import Button
from gui.widgets.empty_state import IconView
from gui.widgets.panes import Pane, column_in, hrule, row_in
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.findings.rows import FindingRow

_TALL, _WIDEST = 36, 808


class Foot(Pane):
    """The next step at the left, 销号 at the right; a lock and a sentence where it is refused."""

    act_wanted = Signal(Act)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._next = Act.REPORT
        writes(self)
        self.step, self.close_it = Button("", tall=_TALL), Button(act_words(Act.CLOSE), tall=_TALL)
        self._why = QWidget()
        self._sentence = Paragraph("", Role.META, "ink2")
        self._lay_out()
        self.step.clicked.connect(self._on_step)
        self.close_it.clicked.connect(self._on_close)

    def show_row(self, row: FindingRow, refusal: Exception | None) -> None:
        """Offer what comes next; `refusal` is what closing would meet."""
        self._next = next_act(row)
        self.step.setText(act_words(self._next))
        self.close_it.setVisible(row.finding.is_open)
        self.close_it.setEnabled(refusal is None)
        words = bar_words(refusal)
        self._sentence.show_text(words)
        self._why.setVisible(bool(words))

    @property
    def sentence(self) -> str:
        """Say what stands in the way of closing, "" where nothing does."""
        return self._sentence.text

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.step, self.close_it)

    def _lay_out(self) -> None:
        why = row_in(self._why, 8)
        why.addWidget(IconView("lock", "ink2", 16))
        why.addWidget(self._sentence, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.step, 1)
        buttons.addWidget(self.close_it, 1)
        held = QWidget()
        held.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(held)
        inner.setContentsMargins(24, 12, 24, 12)
        inner.setSpacing(8)
        inner.addWidget(self._why)
        inner.addLayout(buttons)
        column = column_in(self)
        column.addWidget(hrule("line2"))
        column.addWidget(held)

    def _on_step(self) -> None:
        self.act_wanted.emit(self._next)

    def _on_close(self) -> None:
        self.act_wanted.emit(Act.CLOSE)
