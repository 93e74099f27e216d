"""Targets, actual values, days and rates as they are printed (GB/T 15835, paper.md section 3)."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from checklists.deadlines import last_day
from checklists.policy import Indicator, RatioOf
from models.vocabulary import Comparator, Origin
from reports.content.parts import Amount
from reports.wording import say
from resources import word
from services.checklist import IndicatorRow
from services.judging import Doubt, Reading, actual_value
from services.rounding import rounded, shown_value

_SIGNS = {Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤", Comparator.ABOVE: ">", Comparator.BELOW: "<"}
_YEARS = re.compile(r"(?<=\b\d{4})-(?=\d{4}年)")
_COMMAS_FROM = 10_000
_TIMES = "人次"


def number(value: Decimal) -> str:
    """Write a number with its own precision; the thousands get commas from five digits on."""
    plain = f"{value:,f}" if abs(value) >= _COMMAS_FROM else f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def target(indicator: Indicator) -> Amount | None:
    """Give the policy's target, None where it prints no number."""
    if indicator.value is None:
        return None
    figure = number(indicator.value)
    if indicator.comparator is Comparator.RANGE and indicator.max is not None:
        figure = f"{figure}—{number(indicator.max)}"
    if indicator.comparator is Comparator.ABOUT:
        return Amount("", figure, say("indicators.about", figure=indicator.unit))
    return Amount(_SIGNS.get(indicator.comparator, ""), figure, indicator.unit)


def target_in_words(indicator: Indicator) -> str:
    """Say the target as a sentence takes it, without signs."""
    amount = target(indicator)
    assert amount is not None
    sign = f"targets.{indicator.comparator.name.lower()}" if amount.sign else "targets.plain"
    return say(sign, amount=f"{amount.figure}{amount.unit}")


def target_label(row: IndicatorRow) -> str:
    """Say whose target it is: the school's, or one of the whole city or of each county."""
    is_shared = row.verdict.doubt is Doubt.CONTRIBUTES
    return say(f"targets.{row.indicator.scope.value}" if is_shared else "targets.own")


def actual(indicator: Indicator, reading: Reading) -> Amount | None:
    """Give the school's value, rounded but never onto a target it does not stand on."""
    value = actual_value(indicator, reading)
    if value is None:
        return None
    return Amount("", number(shown_value(indicator, value)), indicator.unit)


def percent(rate: Fraction | None) -> str:
    """Write a rate with one decimal, a dash where there is none."""
    if rate is None:
        return say("label.dash")
    tenths = Decimal(rate.numerator * 100) / Decimal(rate.denominator)
    return f"{rounded(tenths, 1)}%"


def basis(row: IndicatorRow) -> str:
    """Say how the actual value was worked out, what is lacking, or why a person must judge."""
    doubt = row.verdict.doubt
    if doubt is Doubt.CONTRIBUTES:
        return say("indicators.contributes", label=target_label(row))
    if doubt is Doubt.NO_READING:
        return say("indicators.lacks", names="、".join(quoted(name) for name in _lacking(row)))
    said = _worked_out(row)
    key = "indicators.from_base" if row.indicator.ratio else "indicators.from_base_source"
    told = say(key, basis=said) if said and row.reading.origin is Origin.BASE else said
    left_open = say(f"indicators.{doubt}") if doubt is not None and doubt.is_for_people else ""
    return "；".join(filter(None, (told, left_open)))


def is_own(row: IndicatorRow) -> bool:
    """Say whether the target is the school's own to reach."""
    return row.is_overruled or row.verdict.doubt not in (Doubt.NO_TARGET, Doubt.CONTRIBUTES)


def overruled(row: IndicatorRow) -> str:
    """Tell both judgements, the reason, who and when; "" where no person judged otherwise."""
    if not row.is_overruled:
        return ""
    day = day_in_text(row.overruled_at.date()) if row.overruled_at else ""
    who = "，".join(filter(None, (row.overruled_by, day)))
    told = {"computed": word(row.verdict.judgement), "judgement": word(row.judgement), "reason": row.overruling.reason}
    return say("indicators.overruled", **told) + (say("indicators.overruled_by", who=who) if who else "")


def due(indicator: Indicator) -> str:
    """Say by when, as a narrow column takes it; 未写明 where the policy gives no date."""
    if indicator.frequency:
        return indicator.frequency
    return _deadline(indicator.deadline, year_only="indicators.in_year")


def due_in_row(indicator: Indicator) -> str:
    """Say by when, on one line."""
    if indicator.frequency:
        return indicator.frequency
    return _deadline(indicator.deadline, year_only="indicators.by_year_end").replace("\n", "")


def with_year_range(title: str) -> str:
    """Print the years of a title with the one dash that ranges take: 2021—2025年 (GB/T 15834, 4.13)."""
    return _YEARS.sub("—", title)


def day_in_text(day: date) -> str:
    """Write a day in running text, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def quoted(name: str) -> str:
    """Put a name into quotation marks; those within it become single ones (GB/T 15834, 4.8)."""
    inner = name.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def _deadline(deadline: str, *, year_only: str) -> str:
    end = last_day(deadline)
    if end is None:
        return say("indicators.no_deadline")
    kinds = {4: year_only, 7: "indicators.in_month", 10: "indicators.on_day"}
    is_whole_year = (end.month, end.day) == (12, 31)
    return say(year_only if is_whole_year else kinds[len(deadline)], year=end.year, month=end.month, day=end.day)


def part_unit(ratio: RatioOf) -> str:
    """Give the unit of a ratio's part: people who come several times are counted by their times."""
    return _TIMES if ratio.part.endswith(_TIMES) else ratio.unit


def _worked_out(row: IndicatorRow) -> str:
    ratio, reading = row.indicator.ratio, row.reading
    if ratio is None or reading.part is None or reading.whole is None:
        return say("indicators.source", source=reading.source) if reading.source else ""
    if row.verdict.doubt is Doubt.ZERO_WHOLE:
        return say("indicators.lacks_whole", name=quoted(ratio.whole))
    return say(
        "indicators.ratio",
        part=ratio.part,
        part_count=number(reading.part),
        part_unit=part_unit(ratio),
        unit=ratio.unit,
        whole=ratio.whole,
        whole_count=number(reading.whole),
    )


def _lacking(row: IndicatorRow) -> list[str]:
    ratio, reading = row.indicator.ratio, row.reading
    if ratio is None:
        return [row.indicator.name]
    inputs = ((ratio.part, reading.part), (ratio.whole, reading.whole))
    return [name for name, given in inputs if given is None]
