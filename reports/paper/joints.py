"""What lies between two pieces: a break or none, a gap, the white that two marks share (paper.md section 3)."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reports.paper.characters import NEVER_FIRST, NEVER_LAST, Kind, kind_of

_NO_GAP = frozenset("/.,:-–_@#&")
_OPERATORS = frozenset("÷×=")
_REMEMBERED = 1 << 12


class Joint(NamedTuple):
    """What lies between two pieces, gaps in parts of the size.

    `halves` is 0 or 1 where the first or the second of two marks loses its empty half.
    """

    breaks: bool = True
    stretches: bool = True
    gap: float = 0.0
    least_gap: float = 0.0
    halves: int | None = None


_NOTHING = Joint()


@lru_cache(_REMEMBERED)
def joint(one: str, following: str) -> Joint | None:
    """Settle what lies between two pieces, None where it is nothing at all."""
    found = _settled(one, kind_of(one), following, kind_of(following))
    return None if found == _NOTHING else found


def _settled(one: str, kind: Kind, following: str, next_kind: Kind) -> Joint:
    is_operation = one in _OPERATORS or following in _OPERATORS
    gap = (0.125, 0.125) if is_operation else _gap(one, kind, following, next_kind)
    return Joint(
        _may_end(one, kind, following, next_kind),
        not (is_operation or _is_stiff(one, kind, following, next_kind)),
        *gap,
        _halved(kind, next_kind),
    )


def _may_end(one: str, kind: Kind, following: str, next_kind: Kind) -> bool:
    if next_kind is Kind.LATIN and kind >= Kind.LATIN:
        return kind is Kind.SPACE
    if following[0] in NEVER_FIRST or one[-1] in NEVER_LAST or next_kind is Kind.SPACE:
        return False
    return not unicodedata.combining(following[0])


def _is_stiff(one: str, kind: Kind, following: str, next_kind: Kind) -> bool:
    """Tell whether no slack may come in: within a word, before a combining sign, after the number of a heading."""
    if one[-1].isascii() and following[0].isascii() and Kind.SPACE not in (kind, next_kind):
        return True
    if following[0] not in NEVER_FIRST and one[-1] not in NEVER_LAST and unicodedata.combining(following[0]):
        return True
    is_number = kind is Kind.LATIN and next_kind is Kind.HAN and one[:-1].isdigit()
    return is_number and not _gap(one, kind, following, next_kind)[0]


def _gap(one: str, kind: Kind, following: str, next_kind: Kind) -> tuple[float, float]:
    """Put a quarter of an em between Han and Latin, none at punctuation."""
    if {kind, next_kind} != {Kind.HAN, Kind.LATIN}:
        return 0.0, 0.0
    latin, han = (one[-1], following) if kind is Kind.LATIN else (following[0], one)
    return (0.25, 0.125) if latin not in _NO_GAP and han.isalnum() else (0.0, 0.0)


def _halved(kind: Kind, next_kind: Kind) -> int | None:
    if kind is Kind.CLOSING and next_kind <= Kind.CLOSING:
        return 0
    return 1 if kind is Kind.OPENING and next_kind is Kind.OPENING else None
