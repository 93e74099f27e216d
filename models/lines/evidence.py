"""Rows of the evidence."""

from typing import NamedTuple


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
