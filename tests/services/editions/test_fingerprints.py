"""A fingerprint typed off a paper is known again, however it was typed."""

import hashlib
import string
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import AssessmentId, EditionState
from services.editions.errors import FingerprintUnreadableError
from services.editions.fingerprints import SHORTEST, matches, near_misses, typed
from services.editions.values import Edition, EditionRow, Paper

WHOLE = hashlib.sha256(b"one").hexdigest()


def _row(fingerprint: str = WHOLE, number: int = 1) -> EditionRow:
    edition = Edition(number, fingerprint, datetime(2025, 11, 14, tzinfo=UTC), ())
    return EditionRow(AssessmentId(1), edition, "我", Paper("报告.pdf", "", 0, 0), EditionState.CURRENT)


@pytest.mark.parametrize(
    "text",
    [
        "7F3A 92C1 40DE",
        "7f3a92c140de",
        " 7F3A-92C1-4ODE ",
        "７Ｆ３Ａ　９２Ｃ１　４０ＤＥ",  # noqa: RUF001
        "定稿第1版 · 指纹 7F3A 92C1 40DE",
        "内容指纹（SHA-256前12位）7F3A 92C1 40DE",
        "指纹：7F3A\n92C1\t40DE",
        "“7F3A”—92C1–40DE。",
        "\ufeff7F3A\u200b92C1\xa040DE",
    ],
)
def test_blanks_case_width_and_look_alikes_do_not_matter(text: str) -> None:
    assert typed(text) == "7f3a92c140de"


@pytest.mark.parametrize("text", ["", "7F3A 92C1 40D", "7F3A 92C1 40DG", "0" * 65, "指纹", "你好，这不是指纹 abc"])
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(FingerprintUnreadableError):
        typed(text)


@given(start=st.integers(0, 64 - SHORTEST), length=st.integers(SHORTEST, 64))
def test_any_stretch_of_it_finds_the_edition(start: int, length: int) -> None:
    said = WHOLE[start : start + length]
    broken = "".join(f"{char.upper() if number % 2 else char}{' ' * (number % 3)}" for number, char in enumerate(said))
    (found,) = matches(broken, [_row(), _row(hashlib.sha256(b"two").hexdigest(), 2)])
    assert found.edition.number == 1
    assert found.is_whole == (len(said) == 64)


@given(st.text(string.hexdigits, min_size=SHORTEST, max_size=64))
def test_a_strange_fingerprint_finds_none(text: str) -> None:
    assert bool(matches(text, [_row()])) == (text.lower() in WHOLE)


def test_two_that_begin_alike_are_both_named() -> None:
    rows = [_row("ab" * 32, 1), _row("ab" * 20 + "cd" * 12, 2)]
    assert [match.edition.number for match in matches("AB" * 10, rows)] == [1, 2]
    assert [match.edition.number for match in matches("ab" * 32, rows)] == [1]


def _slips(said: str) -> list[str]:
    """Make every slip of the pen that people make with twelve signs."""
    wrong = [f"{said[:at]}{'0' if said[at] != '0' else '1'}{said[at + 1 :]}" for at in range(len(said))]
    left_out = [said[:at] + said[at + 1 :] for at in range(len(said))]
    too_many = [said[:at] + "4" + said[at:] for at in range(len(said))]
    swapped = [said[:at] + said[at + 1] + said[at] + said[at + 2 :] for at in range(len(said) - 1)]
    return [*wrong, *left_out, *too_many, *swapped]


@pytest.mark.parametrize("length", [12, 20, 64])
def test_one_slip_of_the_pen_is_told_from_a_strange_fingerprint(length: int) -> None:
    rows = [_row(), _row(hashlib.sha256(b"two").hexdigest(), 2)]
    for said in _slips(WHOLE[:length]):
        assert said in WHOLE or [near.edition.number for near in near_misses(said, rows)] == [1], said
    assert near_misses(hashlib.sha256(b"three").hexdigest()[:length], rows) == ()


def test_the_slip_is_named_by_the_group_it_is_in() -> None:
    assert WHOLE[5] != "0"
    (near,) = near_misses(f"{WHOLE[:5]}0{WHOLE[6:12]}", [_row()])
    assert near.group == 2
    (near,) = near_misses(f"{WHOLE[:5]}G{WHOLE[6:12]}", [_row()])
    assert near.group == 2


def test_two_slips_are_none_of_ours() -> None:
    said = WHOLE[:12].translate(str.maketrans("0123456789abcdef", "123456789abcdef0"))
    assert near_misses(said, [_row()]) == ()
    assert near_misses("", [_row()]) == near_misses("指纹", [_row()]) == ()


def test_a_sign_too_many_behind_a_whole_fingerprint_is_a_slip_in_its_last_group() -> None:
    (near,) = near_misses(f"{WHOLE}{WHOLE[-1]}", [_row()])
    assert near.group == 16
    (near,) = near_misses(f"{WHOLE}0", [_row()])
    assert near.group == 16
