"""The figures of the item in hand: taken from base data, judged by a person."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.checklist.item_pane import ItemPane
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.services import ChecklistServices
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, IndicatorKey
from services.checklist import Checklist, IndicatorRow, ItemRow
from services.feeding import Offer, offer_of
from services.judging import NOT_OVERRULED, Overruling

Ask = Callable[[QWidget, IndicatorRow], Overruling | None]


class FigurePresenter(QObject):
    """Takes readings from the base data and writes down how a person judges."""

    def __init__(
        self, opened: OpenChecklist, services: ChecklistServices, pen: Pen, pane: ItemPane, *, ask: Ask
    ) -> None:
        super().__init__(pane)
        self._opened, self._assessments, self._pen, self._pane = opened, services.assessments, pen, pane
        self._ask = ask
        pane.figures.facts_wanted.connect(self._on_facts_wanted)
        pane.figures.overruling_wanted.connect(self._on_overruling_wanted)
        pane.figures.withdrawal_wanted.connect(self._on_withdrawal_wanted)

    @property
    def _assessment(self) -> AssessmentId:
        return self._opened.checklist.assessment

    def _figure(self, key: str) -> IndicatorRow:
        figures = (figure for item in self._opened.checklist.items() for figure in item.indicators)
        return next(figure for figure in figures if figure.indicator.key == key)

    def _on_facts_wanted(self, key: str) -> None:
        checklist = self._opened.checklist
        reading = offer_of(checklist.policy.slug, self._figure(key), checklist.facts).reading
        if reading is not None:
            self._pen.write(partial(self._assessments.take_reading, self._assessment, IndicatorKey(key), reading))

    def _on_overruling_wanted(self, key: str) -> None:
        self._pane.flush()
        wanted = self._ask(self._pane, self._figure(key))
        if wanted is not None:
            self._overrule(key, wanted)

    def _on_withdrawal_wanted(self, key: str) -> None:
        self._overrule(key, NOT_OVERRULED)

    def _overrule(self, key: str, wanted: Overruling) -> None:
        self._pen.write(partial(self._assessments.overrule, self._assessment, IndicatorKey(key), wanted))


def offers_of(row: ItemRow, checklist: Checklist) -> dict[IndicatorKey, Offer]:
    """Lay an item's figures beside the base data; an item that does not bind the school is offered nothing."""
    figures = row.indicators if row.is_binding else ()
    return {one.indicator.key: offer_of(checklist.policy.slug, one, checklist.facts) for one in figures}
