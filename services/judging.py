"""Whether a reading reaches its indicator's target: pure rules over plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.vocabulary import Judgement


class Doubt(StrEnum):
    """Why no judgement can be given."""

    NO_READING = "no_reading"
    ZERO_WHOLE = "zero_whole"
    NO_TARGET = "no_target"
    CITY_TOTAL = "city_total"


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value for an indicator, in the indicator's unit; `part` and `whole` are the counts it comes from."""

    value: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement and how far the target is: `gap` in the indicator's unit, `short_by` and `needed` in counted units."""

    judgement: Judgement
    doubt: Doubt | None = None
    gap: Decimal | None = None
    short_by: Decimal | None = None
    needed: Decimal | None = None
