"""Rows of the evidence."""

from typing import NamedTuple


class EvidenceLine(NamedTuple):
    """A row of evidence with the link to one item and the particulars it has there; the file is the newest one."""

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
    number: str
    valid_until: str | None
    year: int | None
    department: str
    note: str
    taken_at: str
    version: int
    first_name: str
    first_sha256: str


class VersionLine(NamedTuple):
    """One file of a piece; version 0 is the first."""

    version: int
    name: str
    media_type: str
    sha256: str
    size: int
    taken_at: str
    added_at: str
    added_by: str


class PieceLine(NamedTuple):
    """A piece of evidence by both its names."""

    id: int
    uuid: str


class PatternLine(NamedTuple):
    """The pattern by which a school numbers its evidence."""

    school_id: int
    pattern: str


class BlobLine(NamedTuple):
    """A file that evidence rows rest on; `place` names one of them."""

    sha256: str
    size: int
    place: str
