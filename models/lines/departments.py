"""Rows of departments."""

from typing import NamedTuple


class DepartmentLine(NamedTuple):
    """A row of departments."""

    id: int
    uuid: str
    school_id: int
    name: str
    head: str
    contact: str
    position: int
    is_retired: int
