"""What was read of an official document: plain values, frozen; what cannot be read is None or empty."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from checklists.policy import Term
from checklists.reading.problems import Problem
from models.vocabulary import Comparator, LeadRule, PolicyState


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says of itself; `plan_title` is the title of the plan that a notice forwards."""

    title: str | None = None
    plan_title: str | None = None
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    issued_on: date | None = None
    state: PolicyState | None = None
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextSection:
    """A numbered part of the document, above its clauses."""

    ref: str
    number: str
    heading: str
    line: int


@dataclass(frozen=True, slots=True)
class ClauseUnits:
    """The units of a clause by role, as printed, shortened names in full."""

    lead: tuple[str, ...] = ()
    participant: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextClause:
    """A clause: its text without its number and its note on units; a paragraph a line in `body`."""

    ref: str
    number: str
    heading: str
    body: str
    line: int
    units: ClauseUnits = field(default=ClauseUnits())


@dataclass(frozen=True, slots=True)
class TextFigure:
    """A figure a clause may be setting; `value` is None where no number is printed (一批, 定期)."""

    clause: str
    name: str
    comparator: Comparator
    value: Decimal | None
    max: Decimal | None
    unit: str
    deadline: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class OfficialText:
    """An official document as read; `lead_rule` says how it marks the leads among its units."""

    header: Header
    sections: tuple[TextSection, ...]
    clauses: tuple[TextClause, ...]
    figures: tuple[TextFigure, ...]
    glossary: tuple[Term, ...]
    problems: tuple[Problem, ...]
    lead_rule: LeadRule = LeadRule.NO_UNITS
