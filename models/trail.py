"""The chain of changes: each entry's hash covers the one before."""

import hashlib
import json
from collections.abc import Iterable

from models.lines import ChangeLine

BEGINNING = ""
"""What the first entry of a chain follows."""

canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Write values in the one form that hashes are taken of."""


def entry_hash(chain: str, seq: int, at: str, who: str, parts: str, prev: str) -> str:
    """Take the SHA-256 over the canonical JSON of an entry; `chain` is its owner's uuid, `parts` the text as stored."""
    entry = {"at": at, "chain": chain, "parts": parts, "prev": prev, "seq": seq, "who": who}
    return hashlib.sha256(canonical(entry).encode()).hexdigest()


def is_whole(chain: str, entry: ChangeLine) -> bool:
    """Say whether an entry is what its hash says."""
    if not all(isinstance(one, str) for one in (entry.at, entry.who, entry.parts, entry.prev)):
        return False
    return entry.hash == entry_hash(chain, entry.seq, entry.at, entry.who, entry.parts, entry.prev)


def first_break(chain: str, entries: Iterable[ChangeLine], prev: str, seq: int) -> int | None:
    """Give the number of the first entry that does not follow from the one before, None where all do."""
    for entry in entries:
        seq += 1
        if (entry.seq, entry.prev) != (seq, prev) or not is_whole(chain, entry):
            return seq
        prev = entry.hash
    return None
