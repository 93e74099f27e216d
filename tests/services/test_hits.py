"""Where words stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.hits import fragment, spans, words_of


def lit(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, words_of(query))]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("专业课教师与实习教师", "教师", ["教师", "教师"]),
        ("专业课教师", "师", ["师"]),
        ("“双师型”教师占比", "ssx", ["双师型"]),
        ("已派 6 人", "\uff16", ["6"]),
        ("开展 \uff37eb 培训", "web", ["\uff37eb"]),
        ("教师培训", "教师 师培", ["教师培"]),
        ("教师培训", "校舍", []),
        ("㎏计量", "kg计", ["㎏计"]),
    ],
)
def test_words_are_found_by_their_letters_or_initials(text: str, query: str, found: list[str]) -> None:
    assert lit(text, query) == found


@given(st.text(), st.text())
def test_places_are_in_order_and_inside_the_text(text: str, query: str) -> None:
    ends = [place for span in spans(text, words_of(query)) for place in span]
    assert ends == sorted(set(ends))
    assert all(0 <= end <= len(text) for end in ends)


@given(st.text(max_size=200), st.text(max_size=3))
def test_a_fragment_shows_the_word_it_was_cut_out_for(text: str, query: str) -> None:
    words = words_of(query)
    cut = fragment(text, words)
    whole = spans(" ".join(text.split()), words)
    assert (cut is None) == (not whole)
    assert cut is None or (cut.spans and all(0 <= start < end <= len(cut.text) for start, end in cut.spans))


def test_a_fragment_of_a_long_text_begins_near_the_word() -> None:
    cut = fragment("甲" * 300 + "双师型教师" + "乙" * 300, ("双师型",))
    assert cut is not None
    assert cut.text.startswith("…") and cut.text.endswith("…")
    assert [cut.text[start:end] for start, end in cut.spans] == ["双师型"]
