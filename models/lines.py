"""Rows as they lie in the database, plain and typed: words, days, moments and decimals still as text."""

from typing import NamedTuple


class NumberLine(NamedTuple):
    """One number."""

    number: int


class WordLine(NamedTuple):
    """One text."""

    word: str


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


class SchoolLine(NamedTuple):
    """A row of schools."""

    id: int
    uuid: str
    name: str
    type: str
    ownership: str
    place: str


class FactLine(NamedTuple):
    """A row of school_facts."""

    name: str
    value: str
    unit: str
    as_of: str | None
    source: str


class FactsLine(NamedTuple):
    """A row of school_facts, with the school and year it is of."""

    school_id: int
    year: int
    name: str
    value: str
    unit: str
    as_of: str | None
    source: str


class AssessmentLine(NamedTuple):
    """A row of assessments."""

    id: int
    uuid: str
    school_id: int
    policy_id: int
    slug: str
    year: int
    started_on: str
    edited_at: str
    head_seq: int
    head_hash: str
    met: int
    partly_met: int
    not_met: int
    not_applicable: int
    unanswered: int


class HeadLine(NamedTuple):
    """The end of a chain: an assessment's, or the workspace's own."""

    uuid: str
    head_seq: int
    head_hash: str


class StatusLine(NamedTuple):
    """The status of one answer."""

    item: str
    status: str


class AnswerLine(NamedTuple):
    """A row of answers."""

    item: str
    status: str
    note: str
    missing: str
    due: str | None
    reason: str
    department: str
    person: str
    needs_review: int
    changed_at: str
    changed_by: str


class ReadingLine(NamedTuple):
    """A row of readings."""

    indicator: str
    item: str
    value: str | None
    part: str | None
    whole: str | None
    as_of: str | None
    source: str
    changed_at: str
    changed_by: str


class EvidenceLine(NamedTuple):
    """A row of evidence with the link to one item."""

    id: int
    uuid: str
    kind: str
    name: str
    media_type: str
    sha256: str
    size: int
    whereabouts: str
    formed_on: str | None
    added_at: str
    added_by: str
    assessment_id: int
    item: str
    sequence: int
    attached: int
    changed_at: str
    changed_by: str


class BlobLine(NamedTuple):
    """A file that evidence rows rest on; `place` names one of them."""

    sha256: str
    size: int
    place: str


class TextLine(NamedTuple):
    """A row of texts; lines is a JSON array."""

    id: int
    slug: str
    name: str
    digest: str
    lines: str
    kept_at: str
    kept_by: str


class ChangeLine(NamedTuple):
    """A row of changes."""

    id: int
    assessment_id: int | None
    seq: int
    at: str
    who: str
    parts: str
    prev: str
    hash: str


class StrayLine(NamedTuple):
    """What PRAGMA foreign_key_check finds."""

    table: str
    rowid: int | None
    parent: str
    constraint: int


class TriggerLine(NamedTuple):
    """A trigger or view."""

    name: str
    sql: str
