"""What was typed into the inputs of an indicator, made into a reading; and what the school's facts offer."""

from dataclasses import replace
from typing import Any

from checklists.policy import Indicator
from gui.checklist.drafts import Spot, Typing
from services.checklist import Fact, IndicatorRow
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
    return reading, frozenset(wrong)


def offer_of(indicator: Indicator, facts: tuple[Fact, ...], kept: Reading) -> Reading | None:
    """Give the reading that the school's facts would make, None where they lack one or it is kept already."""
    named = {fact.name: fact for fact in facts}
    names = _names(indicator)
    if not all(name in named for name in names.values()):
        return None
    wanted = {spot: named[name] for spot, name in names.items()}
    try:
        numbers: dict[str, Any] = {spot.value: number_of(fact.value, fact.unit) for spot, fact in wanted.items()}
    except NotANumberError:
        return None
    offered = replace(kept, **numbers, **_origin(list(wanted.values())))
    if indicator.ratio is not None:
        offered = replace(offered, value=None)
    is_new = any(getattr(kept, spot) != number for spot, number in numbers.items())
    return offered if is_new and None not in numbers.values() else None


def _names(indicator: Indicator) -> dict[Spot, str]:
    if indicator.ratio is None:
        return {Spot.VALUE: indicator.name}
    return {Spot.PART: indicator.ratio.part, Spot.WHOLE: indicator.ratio.whole}


def _origin(facts: list[Fact]) -> dict[str, Any]:
    days = [fact.as_of for fact in facts if fact.as_of is not None]
    sources = dict.fromkeys(fact.source for fact in facts if fact.source)
    return {"as_of": min(days) if days else None, "source": "、".join(sources)}


def _value(indicator: Indicator, spot: Spot, value: object) -> object:
    if spot not in _NUMBERS:
        return value
    ratio = indicator.ratio
    return number_of(str(value or ""), ratio.unit if ratio is not None else indicator.unit)
