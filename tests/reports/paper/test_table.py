"""Tables over pages: heads repeated, rows cut only where they must be, nothing lost and nothing outside the frame."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from reports.paper.book import bind
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.sheet import BOTTOM, TOP, Furniture
from reports.paper.styles import TABLE, TABLE_HEAD
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Typesetter
from tests.reports.measured import glyphs_of, text_of
from tests.reports.paper.test_typesetter import ABOUT

FORM = Form((20.0, 136.0))


@pytest.fixture
def flow(typesetter: Typesetter) -> Flow:
    return Flow(typesetter, Furniture())


def a_row(maker: RowMaker, key: str, text: str, kind: RowKind = RowKind.PLAIN) -> Row:
    return maker.row([Text(key, TABLE), Text(text, TABLE)], kind, again=Text(f"{key}（续）", TABLE))


def laid(flow: Flow, rows: list[Row]) -> bytes:
    maker = RowMaker(flow.typesetter, FORM)
    table = Table(maker.head(["编号", "内容"], TABLE_HEAD), tuple(rows), FORM.width, "表1", continued="（续）")
    lay_table(flow, table)
    return bind(flow.finish(), flow.typesetter, ABOUT)


def page_text(content: bytes, page: int) -> str:
    return "".join(glyph.char for glyph in glyphs_of(content, page))


def test_the_head_and_the_caption_are_repeated_on_every_page(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    content = laid(flow, [a_row(maker, f"{n}", "内容") for n in range(100)])
    assert len(flow.sheets) > 1
    assert page_text(content, 0).startswith("表1编号内容")
    for page in range(1, len(flow.sheets)):
        assert page_text(content, page).startswith("表1（续）编号内容")


def test_a_title_row_keeps_a_row_with_it(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    for filler in range(20, 34):
        fresh = Flow(flow.typesetter, Furniture())
        rows = [a_row(maker, "甲", "内容") for _ in range(filler)]
        rows += [a_row(maker, "题", "标题", RowKind.SECTION), a_row(maker, "题", "条款", RowKind.CLAUSE)]
        rows += [a_row(maker, "乙", "要点")] * 3
        content = laid(fresh, rows)
        pages = [page_text(content, page) for page in range(len(fresh.sheets))]
        holding = [page for page in pages if "标题" in page]
        assert len(holding) == 1
        assert "条款" in holding[0]
        assert "要点" in holding[0]


def test_an_item_and_its_figures_stay_together(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    for filler in range(24, 34):
        fresh = Flow(flow.typesetter, Furniture())
        rows = [a_row(maker, "甲", "内容") for _ in range(filler)]
        rows += [a_row(maker, "乙", "要点"), a_row(maker, "", "指标", RowKind.FIGURE), a_row(maker, "丙", "后文")]
        content = laid(fresh, rows)
        assert all(
            ("要点" in text) == ("指标" in text)
            for text in (page_text(content, page) for page in range(len(fresh.sheets)))
        )


def test_a_row_that_fits_a_page_is_moved_and_not_cut(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    content = laid(flow, [a_row(maker, "甲", "短"), a_row(maker, "乙", "\n".join(["长"] * 38))])
    assert len(flow.sheets) == 2
    assert "长" not in page_text(content, 0)


def test_a_row_higher_than_a_page_is_cut_between_lines_and_named_again(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    content = laid(flow, [a_row(maker, "甲", "\n".join(["行"] * 200)), a_row(maker, "乙", "后文")])
    counts = [page_text(content, page).count("行") for page in range(len(flow.sheets))]
    assert sum(counts) == 200
    assert min(counts) >= 2
    for page in range(1, len(flow.sheets)):
        assert "甲（续）" in page_text(content, page)


def test_titles_stay_with_the_start_of_an_item_that_must_be_cut(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    for filler in range(24, 34):
        fresh = Flow(flow.typesetter, Furniture())
        rows = [a_row(maker, "甲", "内容") for _ in range(filler)]
        rows += [a_row(maker, "题", "标题", RowKind.SECTION), a_row(maker, "题", "条款", RowKind.CLAUSE)]
        rows += [a_row(maker, "乙", "\n".join(["长"] * 60)), a_row(maker, "", "指标", RowKind.FIGURE)]
        content = laid(fresh, rows)
        pages = [page_text(content, page) for page in range(len(fresh.sheets))]
        holding = next(page for page in pages if "标题" in page)
        assert "条款" in holding
        assert "长" in holding
        assert sum(page.count("长") for page in pages) == 60


def test_the_last_row_does_not_stand_alone_on_its_page(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    for count in range(24, 40):
        fresh = Flow(flow.typesetter, Furniture())
        content = laid(fresh, [a_row(maker, "甲", "容") for _ in range(count)])
        assert page_text(content, len(fresh.sheets) - 1).count("甲") >= 2


def test_a_last_row_under_its_title_does_not_stand_alone_on_its_page(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    for count in range(24, 40):
        fresh = Flow(flow.typesetter, Furniture())
        rows = [a_row(maker, "甲", "容") for _ in range(count)]
        content = laid(fresh, [*rows, a_row(maker, "题", "目", RowKind.CLAUSE), a_row(maker, "甲", "容")])
        assert page_text(content, len(fresh.sheets) - 1).count("甲") >= 2


def test_a_row_that_must_be_cut_anyway_starts_on_the_page_it_meets(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    flow.new_page()
    flow.y = 200.0
    laid(flow, [a_row(maker, "题", "目", RowKind.CLAUSE), a_row(maker, "甲", "\n".join(["行"] * 90))])
    assert flow.sheets[0].strokes


@given(rows=some.lists(some.integers(1, 90), min_size=1, max_size=25), start=some.floats(TOP, BOTTOM))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_and_nothing_leaves_the_type_area(some_faces: Faces, rows: list[int], start: float) -> None:
    flow = Flow(Typesetter(some_faces), Furniture())
    flow.new_page()
    flow.y = start
    maker = RowMaker(flow.typesetter, FORM)
    content = laid(flow, [a_row(maker, "甲", "\n".join(["行"] * lines)) for lines in rows])
    assert text_of(content).count("行") == sum(rows)
    for page in range(len(flow.sheets)):
        for glyph in glyphs_of(content, page):
            if glyph.size != 14:
                assert TOP < glyph.y < BOTTOM


def test_rows_are_asked_for_as_their_pages_come(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    pages: list[int] = []

    def rows() -> Iterator[Row]:
        for number in range(200):
            pages.append(flow.number)
            yield a_row(maker, str(number), "内容")

    lay_table(flow, Table(maker.head(["编号", "内容"], TABLE_HEAD), rows(), FORM.width))
    assert pages[0] == 0
    assert pages[-1] >= flow.number - 1 > 3


def test_a_table_without_rows_draws_nothing(flow: Flow) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    lay_table(flow, Table(maker.head(["编号", "内容"], TABLE_HEAD), iter(()), FORM.width, "表1"))
    assert flow.sheet.strokes == []
