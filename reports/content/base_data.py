"""The school's base data as a table prints them."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from reports.content.parts import FactLine
from reports.wording import say
from services.checklist import Fact

_COMMAS_FROM = 10_000


def fact_lines(facts: Iterable[Fact]) -> tuple[FactLine, ...]:
    """List the base data; once one figure needs commas, all have them (GB/T 15835)."""
    listed = list(facts)
    values = [_figure(fact.value) for fact in listed]
    has_commas = any(value is not None and abs(value) >= _COMMAS_FROM for value in values)
    return tuple(
        _line(fact, f"{value:,f}" if has_commas and value is not None else fact.value)
        for fact, value in zip(listed, values, strict=True)
    )


def _line(fact: Fact, value: str) -> FactLine:
    dash = say("label.dash")
    as_of = fact.as_of.isoformat() if fact.as_of else dash
    return FactLine(fact.name, value + fact.unit if value else dash, as_of, fact.source or dash)


def _figure(text: str) -> Decimal | None:
    """Read a plain figure; whatever else was typed stays as typed."""
    try:
        value = Decimal(text) if text.isascii() and text.replace(".", "", 1).isdigit() else None
    except InvalidOperation:
        return None
    return value
