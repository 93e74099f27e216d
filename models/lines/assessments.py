"""Rows of assessments, answers and readings."""

from typing import NamedTuple


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
    origin: str
