"""How keys read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.drafting.codes import codes_of
from checklists.key_labels import KeyLetter, label_of
from checklists.reading.document import TextClause


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("11-2", "11-2"),
        ("g1-1", "目标1-1"),
        ("s3-12", "保障3-12"),
        ("a1-4", "引言1-4"),
        ("u2-1", "无号2-1"),
        ("x11-1", "校本11-1"),
        ("xg1-2", "校本目标1-2"),
        ("b7-1", "乙7-1"),
        ("g1-1-01", "目标1-1-01"),
        ("h4-1", "H4-1"),
        ("g1-4-a", "目标1-4-a"),
    ],
)
def test_letters_before_a_number_read_as_what_they_stand_for(key: str, label: str) -> None:
    assert label_of(key) == label


@given(st.from_regex(r"\A[a-z]{0,3}[1-9][0-9]?-[1-9]\Z"))
def test_two_keys_never_share_a_label(key: str) -> None:
    assert label_of(key).endswith(key.lstrip("abcdefghijklmnopqrstuvwxyz"))
    other = key[1:] if key[0].isalpha() else f"g{key}"
    assert label_of(other) != label_of(key)


def test_a_draft_takes_no_letter_that_stands_for_something() -> None:
    clauses = [
        TextClause(ref=f"{part}/{number}", number=number, heading="", body="", line=1)
        for part in "一二三四五六七八九"
        for number in ("1", "2")
    ]
    letters = {code.rstrip("0123456789") for code in codes_of(clauses).values()} - {""}
    assert len(letters) == 8
    assert not letters & {KeyLetter.GOAL, KeyLetter.SAFEGUARD, KeyLetter.LEAD_IN, KeyLetter.UNNUMBERED, KeyLetter.OWN}
