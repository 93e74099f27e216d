"""Rows of overrulings."""

from typing import NamedTuple


class OverrulingLine(NamedTuple):
    """A row of overrulings."""

    indicator: str
    item: str
    judgement: str | None
    reason: str
    changed_at: str
    changed_by: str
