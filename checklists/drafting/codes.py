"""Codes for the clauses of a draft: what the keys of their items begin with (library/FORMAT.md)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, product

from checklists.key_labels import KeyLetter
from checklists.reading.document import TextClause

_NUMBER = re.compile(r"0|[1-9]\d{0,2}")
_UNNUMBERED = KeyLetter.UNNUMBERED.value
_MEANT = (KeyLetter.GOAL, KeyLetter.SAFEGUARD, KeyLetter.LEAD_IN, KeyLetter.UNNUMBERED, KeyLetter.OWN)
_LETTERS = [letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter not in _MEANT]


def codes_of(clauses: Sequence[TextClause]) -> dict[str, str]:
    """Give each clause's code by its ref: its number, after letters where numbers begin anew or there is none."""
    codes: dict[str, str] = {}
    for run in sorted(_runs(clauses), key=len, reverse=True):
        codes |= _fitted(run, set(codes.values()))
    unnumbered = (clause for clause in clauses if clause.ref not in codes)
    return codes | {clause.ref: f"{_UNNUMBERED}{place}" for place, clause in enumerate(unnumbered, start=1)}


def number_in(code: str) -> str:
    """Give the clause's number that a code holds, nothing for a clause without one."""
    return "" if code.startswith(_UNNUMBERED) else code.lstrip("".join(_LETTERS))


def _runs(clauses: Iterable[TextClause]) -> Iterator[list[TextClause]]:
    """Part the numbered clauses into runs in which no number comes twice, along the document's own parts."""
    numbered = [clause for clause in clauses if _NUMBER.fullmatch(clause.number)]
    for _, part in groupby(numbered, lambda clause: clause.ref.partition("/")[0]):
        together = list(part)
        if _is_run(together):
            yield together
            continue
        for _, section in groupby(together, lambda clause: clause.ref.rpartition("/")[0]):
            yield from _split(section)


def _split(clauses: Iterable[TextClause]) -> Iterator[list[TextClause]]:
    run: list[TextClause] = []
    for clause in clauses:
        if clause.number in {one.number for one in run}:
            yield run
            run = []
        run.append(clause)
    yield run


def _is_run(clauses: Sequence[TextClause]) -> bool:
    return len({clause.number for clause in clauses}) == len(clauses)


def _fitted(run: Sequence[TextClause], taken: set[str]) -> dict[str, str]:
    """Put the first letters before a run's numbers that make all of them new."""
    tries = ({clause.ref: f"{letters}{clause.number}" for clause in run} for letters in _prefixes())
    return next((codes for codes in tries if not taken & set(codes.values())), {})


def _prefixes() -> Iterator[str]:
    return chain([""], _LETTERS, map("".join, product(_LETTERS, repeat=2)))
