"""The indicators of the item in hand, a card each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.checklist.drafts import Page, Spot
from gui.checklist.figure_card import FigureCard
from gui.checklist.shown import ItemShown
from models.vocabulary import IndicatorKey
from services.feeding import UNBOUND


class FiguresPart(QWidget):
    """Cards that stay as they are while the same item is in hand, so that typing is not disturbed."""

    written = Signal(Page, Spot, object)
    facts_wanted = Signal(str)
    base_wanted = Signal()
    overruling_wanted = Signal(str)
    withdrawal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[IndicatorKey, FigureCard] = {}
        self._page: Page | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(12)

    def show_item(self, shown: ItemShown) -> None:
        """Show the item's figures."""
        keys = [row.indicator.key for row in shown.row.indicators]
        if self._page != shown.page or keys != list(self._cards):
            self._rebuild(shown)
        for row in shown.row.indicators:
            page = Page(shown.row.key, row.indicator.key)
            card = self._cards[row.indicator.key]
            offer = shown.offers.get(row.indicator.key, UNBOUND)
            card.show_figure(row, offer, shown.typing.get(page, {}), shown.errors.get(page, {}))
            card.reading.lock(not shown.row.is_binding)
            card.show_reading(shown.row.is_binding or row.reading.is_given)
        self.setVisible(bool(keys))

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        for card in self._cards.values():
            card.reading.flush()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return tuple(field for card in self._cards.values() for field in card.inputs())

    def __contains__(self, key: object) -> bool:
        """Say whether an indicator is one of the item in hand."""
        return key in self._cards

    def card(self, key: IndicatorKey) -> FigureCard:
        """Give the card of an indicator."""
        return self._cards[key]

    def _rebuild(self, shown: ItemShown) -> None:
        for card in self._cards.values():
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._page, self._cards = shown.page, {}
        for place, row in enumerate(shown.row.indicators):
            self._add(FigureCard(row.indicator, self.tr("量化指标") if place == 0 else ""), shown)

    def _add(self, card: FigureCard, shown: ItemShown) -> None:
        key = card.indicator.key
        self._cards[key] = card
        self._layout.addWidget(card)
        card.written.connect(partial(self.written.emit, Page(shown.row.key, key)))
        card.facts_wanted.connect(partial(self.facts_wanted.emit, key))
        card.base_wanted.connect(self.base_wanted)
        card.overruling_wanted.connect(partial(self.overruling_wanted.emit, key))
        card.withdrawal_wanted.connect(partial(self.withdrawal_wanted.emit, key))
