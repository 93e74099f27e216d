"""Lines end where Chinese typesetting allows it, and the choice is good for the whole paragraph."""

from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as some

from reports.paper.atoms import NEVER_FIRST, NEVER_LAST, Atom, Kind, atoms, fitted, halves
from reports.paper.breaking import WINDOW, break_lines
from reports.paper.faces import Role
from reports.paper.placing import Align, natural_width, place, settle
from reports.paper.styles import Style

STYLE = Style(Role.BODY, 10, 15)

WORDS = "学校|教师队伍|，|。|；|“双师型”|（一）|《办法》|59.4%|158人|2025年9月1日|15—30%|7-2-01|……|——"
words = some.sampled_from([*WORDS.split("|"), "5.42万平方米", "Python", "第3条", "附件2", "、", "a/b", "℃"])
texts = some.lists(words, min_size=1, max_size=120).map("".join)
widths = some.floats(min_value=120, max_value=450)


def measure(text: str, style: Style) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text) * style.size


def set_in(text: str, width: float) -> list[list[Atom]]:
    pieces = fitted(atoms([(text, STYLE)], measure), width, measure)
    return [pieces[start:end] for start, end in break_lines(pieces, width, width)]


def said(line: list[Atom]) -> str:
    return "".join(piece.text for piece in line)


@given(texts, widths)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_or_moved(text: str, width: float) -> None:
    assert "".join(map(said, set_in(text, width))) == text


@given(texts, widths)
@settings(max_examples=300, deadline=None)
def test_no_line_starts_or_ends_with_a_forbidden_character(text: str, width: float) -> None:
    lines = set_in(text, width)
    for before, after in pairwise(lines):
        if before[-1].can_break:
            assert said(after)[0] not in NEVER_FIRST
            assert said(before)[-1] not in NEVER_LAST
        else:
            assert not any(piece.can_break for piece in before), "a legal break was there to be taken"


@given(
    some.lists(some.sampled_from(["学校", "教师，", "“双师型”", "（一）", "59.4%", "158人", "。"]), min_size=1).map(
        "".join
    )
)
@settings(max_examples=200, deadline=None)
def test_every_break_of_ordinary_text_is_a_legal_one(text: str) -> None:
    if any(pair in text for pair in ("。。。。", "））））")):
        return
    lines = set_in(text, 300)
    assert all(line[-1].can_break for line in lines[:-1])


@given(texts, widths)
@settings(max_examples=200, deadline=None)
def test_the_ink_of_every_line_stays_within_its_measure(text: str, width: float) -> None:
    for line in set_in(text, width):
        placed = place(line, *settle(line, width, Align.JUSTIFIED, is_last=False, is_narrow=False))
        last = line[-1]
        hanging = 0.5 * last.style.size if last.kind is Kind.CLOSING else 0.0
        assert placed.offsets[-1] + last.width - hanging <= width + 0.5


def test_figures_stay_with_their_units_and_dates_may_part_after_the_year() -> None:
    pieces = atoms([("共158人，2025年9月", STYLE)], measure)
    by_text = {piece.text: piece for piece in pieces}
    assert not by_text["158"].can_break
    assert not by_text["共"].can_break
    assert not by_text["2025"].can_break
    assert by_text["年"].can_break


def test_the_longest_unit_wins() -> None:
    pieces = atoms([("5.42万平方米。", STYLE)], measure)
    assert [piece.can_break for piece in pieces[:4]] == [False] * 4


def test_a_gap_stands_between_han_and_latin_but_not_after_a_headings_number() -> None:
    gap = {piece.text: piece.gap for piece in atoms([("用Python写", STYLE)], measure)}
    assert gap["用"] == gap["Python"] == 2.5
    numbered = atoms([("1.师资", STYLE)], measure)
    assert numbered[0].gap == 0


def test_two_closing_marks_share_one_em_and_a_half() -> None:
    pieces = atoms([("》。", STYLE)], measure)
    assert natural_width(pieces) == 15


def test_a_dash_is_never_parted() -> None:
    assert [piece.text for piece in atoms([("甲——乙……", STYLE)], measure)] == ["甲", "——", "乙", "……"]


def test_a_word_wider_than_the_line_is_cut_after_a_slash_where_there_is_one() -> None:
    piece = Atom("https/example_name.html", Kind.LATIN, 115, STYLE)
    assert [part.text for part in halves(piece, 50, measure)] == ["https/", "example_", "name.html"]
    run = Atom("a" * 25, Kind.LATIN, 125, STYLE)
    assert [len(part.text) for part in halves(run, 50, measure)] == [10, 10, 5]


@example(text="15—30%15—30%15—30%a/b℃………………", width=120.0)
@example(text="15—30%15—30%15—30%……15—30%15—30%15—30%15—30%", width=120.0)
@given(some.lists(some.sampled_from(["15—30%", "a/b", "℃", "3.5", "-", "……"]), min_size=8).map("".join), widths)
def test_a_run_wider_than_the_line_is_not_cut_at_a_forbidden_character(text: str, width: float) -> None:
    assume("……" * 5 not in text)
    for before, after in pairwise(set_in(text, width)):
        assert said(after)[0] not in NEVER_FIRST
        assert said(before)[-1] not in NEVER_LAST


def test_no_paragraph_ends_with_a_single_character_where_another_break_avoids_it() -> None:
    lines = set_in("学" * 29 + "校。", 300)
    assert len(said(lines[-1])) >= 3


def test_a_text_of_many_windows_is_broken_as_if_there_were_none() -> None:
    text = "学校教师队伍建设，" * (WINDOW // 4)
    lines = set_in(text, 300)
    assert "".join(map(said, lines)) == text
    assert {len(line) for line in lines[5:-5]} <= {29, 30, 31, 32}


def test_trailing_spaces_hang_outside_the_line() -> None:
    lines = set_in("abcd " * 40, 100)
    assert all(said(line).startswith("abcd") for line in lines)
