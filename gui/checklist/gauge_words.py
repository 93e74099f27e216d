"""An indicator and its reading as a gauge shows them."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import actual_words, number_words, target_words, verdict_words, with_unit
from gui.widgets.gauge import GaugeReading
from services.checklist import IndicatorRow
from services.judging import Doubt, actual_value

_tr = partial(QCoreApplication.translate, "checklist")
_UNGAUGED = (Doubt.NO_TARGET, Doubt.CONTRIBUTES)


def gauge_reading(row: IndicatorRow) -> GaugeReading | None:
    """Lay an indicator out on an axis; None where no target of the school's own is printed."""
    indicator = row.indicator
    if indicator.value is None or row.verdict.doubt in _UNGAUGED:
        return None
    actual = actual_value(indicator, row.reading)
    made = GaugeReading(
        actual=None if actual is None else float(actual),
        low=float(indicator.value),
        high=None if indicator.max is None else float(indicator.max),
        judgement=row.verdict.judgement,
        is_percentage=indicator.unit == "%",
        target_label=_tr("目标 {figure}").format(figure=target_words(indicator).lstrip("≥≤＞＜ ")),
        sentence="，".join(filter(None, (indicator.name, actual_words(indicator, row.reading), verdict_words(row)))),
    )
    return _with_end(made, indicator.unit)


def _with_end(made: GaugeReading, unit: str) -> GaugeReading:
    if (made.high if made.high is not None else made.low) >= made.end:
        return made  # the target's own label stands at the end of the axis
    return replace(made, end_label=with_unit(number_words(Decimal(repr(made.end)), 2), unit))
