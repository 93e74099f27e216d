"""The parts of a policy from their fields, whichever notation they were read from."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from checklists.fields import Fields
from checklists.policy import (
    AppliesTo,
    CheckItem,
    Indicator,
    Measure,
    Noise,
    RatioOf,
    ResponsibleUnit,
    Section,
    Term,
)
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

HEAD_KEYS = ("slug", "city", "title", "doc_number", "issuer", "issued_on", "state", "period", "lead_rule", "revision")
MEASURE_KEYS = ("ref", "number", "section", "heading", "kind")
ITEM_KEYS = ("key", "text", "addressee", "modality", "method", "how", "evidence", "anchors", "deadline", "theme")
FIGURE_KEYS = (
    "key",
    "name",
    "comparator",
    "value",
    "max",
    "unit",
    "deadline",
    "frequency",
    "level",
    "scope",
    "anchor",
    "note",
)


class Head(TypedDict):
    """What a policy says of itself, under the names that `Policy` gives it."""

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


def head(fields: Fields) -> Head:
    """Build what a policy says of itself."""
    return {
        "slug": fields.text("slug"),
        "city": fields.text("city"),
        "title": fields.text("title"),
        "doc_number": fields.text_if_any("doc_number"),
        "issuer": fields.text_if_any("issuer"),
        "issued_on": fields.day_if_any("issued_on"),
        "state": fields.word("state", PolicyState),
        "period": fields.text_if_any("period"),
        "lead_rule": fields.word("lead_rule", LeadRule),
        "revision": fields.whole("revision"),
    }


def section(fields: Fields) -> Section:
    """Build a section."""
    fields.only("ref", "heading", "kind")
    return Section(fields.text("ref"), fields.text("heading"), fields.word("kind", MeasureKind))


def measure(fields: Fields, units: Fields, items: Iterable[CheckItem], figures: Iterable[Indicator]) -> Measure:
    """Build a measure; `units` holds the lists of its units by role."""
    return Measure(
        ref=fields.text("ref"),
        number=fields.text_if_any("number"),
        section=fields.text("section"),
        heading=fields.text("heading"),
        kind=fields.word("kind", MeasureKind),
        units=tuple(ResponsibleUnit(name, role) for role in UnitRole for name in units.texts(role.value)),
        items=tuple(items),
        indicators=tuple(figures),
    )


def item(fields: Fields, binds: Fields) -> CheckItem:
    """Build a check item; `binds` holds the types and names of the schools it binds."""
    return CheckItem(
        key=ItemKey(fields.text("key")),
        text=fields.text("text"),
        addressee=fields.word("addressee", Addressee),
        modality=fields.word("modality", Modality),
        applies_to=AppliesTo(binds.words("types", SchoolType), binds.texts("named")),
        method=fields.words("method", CheckMethod),
        how=fields.text("how"),
        evidence=fields.texts("evidence"),
        anchors=fields.texts("anchors"),
        deadline=fields.text_if_any("deadline"),
        theme=fields.text_if_any("theme"),
    )


def figure(fields: Fields, owner: str, ratio: RatioOf | None) -> Indicator:
    """Build an indicator of the item `owner`."""
    return Indicator(
        key=IndicatorKey(fields.text("key")),
        item=ItemKey(owner),
        name=fields.text("name"),
        comparator=fields.word("comparator", Comparator),
        value=fields.number_if_any("value"),
        max=fields.number_if_any("max"),
        unit=fields.text_if_any("unit"),
        deadline=fields.text_if_any("deadline"),
        frequency=fields.text_if_any("frequency"),
        level=fields.word("level", Level),
        scope=fields.word("scope", Scope),
        anchor=fields.text("anchor"),
        note=fields.text_if_any("note"),
        ratio=ratio,
    )


def term(fields: Fields) -> Term:
    """Build a term of the glossary."""
    fields.only("term", "meaning")
    return Term(fields.text("term"), fields.text("meaning"))


def noise(fields: Fields) -> Noise:
    """Build a damaged place."""
    fields.only("ref", "anchor", "says")
    return Noise(fields.text("ref"), fields.text("anchor"), fields.text("says"))
