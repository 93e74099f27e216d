"""The report measured with the ruler of paper.md section 8: edges, lines, columns, weights, ink, fonts."""

from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from reports.content.self_assessment import build_self_assessment
from reports.orders import MadePaper
from reports.paper.book import Properties, bind
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.self_assessment import print_self_assessment
from reports.paper.sheet import Furniture
from reports.paper.styles import BODY
from reports.paper.typesetter import Typesetter
from services.dossiers import Dossier
from tests.reports.measured import MM, Glyph, Rule, glyphs_of, lines_of, printed_over, rules_of
from tests.reports.samples import AT, a_filled_checklist

ABOUT = Properties("文", "示例", "", datetime(2025, 11, 14, tzinfo=UTC))
FURNITURE_FROM = 262.0
PROSE = (
    "2025年计划招生900人，实际报到838人，完成93.1%；差额集中在茶叶、农机两个专业。"
    "与27家企业签订基地协议，覆盖全部8个专业（含“双师型”教师57人），岗位1120个；"
    "学校已建成OBE课程平台，年培训4386人次，比目标少534人次——原因见第八部分。"
)


@pytest.fixture(scope="module")
def paper(some_faces: Faces) -> MadePaper:
    """Print the sample report on both sides of the paper."""
    report = build_self_assessment(Dossier(a_filled_checklist("yiyang")), AT)
    return print_self_assessment(report, some_faces, is_duplex=True)


@pytest.fixture(scope="module")
def prose(some_faces: Faces) -> bytes:
    typesetter = Typesetter(some_faces)
    flow = Flow(typesetter, Furniture("未定稿"), is_duplex=True)
    flow.paragraph([(PROSE * 15, BODY)])
    for length in range(30, 400, 7):
        flow.paragraph([((PROSE * 4)[: length - 1] + "。", BODY)])
    return bind(flow.finish(), typesetter, ABOUT)


@pytest.fixture(scope="module")
def pages(paper: MadePaper) -> list[tuple[list[Glyph], list[Rule]]]:
    return [(glyphs_of(paper.content, page), rules_of(paper.content, page)) for page in range(paper.pages)]


def body(content: bytes, page: int) -> list[list[Glyph]]:
    return lines_of([glyph for glyph in glyphs_of(content, page) if glyph.size == 16])


def test_the_ink_of_full_pages_fills_the_type_area_and_backs_up(prose: bytes) -> None:
    for page, left in ((0, 28.0), (1, 26.0), (2, 28.0)):
        lines = body(prose, page)
        assert len(lines) == 22
        ink = [glyph for line in lines for glyph in line]
        assert abs(min(glyph.left for glyph in ink) - left) < 1
        assert abs(max(glyph.right for glyph in ink) - left - 156) < 1
        assert abs(lines[0][0].y - 37 - 20.56 / MM) < 0.5 / MM
        assert abs(lines[-1][0].y - (37 + (20.56 + 21 * 28.95) / MM)) < 0.1
    starts = [min(line[0].x for line in body(prose, page)) for page in (0, 1)]
    assert abs(starts[0] - starts[1] - 2.0) < 0.1


def test_every_justified_line_ends_at_the_right_edge(prose: bytes) -> None:
    """A mark at the end keeps its own white, or gives half of it where the line needs it; its ink never passes."""
    checked = 0
    for page, right in ((0, 184.0), (1, 182.0), (2, 184.0)):
        lines = body(prose, page)
        for line, after in pairwise(lines):
            is_last = after[0].x > right - 156 + 5
            if is_last:
                continue
            checked += 1
            white = 4.6 if line[-1].char in "，。；：、）”—" else 0.75
            assert right - white < line[-1].right < right + 0.5, "".join(glyph.char for glyph in line)
    assert checked > 30


def test_gaps_between_characters_are_stretched_by_no_more_than_fifteen_hundredths(prose: bytes) -> None:
    """Only lines that cannot end elsewhere may be looser; there is none in this text."""
    for page in range(3):
        for line in body(prose, page):
            han = [(one, after) for one, after in pairwise(line) if "\u4e00" <= one.char <= "\u9fff" <= "\uffff"]
            steps = [(after.x - one.x) * MM for one, after in han if "\u4e00" <= after.char <= "\u9fff"]
            assert not steps or max(steps) < 15.793 + 0.15 * 16 + 0.05


def test_no_text_but_the_furniture_stands_under_the_area(pages: list[tuple[list[Glyph], list[Rule]]]) -> None:
    for glyphs, _ in pages[1:]:
        low = [glyph for glyph in glyphs if glyph.bottom > FURNITURE_FROM + 0.2]
        assert {glyph.size for glyph in low} <= {9.0, 14.0}
        assert all(265 < glyph.y < 273 for glyph in low)


def test_no_character_is_printed_over_another(pages: list[tuple[list[Glyph], list[Rule]]]) -> None:
    assert [over for glyphs, _ in pages for over in printed_over(glyphs)] == []


def test_tables_have_the_columns_and_the_weights_of_the_rules(pages: list[tuple[list[Glyph], list[Rule]]]) -> None:
    wanted = {(13, 49, 17, 56.5, 20.5): 0, (11, 54, 12, 24, 17, 20, 18): 0, (26, 50, 38, 42): 0}
    for _, rules in pages:
        left = min((rule.x1 for rule in rules if rule.weight == 1), default=0.0)
        inner = {round(rule.x1 - left, 1) for rule in rules if rule.is_upright and rule.weight == 0.5}
        for columns in wanted:
            edges = {round(sum(columns[:n]), 1) for n in range(1, len(columns))}
            wanted[columns] += edges <= inner
        assert {rule.weight for rule in rules} <= {0.5, 0.75, 1.0}
        for rule in rules:
            if rule.weight == 1 and rule.is_upright:
                assert min(abs(rule.x1 - left - edge) for edge in (0, 156)) < 0.1
    assert all(wanted.values()), wanted


def test_ink_keeps_eight_tenths_of_a_millimetre_from_the_rules_of_its_cell(
    pages: list[tuple[list[Glyph], list[Rule]]],
) -> None:
    checked = 0
    for glyphs, rules in pages:
        frames = [rule for rule in rules if rule.weight == 1 and rule.is_upright]
        if not frames:
            continue
        top, bottom = min(rule.y1 for rule in frames), max(rule.y2 for rule in frames)
        for glyph in glyphs:
            if not (top < glyph.y < bottom and glyph.size in (9.0, 10.5, 12.0)):
                continue
            checked += 1
            assert _distance(glyph, rules) > 0.8, (glyph, [rule for rule in rules if _distance(glyph, [rule]) < 0.8])
    assert checked > 5000


def _distance(glyph: Glyph, rules: list[Rule]) -> float:
    found = [10.0]
    for rule in rules:
        if rule.is_upright and min(rule.y1, rule.y2) < glyph.y < max(rule.y1, rule.y2):
            found.append(min(abs(glyph.left - rule.x1), abs(glyph.right - rule.x1)))
        elif not rule.is_upright and min(rule.x1, rule.x2) < glyph.x < max(rule.x1, rule.x2):
            found.append(min(abs(glyph.top - rule.y1), abs(glyph.bottom - rule.y1)))
    return min(found)


def test_no_two_characters_overlap(pages: list[tuple[list[Glyph], list[Rule]]]) -> None:
    for glyphs, _ in pages:
        inked = sorted(
            (one for one in glyphs if one.right - one.left > 0.2), key=lambda one: (round(one.y, 1), one.left)
        )
        for one, after in pairwise(inked):
            if abs(one.y - after.y) < 0.02 and after.left > one.left:
                assert after.left > one.right - 0.35, (one, after)


def test_levels_are_set_in_the_fonts_of_their_roles(pages: list[tuple[list[Glyph], list[Rule]]]) -> None:
    fonts = Counter(
        (line[0].char, line[0].font) for glyphs, _ in pages[4:] for line in lines_of(glyphs) if _is_16(line)
    )
    heads = {font for (char, font) in fonts if char in "一二三四五六七八"}
    assert "NotoSansSC-Regular" in heads
    assert {font for (char, font) in fonts if char == "（"} <= {"LXGWWenKai-Regular", "NotoSerifSC-Regular"}
    titles = {glyph.font for glyphs, _ in pages for glyph in glyphs if glyph.size == 22}
    assert titles == {"NotoSerifSC-Bold"}
    numbers = {glyph.font for glyphs, _ in pages for glyph in glyphs if glyph.size == 14 and glyph.y > 265}
    assert numbers == {"NotoSerifSC-Regular"}


def _is_16(line: list[Glyph]) -> bool:
    return line[0].size == 16


def test_figures_in_tables_are_equal_in_advance(pages: list[tuple[list[Glyph], list[Rule]]]) -> None:
    steps = Counter(
        round((after.x - one.x) * MM / one.size, 2)
        for glyphs, _ in pages
        for one, after in pairwise(glyphs)
        if one.font == "NotoSerifSC-Medium" and one.char.isdigit() and after.char.isdigit() and one.y == after.y
        if 0 < (after.x - one.x) * MM < 0.75 * one.size
    )
    assert len(steps) == 1, steps
