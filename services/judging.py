"""Whether a reading reaches its indicator's target: pure rules over plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from checklists.deadlines import last_day
from checklists.frequencies import is_open_cycle
from checklists.quantities import is_same_measure
from models.vocabulary import Comparator, Judgement, Modality, Origin, Scope

if TYPE_CHECKING:
    from checklists.policy import Indicator

NEARLY = Decimal("0.1")
"""How far an actual value may lie from a target printed with 左右, as a share of the target."""


class Doubt(StrEnum):
    """Why no judgement can be given; CONTRIBUTES: a school's share of a city's or county's figure is no failure.

    The last three have their reading, and the text leaves open what it means: more things than it asks for, a cycle of
    several years that may still run, less than what is merely allowed.
    """

    NO_READING = "no_reading"
    ZERO_WHOLE = "zero_whole"
    NO_TARGET = "no_target"
    CONTRIBUTES = "contributes"
    OVER_RANGE = "over_range"
    OPEN_CYCLE = "open_cycle"
    ALLOWED = "allowed"

    @property
    def is_for_people(self) -> bool:
        """Say whether nothing is lacking but the judgement of a person."""
        return self in (Doubt.OVER_RANGE, Doubt.OPEN_CYCLE, Doubt.ALLOWED)


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value in the indicator's unit; `part` and `whole` are the counts it comes from.

    One taken from the base data follows them when they are written anew; one that was typed stays as it is.
    """

    value: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    as_of: date | None = None
    source: str = ""
    origin: Origin = Origin.TYPED

    @property
    def is_given(self) -> bool:
        """Say whether there is any figure at all."""
        return any(figure is not None for figure in (self.value, self.part, self.whole))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement and how far the target is.

    `gap` is in the indicator's unit; `short_by` and `needed` are in the unit that the ratio's part is counted in.
    """

    judgement: Judgement
    doubt: Doubt | None = None
    gap: Decimal | None = None
    short_by: Decimal | None = None
    needed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Overruling:
    """A person's own judgement beside the one worked out, with the reason; without a judgement there is none."""

    judgement: Judgement | None = None
    reason: str = ""


NOT_OVERRULED = Overruling()
"""What stands where no person has judged."""


def actual_value(indicator: "Indicator", reading: Reading) -> Decimal | None:
    """Work out the value that counts: part ÷ whole where both are there, else the value written down."""
    if indicator.ratio is None or reading.part is None or reading.whole is None:
        return reading.value
    return reading.part * _scale(indicator) / reading.whole if reading.whole else None


def judge(indicator: "Indicator", reading: Reading, today: date, *, modality: Modality = Modality.MUST) -> Verdict:
    """Hold a reading against its indicator as of `today`, as strongly as the indicator's item asks."""
    doubt = _doubt(indicator, reading)
    if doubt is not None:
        return Verdict(Judgement.CANNOT_TELL, doubt)
    actual, low, high = actual_value(indicator, reading), *bounds(indicator)
    assert actual is not None
    if _is_reached(indicator, actual, low, high):
        return Verdict(Judgement.REACHED)
    is_low = _is_too_low(indicator.comparator, actual, low)
    doubt = _left_open(indicator, modality, is_low=is_low)
    if doubt is not None:
        return Verdict(Judgement.CANNOT_TELL, doubt)
    due = last_day(indicator.deadline)
    judgement = Judgement.NOT_DUE if due is not None and today <= due else Judgement.MISSED
    gap = low - actual if is_low else actual - high
    return Verdict(judgement, None, gap, *_in_counts(indicator, reading, low, high))


def _doubt(indicator: "Indicator", reading: Reading) -> Doubt | None:
    if indicator.value is None:
        return Doubt.NO_TARGET
    if indicator.scope in (Scope.CITY_TOTAL, Scope.EACH_COUNTY):
        return Doubt.CONTRIBUTES
    if indicator.ratio is not None and reading.part is not None and reading.whole == 0:
        return Doubt.ZERO_WHOLE
    return Doubt.NO_READING if actual_value(indicator, reading) is None else None


def _left_open(indicator: "Indicator", modality: Modality, *, is_low: bool) -> Doubt | None:
    """Say why a value off its target fails nobody, None where it does."""
    if not is_low:
        return Doubt.OVER_RANGE if may_be_more(indicator) else None
    if modality is Modality.MAY:
        return Doubt.ALLOWED
    return Doubt.OPEN_CYCLE if is_open_cycle(indicator.frequency) and not indicator.deadline else None


def may_be_more(indicator: "Indicator") -> bool:
    """Say whether the text leaves open what a value above its span means: so it does of things, not of shares."""
    is_share = indicator.unit.startswith(":") or is_same_measure(indicator.unit, "%") or indicator.ratio is not None
    is_span = indicator.comparator in (Comparator.RANGE, Comparator.ABOUT)
    return is_span and not is_share and not is_time_to_take(indicator)


def is_time_to_take(indicator: "Indicator") -> bool:
    """Say whether a range of years is the time that something may take, so that sooner is fine; a person's are not."""
    is_range_of_years = indicator.comparator is Comparator.RANGE and indicator.unit == "年"
    return is_range_of_years and indicator.scope is not Scope.EACH_PERSON


def bounds(indicator: "Indicator") -> tuple[Decimal, Decimal]:
    """Give the lowest and highest value that reach the target; for one-sided targets both are the target."""
    assert indicator.value is not None
    match indicator.comparator:
        case Comparator.RANGE:
            return indicator.value, indicator.max if indicator.max is not None else indicator.value
        case Comparator.ABOUT:
            return indicator.value * (1 - NEARLY), indicator.value * (1 + NEARLY)
        case _:
            return indicator.value, indicator.value


_RULES: dict[Comparator, Callable[[Decimal, Decimal, Decimal], bool]] = {
    Comparator.AT_LEAST: lambda actual, low, _: actual >= low,
    Comparator.ABOVE: lambda actual, low, _: actual > low,
    Comparator.AT_MOST: lambda actual, _, high: actual <= high,
    Comparator.BELOW: lambda actual, _, high: actual < high,
    Comparator.EQUAL: lambda actual, low, high: low <= actual <= high,
    Comparator.ABOUT: lambda actual, low, high: low <= actual <= high,
    Comparator.RANGE: lambda actual, low, high: low <= actual <= high,
}


def _is_reached(indicator: "Indicator", actual: Decimal, low: Decimal, high: Decimal) -> bool:
    comparator = Comparator.AT_MOST if is_time_to_take(indicator) else indicator.comparator
    return _RULES[comparator](actual, low, high)


def _is_too_low(comparator: Comparator, missed: Decimal, low: Decimal) -> bool:
    """Tell on which side a missed target was missed: a bare `<` or `>` is missed at its own value."""
    return missed < low or (missed == low and comparator is Comparator.ABOVE)


def _scale(indicator: "Indicator") -> int:
    return 100 if indicator.unit == "%" else 1


def _in_counts(
    indicator: "Indicator", reading: Reading, low: Decimal, high: Decimal
) -> tuple[Decimal | None, Decimal | None]:
    """Say how many of the ratio's part are missing (or too many) and how many it takes, the whole staying as it is."""
    if indicator.ratio is None or reading.part is None or not reading.whole:
        return None, None
    lowest, highest = (bound * reading.whole / _scale(indicator) for bound in (low, high))
    if _is_too_low(indicator.comparator, reading.part, lowest):
        needed = _next_count(indicator.comparator, lowest)
    else:
        needed = _last_count(indicator.comparator, highest)
    return abs(needed - reading.part), needed


def _next_count(comparator: Comparator, bound: Decimal) -> Decimal:
    if comparator is Comparator.ABOVE:
        return bound.to_integral_value(ROUND_FLOOR) + 1
    return bound.to_integral_value(ROUND_CEILING)


def _last_count(comparator: Comparator, bound: Decimal) -> Decimal:
    if comparator is Comparator.BELOW:
        return bound.to_integral_value(ROUND_CEILING) - 1
    return bound.to_integral_value(ROUND_FLOOR)
