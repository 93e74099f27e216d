"""What was reworded from one copy of a text to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

Span = tuple[int, int]
_LEAST_ISLAND = 2
"""So many characters in common make a reader see common words between two changes."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words that stood there, and those that stand there now; one of the two may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Differing:
    """The places where two texts differ, as spans of each."""

    before: tuple[Span, ...]
    after: tuple[Span, ...]


def rewordings(before: str, after: str) -> tuple[Reworded, ...]:
    """Give the places where two copies of a clause differ, in the order of the text."""
    return tuple(Reworded(before[slice(*old)], after[slice(*new)]) for old, new in _changes(before, after))


def differing(before: str, after: str) -> Differing:
    """Give the places to be marked in two texts side by side; lone common characters between changes join them."""
    joined: list[tuple[Span, Span]] = []
    for old, new in _changes(before, after):
        if joined and old[0] - joined[-1][0][1] < _LEAST_ISLAND and new[0] - joined[-1][1][1] < _LEAST_ISLAND:
            (start, _), (begin, _) = joined.pop()
            joined.append(((start, old[1]), (begin, new[1])))
        else:
            joined.append((old, new))
    olds, news = ([pair[side] for pair in joined] for side in (0, 1))
    return Differing(tuple(filter(_is_any, olds)), tuple(filter(_is_any, news)))


def _changes(before: str, after: str) -> Iterator[tuple[Span, Span]]:
    compared = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, begin, stop in compared.get_opcodes():
        if kind != "equal":
            yield (start, end), (begin, stop)


def _is_any(span: Span) -> bool:
    return span[0] < span[1]
