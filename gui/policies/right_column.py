"""The right column of the start page: the policies, and the ways to a checklist of one's own."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.policies.cards import CardShape, PolicyCards
from gui.policies.draft_lines import DraftLines
from gui.widgets.buttons import Button
from gui.widgets.labels import plain_label
from gui.widgets.problem import Problem
from services.listed import PolicyRow

if TYPE_CHECKING:
    from services.drafts import DraftRow


class RightColumn(QWidget):
    """A heading with its button, what could not be read, the drafts, and one card a policy."""

    themes_wanted = Signal()
    drafting_wanted = Signal()
    policy_chosen = Signal(str)
    text_wanted = Signal(str)
    revision_wanted = Signal(str)
    draft_chosen = Signal(str)
    draft_unwanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = PolicyCards()
        self._drafts = DraftLines()
        self._refused = Problem(tone="partly")
        self._lay_out()
        self._connect()

    def show_policies(self, rows: Sequence[PolicyRow]) -> None:
        """Show one card a policy."""
        self._cards.show_policies(rows)

    def show_drafts(self, rows: "Sequence[DraftRow]", now: datetime) -> None:
        """Show the drafts that wait to be gone on with."""
        self._drafts.show_drafts(rows, now)

    def show_refused(self, sentences: Sequence[str]) -> None:
        """Say which policies' files could not be read."""
        self._refused.say("\n".join(sentences))

    def show_room(self, *, is_wide: bool, is_tall: bool) -> None:
        """Fit into more or less room."""
        self._column.setContentsMargins(40 if is_wide else 48, 32 if is_tall else 20, 48 if is_wide else 40, 24)
        self._cards.show_shape(_shape(is_wide=is_wide, is_tall=is_tall))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(28)
        column.addLayout(self._build_head())
        column.addWidget(self._refused)
        column.addWidget(self._drafts)
        column.addWidget(self._cards)
        column.addStretch(1)

    def _build_head(self) -> QHBoxLayout:
        title = plain_label(self.tr("政策文件"), Role.TITLE)
        title.setFixedHeight(40)
        themes = Button(self.tr("五市对照"), "book", dense=True)
        themes.clicked.connect(self.themes_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title, 1)
        row.addWidget(themes)
        return row

    def _connect(self) -> None:
        self._cards.policy_chosen.connect(self.policy_chosen)
        self._cards.drafting_wanted.connect(self.drafting_wanted)
        self._cards.text_wanted.connect(self.text_wanted)
        self._cards.revision_wanted.connect(self.revision_wanted)
        self._drafts.chosen.connect(self.draft_chosen)
        self._drafts.unwanted.connect(self.draft_unwanted)


def _shape(*, is_wide: bool, is_tall: bool) -> CardShape:
    if not is_wide:
        return CardShape.ROW
    return CardShape.TALL if is_tall else CardShape.SHORT
