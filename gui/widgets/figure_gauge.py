"""An indicator and its reading as what a gauge draws."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import actual_words, number_words, target_words, verdict_words, with_unit
from gui.widgets.gauge import GaugeReading
from services.checklist import IndicatorRow
from services.judging import Doubt, actual_value, bounds

_tr = partial(QCoreApplication.translate, "figures")
_UNGAUGED = (Doubt.NO_TARGET, Doubt.CONTRIBUTES)


def gauge_of(row: IndicatorRow) -> GaugeReading | None:
    """Lay a reading beside its target; None where the policy prints no target of the school's own."""
    indicator = row.indicator
    if indicator.value is None or row.verdict.doubt in _UNGAUGED:
        return None
    actual, (low, high) = actual_value(indicator, row.reading), map(float, bounds(indicator))
    made = GaugeReading(
        actual=None if actual is None else float(actual),
        low=low,
        high=None if low == high else high,
        judgement=row.judgement,
        is_percentage=indicator.unit == "%",
        target_label=_tr("目标 {figure}").format(figure=target_words(indicator).lstrip("≥≤＞＜ ")),
        sentence=f"{indicator.name}：{actual_words(indicator, row.reading) or '—'}，{verdict_words(row)}",
    )
    return _with_end(made, indicator.unit)


def _with_end(made: GaugeReading, unit: str) -> GaugeReading:
    """Label the end of the axis, unless the target's own label stands there."""
    if (made.high if made.high is not None else made.low) >= made.end:
        return made
    return replace(made, end_label=with_unit(number_words(Decimal(repr(made.end)), 2), unit))
