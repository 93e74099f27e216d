"""The tabs of one assessment; those of later issues come in when their screens do."""

from enum import StrEnum


class Tab(StrEnum):
    """A screen of the open assessment."""

    CHECKLIST = "checklist"
    OVERVIEW = "overview"
    REPORT = "report"
    TEXT = "text"
