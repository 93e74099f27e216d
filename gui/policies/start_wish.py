"""What somebody wants to start: an assessment of a school, under a policy, for a year."""

from dataclasses import dataclass

from models.vocabulary import Ownership, SchoolId, SchoolType


@dataclass(frozen=True, slots=True)
class SchoolWish:
    """A school to be entered first."""

    name: str
    type: SchoolType
    ownership: Ownership
    place: str


@dataclass(frozen=True, slots=True)
class StartWish:
    """An assessment somebody wants to start, for a school we know or a new one."""

    school: SchoolId | SchoolWish
    policy: str
    year: int
