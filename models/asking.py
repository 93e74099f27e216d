"""A statement ready for the driver: its text, and the kind of line that answers it."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

L = TypeVar("L", bound=NamedTuple)


@dataclass(frozen=True, slots=True)
class Query(Generic[L]):
    """A question; the columns stand in the order of the line's fields."""

    sql: str
    line: type[L]


@dataclass(frozen=True, slots=True)
class Command:
    """A statement that writes."""

    sql: str
