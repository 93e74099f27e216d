"""Long texts in pieces: nothing is lost, nothing is added, and no piece is longer than a page or so."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.word.elements import plain_lines, written
from reports.word.parting import is_stiff, parted

_HARD = st.text(alphabet="字。，a \n\r\u2028𠮷", max_size=40)
_LONG = st.lists(_HARD, min_size=1, max_size=30).map(lambda parts: "".join(part * 40 for part in parts))


@settings(deadline=None, max_examples=80)
@given(_LONG)
def test_pieces_together_are_the_text(text: str) -> None:
    whole, place = plain_lines(text), 0
    for piece in parted(text):
        assert whole.startswith(piece, place)
        place += len(piece)
        place += whole.startswith("\n", place)
    assert place == len(whole)


@settings(deadline=None, max_examples=80)
@given(_LONG)
def test_no_piece_is_longer_than_a_page_or_so(text: str) -> None:
    pieces = parted(text)
    assert len(pieces) == 1 or all(len(piece) + 16 * piece.count("\n") <= 816 for piece in pieces)
    assert len(pieces) <= 2 + (len(text) + 16 * len(plain_lines(text).split("\n"))) // 300


def test_a_text_is_parted_where_a_sentence_ends() -> None:
    pieces = parted("这里说明做了什么。" * 400)
    assert len(pieces) > 1
    assert all(piece.endswith("。") for piece in pieces)


def test_a_text_without_any_end_is_parted_all_the_same() -> None:
    assert [len(piece) for piece in parted("字" * 2_500)] == [800, 800, 800, 100]


def test_a_usual_text_is_one_piece() -> None:
    assert parted("") == ("",)
    assert parted("做了什么\r\n还差什么") == ("做了什么\n还差什么",)


def test_only_endless_latin_is_stiff() -> None:
    assert not is_stiff("共36期，ISO9001认证，达标率97.4%")
    assert is_stiff("见 https://example.org/a/b")


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_whatever_is_typed_can_be_written(text: str) -> None:
    content = written(text)
    assert not [char for char in content if char < " " or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"]
    assert content.count("<") == content.count(">")
