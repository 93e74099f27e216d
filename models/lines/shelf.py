"""Rows of the policies on the shelf and of their official texts."""

from typing import NamedTuple


class PolicyLine(NamedTuple):
    """A row of policies."""

    id: int
    slug: str
    revision: int
    digest: str
    city: str
    title: str
    doc_number: str
    issuer: str
    issued_on: str | None
    state: str
    period: str
    lead_rule: str
    measures: int
    items: int
    indicators: int


class SectionLine(NamedTuple):
    """A row of policy_sections."""

    ref: str
    heading: str
    kind: str


class MeasureLine(NamedTuple):
    """A row of policy_measures."""

    ref: str
    number: str
    section: str
    heading: str
    kind: str


class UnitLine(NamedTuple):
    """A row of policy_units."""

    measure: str
    name: str
    role: str


class ItemLine(NamedTuple):
    """A row of policy_items; types, named, method, evidence and anchors are JSON arrays."""

    key: str
    measure: str
    text: str
    addressee: str
    modality: str
    types: str
    named: str
    method: str
    how: str
    evidence: str
    anchors: str
    deadline: str
    theme: str


class IndicatorLine(NamedTuple):
    """A row of policy_indicators."""

    key: str
    item: str
    measure: str
    name: str
    comparator: str
    value: str | None
    max: str | None
    unit: str
    deadline: str
    frequency: str
    level: str
    scope: str
    anchor: str
    note: str
    ratio_part: str
    ratio_whole: str
    ratio_unit: str


class TermLine(NamedTuple):
    """A row of policy_terms."""

    term: str
    meaning: str


class NoiseLine(NamedTuple):
    """A row of policy_notes."""

    ref: str
    anchor: str
    says: str


class IdleNumeralLine(NamedTuple):
    """A row of policy_idle_numerals."""

    ref: str
    anchor: str
    why: str


class TextLine(NamedTuple):
    """A row of texts; lines is a JSON array."""

    id: int
    slug: str
    name: str
    digest: str
    lines: str
    kept_at: str
    kept_by: str
