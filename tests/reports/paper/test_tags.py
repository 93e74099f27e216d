"""The structure of a paper: what is what, in which order, and that everything has its place in it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from reports.content.self_assessment import build_self_assessment
from reports.paper.book import Properties, bind
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.rows import Form, RowMaker, Text
from reports.paper.self_assessment import print_self_assessment
from reports.paper.sheet import Furniture, Sheet
from reports.paper.styles import BODY, TABLE, TABLE_HEAD
from reports.paper.table import Table, lay_table
from reports.paper.tags import MOST_SHEETS
from reports.paper.typesetter import Typesetter
from services.dossiers import Dossier
from tests.reports.samples import AT, a_filled_checklist

ABOUT = Properties("表", "示例", "", datetime(2025, 11, 14, tzinfo=UTC))
FORM = Form((78.0, 78.0))


@pytest.fixture(scope="module")
def report(some_faces: Faces) -> Iterator[pikepdf.Pdf]:
    content = print_self_assessment(build_self_assessment(Dossier(a_filled_checklist("shangqiu")), AT), some_faces)
    with pikepdf.open(BytesIO(content.content)) as opened:
        yield opened


def elements(top: Any) -> Iterator[Any]:
    """Go through the structure in its order."""
    for kid in kids(top):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") is not None:
            yield kid
            yield from elements(kid)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def marked_on(page: Any) -> list[tuple[str, int]]:
    content = page.Contents.read_bytes().decode("ascii")
    return [(kind, int(number)) for kind, number in re.findall(r"/(\w+) <</MCID (\d+)>> BDC", content)]


def test_the_document_says_that_it_is_tagged_and_in_chinese(report: pikepdf.Pdf) -> None:
    assert report.Root.MarkInfo.Marked
    assert str(report.Root.Lang) == "zh-CN"
    assert all(str(page.Tabs) == "/S" for page in report.pages)
    assert str(report.Root.StructTreeRoot.K.S) == "/Document"


def test_every_marked_piece_belongs_to_an_element_of_its_kind_and_the_way_back_leads_there(report: pikepdf.Pdf) -> None:
    rows = list(report.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(rows[n]): rows[n + 1] for n in range(0, len(rows), 2)}
    assert len(owners) == len(report.pages)
    for page in report.pages:
        own = owners[int(page.StructParents)]
        marked = marked_on(page)
        assert [number for _, number in marked] == list(range(len(own)))
        assert [kind for kind, _ in marked] == [str(element.S)[1:] for element in own]


def test_nothing_is_drawn_that_is_neither_marked_nor_an_artifact(report: pikepdf.Pdf) -> None:
    for page in report.pages:
        depth = 0
        for line in page.Contents.read_bytes().decode("ascii").splitlines():
            opens, closes = line.count(" BDC") + line.count(" BMC"), line.count("EMC")
            depth += opens - closes
            assert depth in (0, 1)
            assert depth or opens or closes or not line or line.startswith("q 0 1") or line == "Q", line
        assert depth == 0


def test_rows_are_in_tables_and_cells_in_rows_as_many_as_the_table_has_columns(report: pikepdf.Pdf) -> None:
    tables = [one for one in elements(report.Root.StructTreeRoot) if one.S == "/Table"]
    assert len(tables) >= 4
    for table in tables:
        rows = [kid for kid in kids(table) if str(kid.S) != "/Caption"]
        assert {str(row.S) for row in rows} == {"/TR"}
        widths = [sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in kids(row)) for row in rows]
        assert len(set(widths)) == 1


def test_headings_follow_their_levels_and_charts_are_said_in_words(report: pikepdf.Pdf) -> None:
    found = list(elements(report.Root.StructTreeRoot))
    assert len([one for one in found if one.S == "/H1"]) >= 8
    figures = [one for one in found if one.S == "/Figure"]
    assert [str(one.Alt)[:2] for one in figures[:2]] == ["图1", "图2"]


def test_a_table_of_several_pages_is_one_table_with_one_head(typesetter: Typesetter) -> None:
    flow = Flow(typesetter, Furniture())
    maker = RowMaker(typesetter, FORM)
    rows = tuple(maker.row([Text(str(n), TABLE), Text("", TABLE)]) for n in range(90))
    lay_table(flow, Table(maker.head(["甲", "乙"], TABLE_HEAD), rows, FORM.width, caption="表1", continued="（续）"))
    with pikepdf.open(BytesIO(bind(flow.finish(), typesetter, ABOUT))) as pdf:
        kinds = [str(one.S) for one in elements(pdf.Root.StructTreeRoot)]
    assert (kinds.count("/Table"), kinds.count("/Caption"), kinds.count("/TH")) == (1, 1, 2)
    assert (kinds.count("/TR"), kinds.count("/TD")) == (91, 180)


def test_a_paragraph_over_two_pages_is_one_paragraph(typesetter: Typesetter) -> None:
    flow = Flow(typesetter, Furniture())
    flow.paragraph([("测" * 28 * 40, BODY)])
    with pikepdf.open(BytesIO(bind(flow.finish(), typesetter, ABOUT))) as pdf:
        assert [str(one.S) for one in elements(pdf.Root.StructTreeRoot)] == ["/Document", "/P"]


def test_a_paper_of_very_many_pages_is_not_tagged(typesetter: Typesetter) -> None:
    content = bind([Sheet() for _ in range(MOST_SHEETS + 1)], typesetter, ABOUT)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/MarkInfo" not in pdf.Root
        assert "/StructTreeRoot" not in pdf.Root
