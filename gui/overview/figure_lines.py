"""One indicator as the overview says it: target, actual value, how far apart they are."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_gauge import gauge_of
from gui.widgets.figure_words import (
    actual_words,
    distance_words,
    is_too_high,
    number_words,
    target_words,
    verdict_words,
    with_unit,
)
from gui.widgets.gauge import GaugeReading
from models.vocabulary import IndicatorKey, ItemKey, Judgement
from resources import word
from services.checklist import IndicatorRow
from services.judging import actual_value
from services.outlook import FigureRow

_tr = partial(QCoreApplication.translate, "Overview")


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator with its reading and what follows."""

    item: ItemKey
    figure: IndicatorKey
    name: str
    note: str
    target: str
    actual: str
    distance: str
    judgement: Judgement
    gauge: GaugeReading | None
    sentence: str

    @property
    def is_read(self) -> bool:
        """Say whether there is an actual value."""
        return self.gauge is not None and self.gauge.actual is not None


def figure_line(row: FigureRow) -> FigureLine:
    """Say how a figure stands to its target."""
    figure = row.figure
    return FigureLine(
        item=row.item.key,
        figure=figure.indicator.key,
        name=figure.indicator.name,
        note=_note(row),
        target=target_words(figure.indicator),
        actual=actual_words(figure.indicator, figure.reading) or "—",
        distance=_distance(figure),
        judgement=figure.judgement,
        gauge=gauge_of(figure),
        sentence=f"{figure.indicator.name}，{target_words(figure.indicator)}，{verdict_words(figure)}",
    )


def _note(row: FigureRow) -> str:
    """Say the item's number and the whole that the value was taken of."""
    ratio, whole = row.figure.indicator.ratio, row.figure.reading.whole
    if ratio is None or whole is None:
        return row.item.label
    return f"{row.item.label}　{ratio.whole} {with_unit(number_words(whole), ratio.unit)}"


def _distance(figure: IndicatorRow) -> str:
    verdict = figure.verdict
    if figure.is_overruled:
        return _tr("改判 {judgement}").format(judgement=word(figure.judgement))
    if verdict.doubt is not None:
        return word(verdict.doubt)
    if verdict.judgement is not Judgement.MISSED:
        return word(verdict.judgement)
    actual = actual_value(figure.indicator, figure.reading)
    distance = distance_words(figure) or "0"
    if actual is not None and is_too_high(figure.indicator, actual):
        return _tr("多 {distance}").format(distance=distance)
    return distance
