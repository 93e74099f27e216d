"""Pages filled after GB/T 9704-2012, measured in the finished PDF (paper.md section 8)."""

from itertools import pairwise

import pytest

from reports.paper.book import bind
from reports.paper.flow import Flow
from reports.paper.sheet import GRID_MM, TOP, Furniture
from reports.paper.styles import BODY
from reports.paper.tags import MOST_SHEETS
from reports.paper.typesetter import Typesetter
from tests.reports.measured import MM, Glyph, glyphs_of, lines_of, text_of
from tests.reports.paper.test_typesetter import ABOUT

MARK = "未定稿 · 2025-11-14 16:20"


def printed(flow: Flow) -> bytes:
    return bind(flow.finish(), flow.typesetter, ABOUT)


def text_lines(content: bytes, page: int) -> list[list[Glyph]]:
    return [line for line in lines_of(glyphs_of(content, page)) if line[0].y < 262]


@pytest.fixture
def flow(typesetter: Typesetter) -> Flow:
    return Flow(typesetter, Furniture(MARK), is_duplex=True)


def test_a_full_page_has_22_lines_of_28_characters(flow: Flow) -> None:
    flow.paragraph([("测" * 28 * 22 * 4, BODY)])
    content = printed(flow)
    for page, left in ((1, 26), (2, 28)):
        lines = text_lines(content, page)
        assert len(lines) == 22
        assert all(len(line) == 28 for line in lines)
        baselines = [line[0].y * MM for line in lines]
        assert abs(baselines[0] - (37 * MM + 20.56)) < 0.5
        assert all(abs(below - above - 28.95) < 0.05 for above, below in pairwise(baselines))
        assert all(abs(line[0].x - left) < 0.1 for line in lines)
        assert all(abs(line[-1].x + 15.793 / MM - left - 156) < 0.2 for line in lines)
        assert all(glyph.size == 16 for line in lines for glyph in line)


def test_single_sided_pages_all_keep_the_binding_edge_on_the_left(typesetter: Typesetter) -> None:
    flow = Flow(typesetter, Furniture(), is_duplex=False)
    flow.paragraph([("测" * 28 * 30, BODY)])
    assert {sheet.left for sheet in flow.sheets} == {28}


def test_a_paragraph_starts_two_characters_in(flow: Flow) -> None:
    flow.paragraph([("测" * 60, BODY)])
    first, second = text_lines(printed(flow), 0)[:2]
    assert abs((first[0].x - second[0].x) * MM - 2 * 15.793) < 0.1


@pytest.mark.parametrize("length", range(1, 150, 7))
def test_no_page_holds_only_one_line_of_a_longer_paragraph(flow: Flow, length: int) -> None:
    flow.paragraph([("甲" * 28 * 19, BODY)])
    flow.paragraph([("乙" * length, BODY)])
    content = printed(flow)
    counts = [sum(line[0].char == "乙" for line in text_lines(content, page)) for page in range(len(flow.sheets))]
    total = sum(counts)
    assert total <= 2 or 1 not in counts


def test_a_heading_keeps_two_lines_with_it(flow: Flow) -> None:
    flow.paragraph([("甲" * 28 * 19, BODY)])
    flow.part("一、标题", "part")
    flow.paragraph([("乙" * 100, BODY)])
    assert flow.entries[0].number == 2
    assert text_lines(printed(flow), 1)[0][0].char == "一"


def test_the_page_number_stands_seven_millimetres_under_the_area(flow: Flow) -> None:
    flow.paragraph([("测" * 28 * 30, BODY)])
    content = printed(flow)
    for page, is_odd in ((0, True), (1, False)):
        foot = [glyph for glyph in glyphs_of(content, page) if glyph.y > 262 and glyph.size == 14]
        assert [glyph.char for glyph in foot] == ["—", str(page + 1), "—"]
        left, right = foot[0].x, foot[-1].x + 14 / MM
        edge = 28 + 156 - 14 / MM if is_odd else 26 + 14 / MM
        assert abs((right if is_odd else left) - edge) < 0.5
        # The dash of a Song face lies 0.345 em over its baseline.
        assert abs(foot[0].y - 0.345 * 14 / MM - 269) < 0.5


def test_the_editions_mark_stands_opposite_the_number(flow: Flow) -> None:
    flow.paragraph([("测", BODY)])
    foot = [glyph for glyph in glyphs_of(printed(flow), 0) if glyph.y > 262 and glyph.size == 9]
    assert "".join(glyph.char for glyph in foot) == MARK.replace(" ", "")
    assert abs(foot[0].x - 28) < 0.3


@pytest.mark.parametrize("length", range(30, 100, 7))
def test_a_heading_is_never_the_last_line_of_a_page(flow: Flow, length: int) -> None:
    for _ in range(18):
        flow.paragraph([("字", BODY)])
    flow.section("标题", "x")
    flow.paragraph([("字" * length, BODY)])
    content = printed(flow)
    for page in range(len(flow.sheets)):
        text = "".join(glyph.char for glyph in glyphs_of(content, page) if glyph.size == 16)
        assert not text.endswith("标题")


def test_a_subheading_is_not_in_the_contents(flow: Flow) -> None:
    flow.part("部分", "part:x")
    flow.subheading("小标题")
    flow.paragraph([("字", BODY)])
    assert [entry.title for entry in flow.entries] == ["部分"]
    assert "小标题" in text_of(printed(flow))


def test_text_returns_to_the_grid_after_a_figure(flow: Flow) -> None:
    flow.paragraph([("测", BODY)])
    flow.keep(13.7, lambda sheet, x, y: sheet.frame(x, y, 156, 13.7))
    flow.paragraph([("试", BODY)])
    lines = (flow.y - TOP) / GRID_MM
    assert abs(lines - round(lines)) < 0.001


def test_the_pages_of_a_paper_too_long_for_tags_are_packed_as_soon_as_they_are_full(flow: Flow) -> None:
    for number in range(MOST_SHEETS + 3):
        flow.fresh_page()
        flow.paragraph([(f"第{number + 1}页的话", BODY)])
    assert [sheet.sealed is not None for sheet in flow.sheets] == [True] * (MOST_SHEETS + 2) + [False]
    assert not any(sheet.strokes for sheet in flow.sheets[:-1])
    content = printed(flow)
    for page in (0, MOST_SHEETS, MOST_SHEETS + 2):
        said = "".join(glyph.char for glyph in glyphs_of(content, page))
        assert f"第{page + 1}页的话" in said
        assert f"—{page + 1}—" in said.replace(" ", "")


def test_the_pages_of_a_paper_that_can_be_tagged_stay_open_for_it(flow: Flow) -> None:
    for _ in range(MOST_SHEETS):
        flow.new_page()
    assert not any(sheet.sealed for sheet in flow.sheets)
