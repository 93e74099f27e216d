"""Wide tables: on lying sheets of their own, and turned on upright pages whose number keeps its place."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf

from reports.paper.book import OutlineEntry, Properties, bind
from reports.paper.flow import Flow
from reports.paper.placing import Align
from reports.paper.rows import Form, RowMaker, Text
from reports.paper.shape import LANDSCAPE, PORTRAIT, TURNED, Shape
from reports.paper.sheet import Furniture, Link
from reports.paper.styles import BODY, MM, TABLE, TABLE_HEAD
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Typesetter
from reports.preview import Pages
from tests.reports.measured import Glyph, glyphs_of

FORM = Form((25.0, 40.0, 40.0, 40.0, 40.0, 40.0))
ABOUT = Properties("表", "示例", "", datetime(2025, 11, 14, tzinfo=UTC))


def a_wide_table(flow: Flow, rows: int) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    cells = [Text("内容", TABLE, Align.CENTRE)] * 6
    head = maker.head(["主题"] * 6, TABLE_HEAD)
    lay_table(flow, Table(head, tuple(maker.row(cells) for _ in range(rows)), FORM.width, caption="表1"))


def paper(typesetter: Typesetter, shape: Shape, rows: int = 30, *, is_duplex: bool = True) -> bytes:
    flow = Flow(typesetter, Furniture("未定稿"), is_duplex)
    flow.paragraph([("正文。", BODY)])
    flow.turn(shape)
    flow.sheet.places.append(("wide", flow.y))
    flow.sheet.links.append(Link(flow.left, flow.y, 20, 10, "wide"))
    a_wide_table(flow, rows)
    flow.turn(PORTRAIT)
    flow.paragraph([("正文。", BODY)])
    return bind(flow.finish(), typesetter, ABOUT, [OutlineEntry("宽表", "wide", 0)])


def number_of(glyphs: list[Glyph]) -> list[Glyph]:
    return [glyph for glyph in glyphs if glyph.size == 14]


def test_a_turned_page_is_upright_paper_to_be_read_lying(typesetter: Typesetter) -> None:
    with pikepdf.open(BytesIO(paper(typesetter, TURNED))) as pdf:
        boxes = {tuple(round(float(edge), 1) for edge in page.MediaBox) for page in pdf.pages}
        assert boxes == {(0.0, 0.0, 595.3, 841.9)}
        assert [int(page.get("/Rotate", 0)) for page in pdf.pages] == [0, 90, 90, 0]


def test_turned_content_has_its_head_at_the_left_edge_and_its_number_where_all_pages_have_it(
    typesetter: Typesetter,
) -> None:
    content = paper(typesetter, TURNED)
    numbers = [number_of(glyphs_of(content, page)) for page in range(4)]
    assert {round(glyph.y) for glyphs in numbers for glyph in glyphs} == {271}
    ends = [round(max(glyph.right for glyph in glyphs), 1) for glyphs in numbers]
    starts = [round(min(glyph.left for glyph in glyphs), 1) for glyphs in numbers]
    assert ends[2] == ends[0]
    assert starts[1] == starts[3]
    for page, binding in ((1, 26), (2, 28)):
        wide = [glyph for glyph in glyphs_of(content, page) if glyph.size == 10.5]
        assert binding <= min(glyph.left for glyph in wide) < binding + 6
        assert max(glyph.right for glyph in wide) < binding + 156
        assert all(37 < glyph.y < 262 for glyph in wide)
        assert wide[0].y > wide[-1].y or wide[0].x < wide[-1].x


def test_links_and_outline_lead_to_turned_content(typesetter: Typesetter) -> None:
    with pikepdf.open(BytesIO(paper(typesetter, TURNED))) as pdf:
        (link,) = pdf.pages[1].Annots
        box = [float(edge) / MM for edge in link.Rect]
        assert [round(edge) for edge in box] == [26, 35, 36, 55]
        assert float(link.Dest[2]) / MM - 26 < 0.01


def test_a_lying_sheet_has_its_number_under_its_own_area(typesetter: Typesetter) -> None:
    flow = Flow(typesetter, Furniture("未定稿"), shape=LANDSCAPE)
    a_wide_table(flow, 40)
    content = bind(flow.finish(), typesetter, ABOUT)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert {tuple(round(float(edge), 1) for edge in page.MediaBox) for page in pdf.pages} == {(0, 0, 841.9, 595.3)}
        assert {int(page.get("/Rotate", 0)) for page in pdf.pages} == {0}
    for page in range(2):
        glyphs = glyphs_of(content, page)
        number = number_of(glyphs)
        assert abs(number[0].y - 190.65) < 0.2
        edge = max(glyph.right for glyph in number) if page == 0 else min(glyph.left for glyph in number)
        assert abs(edge - (36 + 225 - 14 / MM if page == 0 else 36 + 14 / MM)) < 0.5
        assert all(26 < glyph.y < 182 for glyph in glyphs if glyph.size == 10.5)


def test_turning_an_empty_page_takes_its_place(typesetter: Typesetter) -> None:
    flow = Flow(typesetter, Furniture())
    flow.new_page()
    flow.turn(TURNED)
    assert [sheet.shape for sheet in flow.sheets] == [TURNED]


def test_words_on_a_turned_page_are_found_where_they_are_seen(typesetter: Typesetter) -> None:
    pages = Pages(paper(typesetter, TURNED, is_duplex=False))
    first = min((hit for hit in pages.search("主题") if hit.page == 1), key=lambda hit: hit.boxes[0][0])
    (box,) = first.boxes
    assert [round(edge / MM) for edge in (pages.size(1)[0], pages.size(1)[1])] == [297, 210]
    assert 35 < box[0] / MM < box[2] / MM < 60
    assert 28 < box[1] / MM < box[3] / MM < 45
    pages.close()
