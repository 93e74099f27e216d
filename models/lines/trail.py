"""Rows of the trail."""

from typing import NamedTuple


class HeadLine(NamedTuple):
    """The end of a chain: an assessment's, or the workspace's own."""

    uuid: str
    head_seq: int
    head_hash: str


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
