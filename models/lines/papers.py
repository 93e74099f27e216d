"""Rows of passages and report settings."""

from typing import NamedTuple


class PassageLine(NamedTuple):
    """A row of passages."""

    name: str
    text: str | None
    changed_at: str
    changed_by: str


class ReportSettingsLine(NamedTuple):
    """A row of report_settings."""

    authority: str
    principal: str
    annexes: str
    is_duplex: int
