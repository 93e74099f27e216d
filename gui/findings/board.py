"""The ledger as a board: four columns of cards; a card moves through its menu."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.findings.cards import CardList
from gui.findings.content import BOARD, Group, RowEntry, grouped
from gui.findings.words import group_words
from gui.platform.fonts import Role
from gui.widgets.labels import PlainLabel, heading, plain_label
from gui.widgets.panes import Pane
from models.vocabulary import FindingNumber
from services.findings.rows import FindingRow


class Board(Pane):
    """Overdue, mending, to review, closed; what was withdrawn is not on it."""

    chosen = Signal(int)
    opened = Signal()
    menu_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._columns = {group: CardList() for group in BOARD}
        self._counts: dict[Group, PlainLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        for group, cards in self._columns.items():
            row.addLayout(self._column(group, cards), 1)
            cards.chosen.connect(self.chosen)
            cards.opened.connect(self.opened)
            cards.menu_wanted.connect(self.menu_wanted)
            cards.aside_wanted.connect(partial(self._on_aside, group))

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Lay the cards into their columns."""
        for group, some in grouped(rows).items():
            if group in self._columns:
                self._columns[group].model_of_cards.show_entries([RowEntry(row) for row in some])
                self._counts[group].setText(str(len(some)))

    def show_number(self, number: FindingNumber | None) -> None:
        """Mark a card without telling anybody."""
        for cards in self._columns.values():
            cards.show_number(number)

    def focus_cards(self) -> None:
        """Go to the card in hand, or to the first."""
        marked = (cards for cards in self._columns.values() if cards.currentIndex().isValid())
        next(marked, self._columns[Group.OVERDUE]).setFocus()

    def cards(self, group: Group) -> CardList:
        """Give a column's cards."""
        return self._columns[group]

    def _column(self, group: Group, cards: CardList) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        name = heading(group_words(group))
        name.set_ink("not_met" if group is Group.OVERDUE else "ink")
        self._counts[group] = plain_label("0", Role.META, "ink3")
        head.addWidget(name)
        head.addWidget(self._counts[group])
        head.addStretch(1)
        cards.setAccessibleName(group_words(group))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(cards, 1)
        return column

    def _on_aside(self, group: Group, step: int) -> None:
        """Go to the next column that has cards."""
        place = BOARD.index(group) + step
        while 0 <= place < len(BOARD):
            cards = self._columns[BOARD[place]]
            if cards.model_of_cards.rowCount():
                cards.setFocus()
                cards.setCurrentIndex(cards.model_of_cards.index(0))
                return
            place += step
