"""Lines end where Chinese typesetting allows it, and the choice is good for the whole paragraph."""

from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as some

from reports.paper.breaking import WINDOW, Span, break_lines
from reports.paper.characters import NEVER_FIRST, NEVER_LAST, Kind
from reports.paper.cutting import Cutter
from reports.paper.faces import Role
from reports.paper.fitting import parts_of
from reports.paper.pieces import Pieces
from reports.paper.placing import Align, offsets, settle
from reports.paper.styles import Style

STYLE = Style(Role.BODY, 10, 15)

WORDS = "学校|教师队伍|，|。|；|“双师型”|（一）|《办法》|59.4%|158人|2025年9月1日|15—30%|7-2-01|……|——"
words = some.sampled_from([*WORDS.split("|"), "5.42万平方米", "Python", "第3条", "附件2", "、", "a/b", "℃"])
texts = some.lists(words, min_size=1, max_size=120).map("".join)
widths = some.floats(min_value=120, max_value=450)


def measure(text: str, style: Style) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text) * style.size


def cut(text: str) -> Pieces:
    return Cutter(measure).cut([(text, STYLE)])


def set_in(text: str, width: float) -> tuple[Pieces, list[Span]]:
    pieces = Cutter(measure).cut([(text, STYLE)], width)
    return pieces, break_lines(pieces, width, width)


def lines_of(text: str, width: float) -> list[str]:
    pieces, spans = set_in(text, width)
    return ["".join(pieces.texts[start:end]) for start, end in spans]


@given(texts, widths)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_or_moved(text: str, width: float) -> None:
    assert "".join(lines_of(text, width)) == text


@given(texts, widths)
@settings(max_examples=300, deadline=None)
def test_no_line_starts_or_ends_with_a_forbidden_character(text: str, width: float) -> None:
    pieces, spans = set_in(text, width)
    for (start, end), _ in pairwise(spans):
        if pieces.breaks[end - 1]:
            assert pieces.texts[end][0] not in NEVER_FIRST
            assert pieces.texts[end - 1][-1] not in NEVER_LAST
        else:
            assert not any(pieces.breaks[start:end]), "a legal break was there to be taken"


@given(
    some.lists(some.sampled_from(["学校", "教师，", "“双师型”", "（一）", "59.4%", "158人", "。"]), min_size=1).map(
        "".join
    )
)
@settings(max_examples=200, deadline=None)
def test_every_break_of_ordinary_text_is_a_legal_one(text: str) -> None:
    if any(pair in text for pair in ("。。。。", "））））")):
        return
    pieces, spans = set_in(text, 300)
    assert all(pieces.breaks[end - 1] for _, end in spans[:-1])


@given(texts, widths)
@settings(max_examples=200, deadline=None)
def test_the_ink_of_every_line_stays_within_its_measure(text: str, width: float) -> None:
    pieces, spans = set_in(text, width)
    for span in spans:
        settled = settle(pieces, span, width, Align.JUSTIFIED, is_last=False, is_narrow=False)
        last = span[1] - 1
        hanging = 0.5 * STYLE.size if pieces.kinds[last] is Kind.CLOSING else 0.0
        assert offsets(pieces, span, settled)[-2] + pieces.widths[last] - hanging <= width + 0.5


def test_figures_stay_with_their_units_and_dates_may_part_after_the_year() -> None:
    pieces = cut("共158人，2025年9月")
    breaks = dict(zip(pieces.texts, pieces.breaks, strict=True))
    assert [breaks[text] for text in ("158", "共", "2025", "年")] == [0, 0, 0, 1]


def test_the_longest_unit_wins() -> None:
    assert list(cut("5.42万平方米。").breaks[:4]) == [0] * 4


def test_a_gap_stands_between_han_and_latin_but_not_after_a_headings_number() -> None:
    pieces = cut("用Python写")
    assert pieces.gaps[:2] == [2.5, 2.5]
    assert cut("1.师资").gaps[0] == 0


def test_two_closing_marks_share_one_em_and_a_half() -> None:
    assert cut("》。").natural_width() == 15


def test_two_opening_marks_share_one_em_and_a_half() -> None:
    pieces = cut("（《甲")
    assert pieces.natural_width() == 25
    assert pieces.shifts == [0, -5, 0]


def test_a_dash_is_never_parted() -> None:
    assert cut("甲——乙……").texts == ["甲", "——", "乙", "……"]


def test_styles_part_a_line_where_they_change() -> None:
    strong = Style(Role.HEAD, 10, 15)
    pieces = Cutter(measure).cut([("甲乙", STYLE), ("丙", strong), ("丁", STYLE)])
    assert list(pieces.by_style(1, 4)) == [(STYLE, 1, 2), (strong, 2, 3), (STYLE, 3, 4)]


def test_a_word_wider_than_the_line_is_cut_after_a_slash_where_there_is_one() -> None:
    assert parts_of("https/example_name.html", STYLE, 50, measure) == ["https/", "example_", "name.html"]
    assert [len(part) for part in parts_of("a" * 25, STYLE, 50, measure)] == [10, 10, 5]


def test_the_parts_of_a_cut_run_fill_all_columns_and_keep_what_followed_the_run() -> None:
    pieces = Cutter(measure).cut([("用" + "a" * 25 + "写", STYLE)], 50)
    assert pieces.texts == ["用", "a" * 10, "a" * 10, "a" * 5, "写"]
    assert pieces.gaps == [2.5, 0, 0, 2.5, 0]
    assert {len(getattr(pieces, name)) for name in Pieces.__slots__ if name != "is_mixed"} == {5}


@example(text="15—30%15—30%15—30%a/b℃………………", width=120.0)
@example(text="15—30%15—30%15—30%……15—30%15—30%15—30%15—30%", width=120.0)
@given(some.lists(some.sampled_from(["15—30%", "a/b", "℃", "3.5", "-", "……"]), min_size=8).map("".join), widths)
def test_a_run_wider_than_the_line_is_not_cut_at_a_forbidden_character(text: str, width: float) -> None:
    assume("……" * 5 not in text)
    for before, after in pairwise(lines_of(text, width)):
        assert after[0] not in NEVER_FIRST
        assert before[-1] not in NEVER_LAST


def test_no_paragraph_ends_with_a_single_character_where_another_break_avoids_it() -> None:
    assert len(lines_of("学" * 29 + "校。", 300)[-1]) >= 3


def test_a_text_of_many_windows_is_broken_as_if_there_were_none() -> None:
    text = "学校教师队伍建设，" * (WINDOW // 4)
    lines = lines_of(text, 300)
    assert "".join(lines) == text
    assert {len(line) for line in lines[5:-5]} <= {29, 30, 31, 32}


def test_trailing_spaces_hang_outside_the_line() -> None:
    assert all(line.startswith("abcd") for line in lines_of("abcd " * 40, 100))


@settings(deadline=None)
@given(some.lists(some.tuples(words, some.sampled_from([0, 1, 300])), min_size=1, max_size=20), widths)
@example([("，", 300), ("教师队伍", 1), ("（一）", 1), ("158人", 300), ("学校", 1)], 120.0)
def test_spaces_typed_by_the_hundred_break_into_lines_like_any_text(typed: list[tuple[str, int]], width: float) -> None:
    text = "".join(word + " " * count for word, count in typed)
    assert "".join(lines_of(text, width)) == text
