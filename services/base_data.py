"""What a school's base data of a year say: figures by their one name, ratios worked out, and what cannot be right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from checklists.base_figures import BaseRatio, FigureKind, base_figures, base_ratios, name_of
from checklists.quantities import converted, is_same_measure
from services.checklist import Fact
from services.typed_numbers import NotANumberError, number_of


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as a number in the unit asked for, with the day it stood and where it is from."""

    name: str
    value: Decimal
    unit: str
    as_of: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A ratio with its two inputs; without a value, `missing` names what lacks, or the whole is zero."""

    ratio: BaseRatio
    part: Amount | None
    whole: Amount | None
    value: Decimal | None
    missing: tuple[str, ...]


class Oddness(StrEnum):
    """What can be odd about a base figure: warned of, never refused."""

    NO_NUMBER = "no_number"
    OTHER_UNIT = "other_unit"
    NEGATIVE = "negative"
    NOT_WHOLE = "not_whole"
    EXCEEDS = "exceeds"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One odd figure; `other` is the figure it exceeds, or the unit it should be in."""

    kind: Oddness
    name: str
    other: str = ""


class BaseData:
    """The figures of one year."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = {name_of(fact.name): fact for fact in facts if fact.value.strip()}

    def amount(self, name: str, unit: str = "") -> Amount | None:
        """Give a figure in a unit, or as it was entered; None where it is not there or cannot be read so."""
        fact = self._facts.get(name_of(name))
        number = None if fact is None else _number(fact)
        if fact is None or number is None:
            return None
        entered = _unit_of(fact)
        value = converted(number, entered, unit) if unit else number
        return None if value is None else Amount(name_of(name), value, unit or entered, fact.as_of, fact.source)

    def derived(self, ratio: BaseRatio) -> Derived:
        """Work a ratio out."""
        whole = self.amount(ratio.whole, base_figures()[ratio.whole].unit)
        part = self.amount(ratio.part, _unit_of_part(ratio))
        missing = tuple(name for name, given in ((ratio.part, part), (ratio.whole, whole)) if given is None)
        if part is None or whole is None or not whole.value:
            return Derived(ratio, part, whole, None, missing)
        scale = ratio.per * (100 if ratio.unit == "%" else 1)
        return Derived(ratio, part, whole, part.value * scale / whole.value, ())

    def all_derived(self) -> tuple[Derived, ...]:
        """Work out every ratio that has at least one of its figures."""
        worked = map(self.derived, base_ratios())
        return tuple(one for one in worked if one.part is not None or one.whole is not None)

    def oddities(self) -> tuple[Oddity, ...]:
        """Say what cannot be right, in the order the figures were entered."""
        return tuple(oddity for name, fact in self._facts.items() for oddity in self._odd(name, fact))

    def _odd(self, name: str, fact: Fact) -> Iterator[Oddity]:
        figure, number = base_figures().get(name), _number(fact)
        if figure is None:
            return
        if number is None:
            yield Oddity(Oddness.NO_NUMBER, name)
        elif not is_same_measure(_unit_of(fact), figure.unit):
            yield Oddity(Oddness.OTHER_UNIT, name, figure.unit)
        elif number < 0:
            yield Oddity(Oddness.NEGATIVE, name)
        elif figure.kind is FigureKind.COUNT and not _is_whole(converted(number, _unit_of(fact), figure.unit)):
            yield Oddity(Oddness.NOT_WHOLE, name)
        if figure.within and self._exceeds(name, figure.within):
            yield Oddity(Oddness.EXCEEDS, name, figure.within)

    def _exceeds(self, name: str, within: str) -> bool:
        unit = base_figures()[within].unit
        part, whole = self.amount(name, unit), self.amount(within, unit)
        return part is not None and whole is not None and part.value > whole.value


def _number(fact: Fact) -> Decimal | None:
    try:
        return number_of(fact.value, fact.unit)
    except NotANumberError:
        return None


def _unit_of(fact: Fact) -> str:
    """Give the unit a figure was entered in; one of ours entered without a unit is in its usual one."""
    figure = base_figures().get(name_of(fact.name))
    return fact.unit or (figure.unit if figure else "")


def _unit_of_part(ratio: BaseRatio) -> str:
    """Count the part in the ratio's own unit where that is money, area or days, else as it is usually entered."""
    usual = base_figures()[ratio.part].unit
    return ratio.unit if is_same_measure(ratio.unit, usual) else usual


def _is_whole(value: Decimal | None) -> bool:
    return value is not None and value == value.to_integral_value()
