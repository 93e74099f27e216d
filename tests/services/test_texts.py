"""What people typed, made fit to keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import TextTooLongError
from services.texts import LIMIT, checked


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whole_characters_stay_as_they_are(text: str) -> None:
    assert checked(text) == text


@given(st.text(st.characters()))
def test_what_comes_out_can_be_written_to_a_file(text: str) -> None:
    checked(text).encode()


def test_two_halves_make_one_character() -> None:
    assert checked("\ud842\udfb7") == "𠮷"


def test_the_limit_is_counted_in_characters() -> None:
    assert len(checked("𠮷" * LIMIT)) == LIMIT
    with pytest.raises(TextTooLongError) as refusal:
        checked("a" * (LIMIT + 1))
    assert refusal.value.limit == LIMIT
