"""One city's policy as a checklist: plain values, frozen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.vocabulary import (
    Addressee,
    CheckMethod,
    Comparator,
    IndicatorKey,
    ItemKey,
    LeadRule,
    Level,
    MeasureKind,
    Modality,
    PolicyState,
    SchoolType,
    Scope,
    UnitRole,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the document; `ref` is its path, outermost first."""

    ref: str
    heading: str
    kind: MeasureKind


@dataclass(frozen=True, slots=True)
class ResponsibleUnit:
    """A unit the policy names for a measure, as what."""

    name: str
    role: UnitRole


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Which schools an item binds; empty means every one."""

    types: tuple[SchoolType, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RatioOf:
    """The two counts an indicator is worked out from, `part` ÷ `whole`, both counted in `unit`."""

    part: str
    whole: str
    unit: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure the policy sets; `value` (to `max` for a range) is in `unit`, both None when no number is printed."""

    key: IndicatorKey
    item: ItemKey
    name: str
    comparator: Comparator
    value: Decimal | None
    max: Decimal | None
    unit: str
    deadline: str
    frequency: str
    level: Level
    scope: Scope
    anchor: str
    note: str
    ratio: RatioOf | None = None


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One separately checkable duty, in our own words."""

    key: ItemKey
    text: str
    addressee: Addressee
    modality: Modality
    applies_to: AppliesTo
    method: tuple[CheckMethod, ...]
    how: str
    evidence: tuple[str, ...]
    anchors: tuple[str, ...]
    deadline: str
    theme: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One numbered clause with its duties and figures."""

    ref: str
    number: str
    section: str
    heading: str
    kind: MeasureKind
    units: tuple[ResponsibleUnit, ...]
    items: tuple[CheckItem, ...]
    indicators: tuple[Indicator, ...]

    def units_as(self, role: UnitRole) -> tuple[str, ...]:
        """Name the units that the policy marks with this role."""
        return tuple(unit.name for unit in self.units if unit.role is role)


@dataclass(frozen=True, slots=True)
class Term:
    """A word the policy explains."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Noise:
    """A place where the text in hand is damaged, and its right reading."""

    ref: str
    anchor: str
    says: str


@dataclass(frozen=True, slots=True)
class IdleNumeral:
    """A numeral of a clause that sets no target, and why; `anchor` locates it in the text."""

    ref: str
    anchor: str
    why: str


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy in one revision; `digest` is the SHA-256 of its canonical JSON."""

    slug: str
    city: str
    title: str
    doc_number: str
    issuer: str
    issued_on: date | None
    state: PolicyState
    period: str
    lead_rule: LeadRule
    revision: int
    digest: str
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    glossary: tuple[Term, ...]
    notes: tuple[Noise, ...]
    idle_numerals: tuple[IdleNumeral, ...]

    def items(self) -> Iterator[CheckItem]:
        """Go through all check items in the order of the document."""
        return (item for measure in self.measures for item in measure.items)

    def indicators(self) -> Iterator[Indicator]:
        """Go through all indicators in the order of the document."""
        return (figure for measure in self.measures for figure in measure.indicators)
