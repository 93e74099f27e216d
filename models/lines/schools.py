"""Rows of schools and their base figures."""

from typing import NamedTuple


class SchoolLine(NamedTuple):
    """A row of schools."""

    id: int
    uuid: str
    name: str
    type: str
    ownership: str
    place: str


class FactLine(NamedTuple):
    """A row of school_facts."""

    name: str
    value: str
    unit: str
    as_of: str | None
    source: str


class FactsLine(NamedTuple):
    """A row of school_facts, with the school and year it is of."""

    school_id: int
    year: int
    name: str
    value: str
    unit: str
    as_of: str | None
    source: str
