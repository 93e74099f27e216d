"""Text as it is compared."""

import pytest

from models.folding import folded


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\uff30\uff24\uff26", "pdf"),
        ("\uff11\uff12", "12"),
        ("㎡", "m2"),
        ("（三）", "(三)"),
        ("Straße", "STRASSE"),
        ("双师型", "双师型"),
    ],
)
def test_what_is_typed_finds_what_is_stored_in_another_width_or_case(typed: str, stored: str) -> None:
    assert folded(typed) == folded(stored)


def test_a_blank_of_full_width_parts_words_as_any_other() -> None:
    assert folded("双师型　教师").split() == ["双师型", "教师"]
