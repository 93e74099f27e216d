"""An indicator and its reading as what a gauge draws."""

from gui.widgets.figure_words import actual_words, number_words, target_words, verdict_words, with_unit
from gui.widgets.gauge import GaugeReading
from models.vocabulary import Comparator
from services.checklist import IndicatorRow
from services.judging import actual_value


def gauge_of(row: IndicatorRow) -> GaugeReading | None:
    """Lay a reading beside its target; None where the policy prints no number."""
    indicator = row.indicator
    if indicator.value is None:
        return None
    actual = actual_value(indicator, row.reading)
    is_range = indicator.comparator is Comparator.RANGE and indicator.max is not None
    is_percentage = indicator.unit == "%"
    return GaugeReading(
        actual=None if actual is None else float(actual),
        low=float(indicator.value),
        high=float(indicator.max) if is_range and indicator.max is not None else None,
        judgement=row.verdict.judgement,
        is_percentage=is_percentage,
        target_label=target_words(indicator),
        end_label="100%" if is_percentage else with_unit(number_words(indicator.value * 5 / 4, 2), indicator.unit),
        sentence=f"{indicator.name}：{actual_words(indicator, row.reading) or '—'}，{verdict_words(row)}",
    )
