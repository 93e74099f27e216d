"""The school's base data as a table prints them."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from reports.content.figures import number
from reports.content.parts import FactLine, RatioLine
from reports.wording import say
from services.base_data import BaseData, Derived
from services.checklist import Fact
from services.rounding import rounded

_COMMAS_FROM = 10_000
_TWO_PLACES = ("倍",)


def fact_lines(facts: Iterable[Fact]) -> tuple[FactLine, ...]:
    """List the base data; once one figure needs commas, all have them (GB/T 15835)."""
    listed = list(facts)
    values = [plain_figure(fact.value) for fact in listed]
    has_commas = any(value is not None and abs(value) >= _COMMAS_FROM for value in values)
    return tuple(
        _line(fact, f"{value:,f}" if has_commas and value is not None else fact.value)
        for fact, value in zip(listed, values, strict=True)
    )


def ratio_lines(facts: Iterable[Fact]) -> tuple[RatioLine, ...]:
    """List the ratios that can be worked out from the base data, each with its two figures."""
    return tuple(_ratio(one) for one in BaseData(facts).all_derived() if one.value is not None)


def ratio_value(derived: Derived) -> str:
    """Say a ratio that could be worked out, 1: before its value; two places for times, as indicators have them."""
    unit, shown = derived.ratio.unit, number(_shown(derived))
    return f"{unit}{shown}" if unit.endswith(":") else f"{shown}{unit}"


def _shown(derived: Derived) -> Decimal:
    value = derived.value
    assert value is not None
    return rounded(value, 1 if abs(value) >= 1 and derived.ratio.unit not in _TWO_PLACES else 2)


def _ratio(derived: Derived) -> RatioLine:
    part, whole = derived.part, derived.whole
    assert part is not None and whole is not None
    per = f"×{number(derived.ratio.per)}" if derived.ratio.per != 1 else ""
    formula = f"{part.name}{number(part.value)}{part.unit}÷{whole.name}{number(whole.value)}{whole.unit}{per}"
    unit = derived.ratio.unit
    figure = None if unit.endswith(":") else _shown(derived)
    return RatioLine(derived.ratio.name, ratio_value(derived), formula, figure, "" if figure is None else unit)


def _line(fact: Fact, value: str) -> FactLine:
    dash = say("label.dash")
    as_of = fact.as_of.isoformat() if fact.as_of else dash
    shown = value + fact.unit if value else dash
    return FactLine(fact.name, shown, as_of, fact.source or dash, plain_figure(fact.value), fact.unit)


def plain_figure(text: str) -> Decimal | None:
    """Read a plain figure; whatever else was typed stays as typed."""
    try:
        value = Decimal(text) if text.isascii() and text.replace(".", "", 1).isdigit() else None
    except InvalidOperation:
        return None
    return value
