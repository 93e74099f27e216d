"""What was written of items that the policy no longer has: readable as long as the assessment is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import Button, LinkButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import plain_label
from gui.widgets.panes import Card, Pane, scrolled
from gui.widgets.status_mark import StatusMark
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from models.vocabulary import EvidenceId, ItemKey, Status
from resources import word

_WIDEST = 760
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class ArchivedItem:
    """An item as it was last said, what the school wrote of it, and whether it can be asked again."""

    key: ItemKey
    label: str
    text: str
    status: Status
    lines: tuple[str, ...]
    evidence: tuple[tuple[EvidenceId, str], ...]
    can_come_back: bool


class ArchivePane(Pane):
    """A card an item; evidence opens, a school's own item can be brought back."""

    evidence_wanted = Signal(int)
    return_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.cards: list[ArchiveCard] = []
        self._nothing = EmptyState(
            "box",
            self.tr("归档是空的。"),
            self.tr("换版时政策里删去的要点，和撤下的校本要点，连同填报和佐证都收在这里。"),
        )
        content = QWidget()
        content.setMaximumWidth(_WIDEST + 48)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(12)
        self._column.addStretch()
        area = scrolled(content)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(area)
        self._stack.addWidget(self._nothing)

    def show_items(self, items: Sequence[ArchivedItem]) -> None:
        """Show what the archive holds."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [ArchiveCard(item) for item in items]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
            card.evidence_wanted.connect(self.evidence_wanted)
            card.return_wanted.connect(self.return_wanted)
        self._stack.setCurrentIndex(0 if items else 1)


class ArchiveCard(Card):
    """One item with its answer and evidence."""

    evidence_wanted = Signal(int)
    return_wanted = Signal(str)

    def __init__(self, item: ArchivedItem, parent: QWidget | None = None) -> None:
        super().__init__("raised", "line", parent=parent)
        self.item = item
        self.links: list[LinkButton] = []
        self.back = writes(Button(self.tr("恢复这条"), "undo", dense=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(Paragraph(item.text, Role.BODY))
        for line in item.lines:
            column.addWidget(Paragraph(line, Role.SMALL, "ink2"))
        for evidence, name in item.evidence:
            column.addWidget(self._link(evidence, name), 0, _LEFT)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(self.item.label, Role.META, "ink3"))
        row.addWidget(StatusMark(self.item.status))
        row.addWidget(plain_label(word(self.item.status), Role.SMALL))
        row.addStretch()
        row.addWidget(self.back)
        self.back.setVisible(self.item.can_come_back)
        self.back.clicked.connect(self._on_back)
        return row

    def _link(self, evidence: EvidenceId, name: str) -> LinkButton:
        link = LinkButton(name, "clip")
        link.setProperty("evidence", int(evidence))
        link.clicked.connect(self._on_link)
        self.links.append(link)
        return link

    def _on_back(self) -> None:
        self.return_wanted.emit(self.item.key)

    def _on_link(self) -> None:
        pressed = self.sender()
        assert pressed is not None
        self.evidence_wanted.emit(int(pressed.property("evidence")))
