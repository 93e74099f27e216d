"""Fingerprints of the clauses that the checklists were written from, so that a changed clause is known as such."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from checklists.policy import Noise, Policy
from checklists.reading.document import TextClause
from checklists.reading.folding import fold

TARGET = Path(__file__).parent / "library" / "digests.toml"
Digests = Mapping[str, tuple[str, ...]]

_SAID_RIGHT = re.compile("读作|应为")
_IN_A_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")


@cache
def clause_digests(slug: str, revision: int) -> Digests:
    """Give the digests each clause of a built-in policy may have; none for another policy or revision."""
    known = tomllib.loads(TARGET.read_text(encoding="utf-8")).get(slug, {})
    if known.get("revision") != revision:
        return {}
    return {ref: tuple(digests) for ref, digests in known["clause"].items()}


def digest_of(clause: TextClause) -> str:
    """Take the SHA-256 of heading and body without blanks and marks, which differ from one copy to the next."""
    return _digest(clause.heading + clause.body)


def digests_of(clause: TextClause, notes: Iterable[Noise]) -> tuple[str, ...]:
    """Give the digest of a clause as printed, then with its noted noise mended."""
    printed = mended = clause.heading + clause.body
    for damaged, right in mendings(notes, clause.ref):
        mended = mended.replace(damaged, right)
    return tuple(dict.fromkeys((_digest(printed), _digest(mended))))


def mendings(notes: Iterable[Noise], ref: str) -> Iterator[tuple[str, str]]:
    """Give what stands damaged in a clause, and its right reading where a note tells it."""
    for note in notes:
        if note.ref == ref and _SAID_RIGHT.search(note.says):
            yield note.anchor, _SAID_RIGHT.split(note.says)[-1]


def digests_text(policy: Policy, clauses: Mapping[str, TextClause]) -> str:
    """Write the part of digests.toml for one policy."""
    rows = [f'"{measure.ref}" = {_listed(policy, clauses[measure.ref])}' for measure in policy.measures]
    return "\n".join((f"[{policy.slug}]", f"revision = {policy.revision}", f"[{policy.slug}.clause]", *rows, ""))


def _listed(policy: Policy, clause: TextClause) -> str:
    return "[" + ", ".join(f'"{digest}"' for digest in digests_of(clause, policy.notes)) + "]"


def _digest(text: str) -> str:
    numbers = _IN_A_NUMBER.sub("点", fold(text))
    letters = "".join(letter for letter in numbers if letter.isalnum() or letter == "%")
    return hashlib.sha256(letters.encode()).hexdigest()
