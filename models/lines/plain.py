"""Plain rows of one number or one text, and what the database says of itself."""

from typing import NamedTuple


class NumberLine(NamedTuple):
    """One number."""

    number: int


class WordLine(NamedTuple):
    """One text."""

    word: str


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
