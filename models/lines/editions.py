"""Rows of editions."""

from typing import NamedTuple


class EditionLine(NamedTuple):
    """A row of editions without its snapshot."""

    id: int
    assessment_id: int
    number: int
    seq: int
    fingerprint: str
    signers: str
    frozen_at: str
    frozen_by: str
    state: str
    reason: str
    paper_sha256: str
    paper_name: str
    paper_missing: str
    paper_size: int
    paper_pages: int
    scan_sha256: str
    scan_name: str
    scan_size: int


class SnapshotLine(NamedTuple):
    """What an edition froze, packed."""

    snapshot: bytes
