"""What was typed into the inputs of an indicator, made into a reading."""

from dataclasses import replace
from typing import Any

from checklists.policy import Indicator
from gui.checklist.drafts import Spot, Typing
from models.vocabulary import Origin
from services.checklist import IndicatorRow
from services.judging import Reading
from services.typed_numbers import NotANumberError, number_of

_NUMBERS = (Spot.VALUE, Spot.PART, Spot.WHOLE)


def reading_of(row: IndicatorRow, typing: Typing) -> tuple[Reading, frozenset[Spot]]:
    """Lay what was typed over the reading kept; name the spots that hold no number."""
    reading, wrong = row.reading, set()
    for spot, value in typing.items():
        try:
            laid: dict[str, Any] = {spot.value: _value(row.indicator, spot, value)}
            reading = replace(reading, **laid)
        except NotANumberError:
            wrong.add(spot)
    if row.indicator.ratio is not None and not {Spot.PART, Spot.WHOLE}.isdisjoint(typing):
        reading = replace(reading, value=None)  # worked out anew from the counts
    return _typed(row, reading), frozenset(wrong)


def _typed(row: IndicatorRow, laid: Reading) -> Reading:
    """Call a reading typed once a person has changed anything of it."""
    kept = row.reading if row.indicator.ratio is None else replace(row.reading, value=laid.value)
    return laid if laid == kept else replace(laid, origin=Origin.TYPED)


def _value(indicator: Indicator, spot: Spot, value: object) -> object:
    if spot not in _NUMBERS:
        return value
    ratio = indicator.ratio
    return number_of(str(value or ""), ratio.unit if ratio is not None else indicator.unit)
