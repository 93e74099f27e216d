"""The chain of changes."""

import pytest

from models.lines import ChangeLine
from models.trail import BEGINNING, entry_hash, first_break


def _chain(length: int) -> list[ChangeLine]:
    entries: list[ChangeLine] = []
    prev = BEGINNING
    for seq in range(1, length + 1):
        parts, at = f'[{{"note":"第 {seq} 步"}}]', f"2025-01-01T00:00:{seq:02d}+00:00"
        digest = entry_hash("uuid", seq, at, "王", parts, prev)
        entries.append(ChangeLine(seq, 1, seq, at, "王", parts, prev, digest))
        prev = digest
    return entries


def test_a_chain_as_it_was_written_holds() -> None:
    assert first_break("uuid", _chain(5), BEGINNING, 0) is None
    assert first_break("uuid", [], BEGINNING, 0) is None


def test_a_chain_can_be_followed_from_the_middle() -> None:
    chain = _chain(5)
    assert first_break("uuid", chain[2:], chain[1].hash, 2) is None


@pytest.mark.parametrize("field", ["at", "who", "parts", "prev", "hash"])
def test_a_field_altered_is_found_where_it_is(field: str) -> None:
    chain = _chain(5)
    chain[2] = ChangeLine(**{**chain[2]._asdict(), field: "x"})
    assert first_break("uuid", chain, BEGINNING, 0) == 3


def test_an_entry_removed_or_moved_is_found() -> None:
    chain = _chain(5)
    assert first_break("uuid", chain[:2] + chain[3:], BEGINNING, 0) == 3
    assert first_break("uuid", [chain[0], chain[2], chain[1]], BEGINNING, 0) == 2
    assert first_break("uuid", chain[1:], BEGINNING, 0) == 1


def test_a_chain_moved_to_another_assessment_does_not_hold() -> None:
    assert first_break("other", _chain(3), BEGINNING, 0) == 1
