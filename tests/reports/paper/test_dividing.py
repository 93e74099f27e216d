"""Charts of many rows: whole where they fit, divided between rows where a page would be left white for them."""

from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import Status
from reports.content.parts import Scores, SectionScore
from reports.content.years import YearMove, YearMoves
from reports.paper.charts import BarChart, BarChartSetter, BarRow, set_bars
from reports.paper.dividing import parts
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.score_charts import draw_scores
from reports.paper.shape import AREA_HEIGHT
from reports.paper.sheet import Furniture
from reports.paper.theme_chart import draw_themes
from reports.paper.typesetter import Typesetter
from reports.paper.year_chart import set_years

HEADS = tuple((status, "落实") for status in list(Status)[:4])


def a_chart(rows: int, typesetter: Typesetter) -> BarChartSetter:
    """A chart of so many rows that are all alike."""
    row = BarRow("校企合作育人", (1, 1, 0, 0), "50.0%")
    return set_bars(BarChart("图9  主题", "主题", "个", HEADS, "率", (row,) * rows, row, 2), typesetter)


def scores(rows: int) -> Scores:
    """What a report says of so many themes."""
    row = SectionScore("校企合作育人", (1, 1, 0, 0), "50.0%")
    return Scores(heads=HEADS, sections=(row,) * rows, total=row, shares=("25.0%",) * 4, is_drawn=True)


def a_flow(faces: Faces, used: float) -> Flow:
    """A page that is used so far."""
    flow = Flow(Typesetter(faces), Furniture("未定稿"))
    flow.new_page()
    flow.y += used
    return flow


@given(st.integers(1, 120), st.floats(0, AREA_HEIGHT))
def test_the_parts_of_a_chart_are_all_of_it_and_leave_no_page_half_white(
    some_faces: Faces, rows: int, room: float
) -> None:
    whole = a_chart(rows, Typesetter(some_faces))
    got = list(parts(whole, room, AREA_HEIGHT))
    assert sum(len(part.row_heights) for part in got) == rows
    assert all(part.height <= AREA_HEIGHT for part in got)
    assert len(got) == 1 or all(len(part.row_heights) >= 4 for part in got)
    is_moved = got[0].height > room
    assert not is_moved or room < AREA_HEIGHT / 4 or rows < 8
    assert all(AREA_HEIGHT - part.height < AREA_HEIGHT / 4 for part in got[1:-1])


def test_only_the_last_part_has_the_total_and_the_others_say_that_they_go_on(typesetter: Typesetter) -> None:
    first, second, third = parts(a_chart(60, typesetter), 225.0, 225.0)
    assert [part.caption for part in (first, second, third)] == ["图9  主题", "图9  主题（续）", "图9  主题（续）"]
    assert [part._chart.total is None for part in (first, second, third)] == [True, True, False]


def test_a_part_has_the_bars_and_names_it_would_have_in_the_whole(typesetter: Typesetter) -> None:
    long, short = BarRow("很长" * 20, (9, 0, 0, 0), "50.0%"), BarRow("短", (1, 0, 0, 0), "50.0%")
    chart = BarChart("图9", "主题", "个", HEADS, "率", (long, *(short,) * 20), short, 9)
    first, second = set_bars(chart, typesetter).parted(1)
    assert first._scale == second._scale
    assert second._names.style == first._names.style


def test_themes_that_do_not_fit_below_the_other_charts_are_divided(some_faces: Faces) -> None:
    flow = a_flow(some_faces, 95)
    draw_themes(flow, scores(24))
    assert len(flow.sheets) == 2
    assert all(sheet.strokes for sheet in flow.sheets)


def test_themes_that_fit_when_closer_together_stay_whole(some_faces: Faces) -> None:
    flow = a_flow(some_faces, 95)
    draw_themes(flow, scores(18))
    assert len(flow.sheets) == 1


def test_as_many_themes_as_a_page_holds_stay_on_one(some_faces: Faces) -> None:
    flow = a_flow(some_faces, 200)
    draw_themes(flow, scores(33))
    assert len(flow.sheets) == 2


def test_the_band_goes_on_to_where_its_remark_has_room(some_faces: Faces) -> None:
    chart = a_chart(4, Typesetter(some_faces)).height
    flow = a_flow(some_faces, AREA_HEIGHT - 3 - chart - 3 - 31)
    draw_scores(flow, scores(4))
    assert len(flow.sheets) == 2


def test_the_chart_of_two_years_keeps_its_axis_in_all_its_parts(typesetter: Typesetter) -> None:
    rows = (YearMove("一", 700, 900), *(YearMove("二", 300, 400),) * 20)
    first, second = set_years(YearMoves(2024, 2025, rows, YearMove("合计", 300, 900)), "图3", typesetter).parted(5)
    assert (first.start, second.start) == (200, 200)
    assert second.height - first.height > 10 * 7.4
