"""Rows of findings, their rounds of progress and their evidence."""

from typing import NamedTuple


class FindingLine(NamedTuple):
    """A row of findings."""

    number: int
    item: str | None
    is_listed: int
    state: str
    problem: str
    basis: str
    cause: str
    measure: str
    kind: str
    lead: str
    joint: str
    person: str
    found_on: str | None
    deadline: str | None
    reported: str | None
    report_words: str
    reported_on: str | None
    is_passed: int | None
    reviewed_by: str
    reviewed_on: str | None
    review_words: str
    recognised: str | None
    recognised_by: str
    recognised_on: str | None
    closed_on: str | None
    reason: str
    changed_at: str
    changed_by: str


class RoundLine(NamedTuple):
    """A row of finding_rounds."""

    finding: int
    number: int
    is_listed: int
    done_on: str | None
    percent: int
    words: str
    person: str


class FindingEvidenceLine(NamedTuple):
    """A row of finding_evidence with the piece of evidence itself."""

    finding: int
    round: int
    evidence_id: int
    attached: int
    uuid: str
    kind: str
    name: str
    media_type: str
    sha256: str
    size: int
    whereabouts: str
    added_at: str
    added_by: str
