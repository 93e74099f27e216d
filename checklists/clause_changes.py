"""What was reworded from one copy of a clause to the next."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words that stood there, and those that stand there now; one of the two may be empty."""

    before: str
    after: str


def rewordings(before: str, after: str) -> tuple[Reworded, ...]:
    """Give the places where two copies of a clause differ, in the order of the text."""
    compared = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        Reworded(before[start:end], after[begin:stop])
        for kind, start, end, begin, stop in compared.get_opcodes()
        if kind != "equal"
    )
