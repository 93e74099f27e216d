"""The chart against the cycle before: its values, where its axis starts, how its dots stand, none without a year."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import Status
from reports.content.self_assessment import build_self_assessment
from reports.content.year_moves import year_moves
from reports.content.years import YearMove, YearMoves
from reports.paper.book import Properties, bind
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.sheet import Furniture, Sheet
from reports.paper.typesetter import Typesetter
from reports.paper.year_chart import axis_start, draw_years, set_years
from services.checklist import Checklist
from services.dossiers import Dossier
from tests.reports.measured import glyphs_of, printed_over
from tests.reports.samples import a_filled_checklist

rates = st.none() | st.integers(0, 1000)


def a_year_before(checklist: Checklist) -> Checklist:
    """The same school a year earlier, with nothing carried out."""
    sections = tuple(
        replace(
            section,
            measures=tuple(
                replace(
                    measure,
                    items=tuple(
                        replace(row, answer=replace(row.answer, status=Status.NOT_MET)) for row in measure.items
                    ),
                )
                for measure in section.measures
            ),
        )
        for section in checklist.sections
    )
    return replace(checklist, year=checklist.year - 1, sections=sections)


def test_the_chart_has_then_and_now_by_section() -> None:
    checklist = a_filled_checklist()
    moves = year_moves(Dossier(checklist, previous=a_year_before(checklist)))
    assert moves is not None
    assert (moves.last_year, moves.year) == (checklist.year - 1, checklist.year)
    assert {row.before for row in moves.rows} == {0}
    assert moves.rows[0].title.startswith("二、")


def test_without_a_year_before_there_is_no_chart() -> None:
    report = build_self_assessment(Dossier(a_filled_checklist()), datetime(2025, 12, 1, tzinfo=UTC))
    assert report.years is None


def test_a_movement_has_its_sign_and_a_true_minus() -> None:
    moves = [YearMove("", 500, 625), YearMove("", 625, 500), YearMove("", 500, 500), YearMove("", None, 500)]
    assert [one.moved for one in moves] == ["+12.5", "\u221212.5", "0.0", "—"]


@given(st.lists(st.tuples(rates, rates), min_size=1, max_size=8))
def test_the_axis_starts_at_a_multiple_of_twenty_under_every_rate(pairs: list[tuple[int | None, int | None]]) -> None:
    rows = tuple(YearMove("节", before, after) for before, after in pairs)
    start = axis_start(YearMoves(2024, 2025, rows, YearMove("合计", None, None)))
    assert start % 200 == 0
    assert 0 <= start <= 800
    assert all(start <= value for row in rows for value in (row.before, row.after) if value is not None)


def test_alike_is_a_ring_round_the_dot_and_apart_a_line_between(typesetter: Typesetter) -> None:
    def strokes(before: int, after: int) -> list[str]:
        sheet = Sheet()
        rows = (YearMove("一、总体", before, after),)
        setter = set_years(YearMoves(2024, 2025, rows, YearMove("合计", None, None)), "图3", typesetter)
        setter._draw_dots(sheet, rows[0], 0, 50)
        return sheet.strokes

    alike, apart = strokes(500, 500), strokes(500, 900)
    assert len(alike) == 2
    assert len(apart) == 3
    assert apart[0].startswith("1 w")


def test_the_heads_of_its_columns_stand_side_by_side(some_faces: Faces) -> None:
    checklist = a_filled_checklist()
    moves = year_moves(Dossier(checklist, previous=a_year_before(checklist)))
    assert moves is not None
    typesetter = Typesetter(some_faces)
    flow = Flow(typesetter, Furniture("未定稿"))
    draw_years(flow, moves, "图3")
    content = bind(flow.finish(), typesetter, Properties("题", "校", "", datetime(2025, 12, 1, tzinfo=UTC)))
    assert printed_over(glyphs_of(content)) == []


@pytest.mark.parametrize(("lowest", "marks"), [(0, 6), (450, 4), (990, 2)])
def test_every_line_of_the_scale_says_what_it_stands_for(some_faces: Faces, lowest: int, marks: int) -> None:
    moves = YearMoves(2024, 2025, (YearMove("一", lowest, 1000),), YearMove("合计", None, None))
    flow = Flow(Typesetter(some_faces), Furniture("未定稿"))
    draw_years(flow, moves, "图3")
    content = bind(flow.finish(), flow.typesetter, Properties("题", "校", "", datetime(2025, 12, 1, tzinfo=UTC)))
    found = glyphs_of(content)
    heads = [glyph for glyph in found if glyph.size == 9 and 28 + 50 < glyph.x < 28 + 107]
    assert sum(glyph.char == "%" for glyph in heads) - (lowest >= 200) == marks
    assert printed_over(found) == []
