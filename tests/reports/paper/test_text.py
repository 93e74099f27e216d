"""What people typed is text: it is composed, and only what has no ink is dropped."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reports.paper.text import lines_of, parted, plain


def test_controls_surrogates_and_format_characters_are_dropped() -> None:
    assert plain("a\x00b\x1bc\ud800d\u200be\u202ef\ufeffg") == "abcdefg"


def test_every_kind_of_line_end_is_one_line_end() -> None:
    assert lines_of("一\r\n二\r三\n四\u2028五\u2029六\x0b七\x85八") == list("一二三四五六七八")


def test_text_is_composed() -> None:
    assert plain("e\u0301") == "é"


def test_markup_and_patterns_stay_as_typed() -> None:
    typed = "<b>&amp;</b> {0} %s ${x} <!-- x --> ]]>"
    assert plain(typed) == typed


@given(some.text(some.characters(codec="utf-8")))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert all(char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Cf") for char in plain(text))


@pytest.mark.parametrize(
    ("label", "lines"), [("目标1-5", "目标\n1-5"), ("校本目标1-2", "校本目标\n1-2"), ("11-2", "11-2"), ("", "")]
)
def test_a_label_is_parted_between_its_word_and_its_number(label: str, lines: str) -> None:
    assert parted(label) == lines
