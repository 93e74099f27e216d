"""The report as a document: opened again by python-docx, measured, and held against the order Word demands."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from PIL import Image

from models.vocabulary import Annex, ItemKey, Status
from reports.content.parts import SelfAssessment
from reports.content.photos import PhotoLine
from reports.content.self_assessment import build_self_assessment
from reports.content.years import YearMove, YearMoves
from reports.paper.faces import Faces
from reports.paper.self_assessment import page_numbers, print_self_assessment
from reports.word.elements import TWIPS
from reports.word.self_assessment import write_self_assessment
from reports.word.styles import Font
from services.checklist import Answer
from services.dossiers import Dossier, dossier_of
from services.findings.rows import Remedy
from tests.builders import TODAY, a_workspace, an_assessment
from tests.reports.samples import AT, a_checklist, a_filled_checklist, an_item
from tests.reports.word.schema import W, faults

MOVES = YearMoves(2024, 2025, (YearMove("一", 500, 625), YearMove("二", None, 400)), YearMove("合计", 500, 500))


@pytest.fixture(scope="module")
def report() -> SelfAssessment:
    return replace(build_self_assessment(Dossier(a_filled_checklist()), AT), years=MOVES)


@pytest.fixture(scope="module")
def content(report: SelfAssessment) -> bytes:
    return write_self_assessment(report).content


@pytest.fixture
def with_ledger(tmp_path: Path) -> Iterator[SelfAssessment]:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, ItemKey("1-2"), Answer(Status.PARTLY_MET, missing="缺规程"))
        workspace.findings.open_from(assessment, ItemKey("1-2"))
        workspace.findings.open_by_hand(assessment, Remedy(problem="车间漏雨", deadline=TODAY))
        yield build_self_assessment(dossier_of(workspace, assessment), AT)


def _document(content: bytes) -> Any:
    return Document(BytesIO(content))


def _xml(content: bytes, part: str = "document") -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(f"word/{part}.xml").decode()


def test_word_finds_every_element_where_it_wants_it(content: bytes) -> None:
    assert faults(content) == []


def test_the_check_finds_what_is_out_of_order(content: bytes) -> None:
    broken = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/styles.xml":
                data = data.replace(
                    b'<w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/>',
                    b'<w:snapToGrid w:val="0"/><w:overflowPunct w:val="0"/>',
                )
            target.writestr(name, data)
    assert any("pPr are out of order" in fault for fault in faults(broken.getvalue()))


def test_the_same_content_gives_the_same_bytes(report: SelfAssessment, content: bytes) -> None:
    assert write_self_assessment(report).content == content


def test_sheet_margins_and_grid_are_those_of_the_standard(content: bytes) -> None:
    for section in _document(content).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
        assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
        grid = section._sectPr.find(f"{W}docGrid")
        assert {key.removeprefix(W): value for key, value in grid.items()} == {
            "type": "linesAndChars",
            "linePitch": "579",
            "charSpace": "-848",
        }


def test_styles_have_the_names_by_which_word_and_wps_know_them(content: bytes) -> None:
    styles = {style.name: style for style in _document(content).styles}
    body, heading = styles["Body Text"], styles["Heading 1"]
    assert (body.font.size.pt, body.paragraph_format.line_spacing.pt) == (16, 28.95)
    assert body.element.rPr.rFonts.get(f"{W}eastAsia") == "仿宋_GB2312"
    assert heading.element.rPr.rFonts.get(f"{W}eastAsia") == "黑体"
    assert styles["Heading 2"].element.rPr.rFonts.get(f"{W}eastAsia") == "楷体_GB2312"
    assert (styles["Title"].font.size.pt, styles["Title"].element.rPr.rFonts.get(f"{W}eastAsia")) == (
        22,
        "方正小标宋简体",
    )
    assert {"Caption", "toc 1", "toc 2", "Footer", "Subtitle", "Heading 3"} <= styles.keys()


def test_every_font_has_others_to_stand_in_for_it(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as archive:
        fonts: Any = parse_xml(archive.read("word/fontTable.xml"))
    others = {one.get(f"{W}name"): one.find(f"{W}altName").get(f"{W}val").split(",") for one in fonts}
    assert others.keys() == {name for font in Font for name in font.value}
    assert others["方正小标宋简体"][0] == "方正小标宋_GBK"
    assert {one.get(f"{W}name"): one.find(f"{W}charset").get(f"{W}val") for one in fonts}["仿宋_GB2312"] == "86"


def test_headings_are_headings_and_stand_in_the_contents(content: bytes, report: SelfAssessment) -> None:
    paragraphs = _document(content).paragraphs
    headings = [one.text for one in paragraphs if one.style.name == "Heading 1"]
    assert headings[0] == "一、学校基本情况"
    assert len(headings) == 8
    entries = [one.text.rstrip("\t") for one in paragraphs if one.style.name == "toc 1"]
    assert entries[:8] == headings
    assert entries[-1] == "签署页"
    sections = [one.text.rstrip("\t") for one in paragraphs if one.style.name == "toc 2"]
    assert sections == [section.title for section in report.clauses]


def test_the_contents_are_a_field_and_make_no_program_ask_whether_to_work_it_out(content: bytes) -> None:
    xml = _xml(content)
    assert "w:dirty" not in xml
    assert "w:updateFields" not in _xml(content, "settings")
    assert 'TOC \\o "1-1" \\t "表内章节,2" \\f \\h \\z' in xml
    assert xml.count('w:fldCharType="begin"') == xml.count('w:fldCharType="end"')


def test_a_long_name_leaves_the_cover_on_one_page_and_is_broken_by_sense() -> None:
    parts = ("内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗", "民族职业教育中心暨农牧业机械化技工学校")
    name = "".join(parts) + "（呼伦贝尔职业技术学院莫力达瓦校区）"
    documents = []
    for school in ("示例职业中等专业学校", name):
        report = build_self_assessment(Dossier(a_checklist([an_item()], school=school)), AT)
        documents.append(_document(write_self_assessment(report).content))
    usual, long = ([one.paragraph_format.space_before for one in each.paragraphs[:4]] for each in documents)
    assert usual[:3] == long[:3]
    assert 3 < (usual[3] - long[3]) / 36_000 < 5
    signed = next(one.text for one in reversed(documents[1].paragraphs) if "内蒙古" in one.text)
    assert tuple(signed.split("\n")[:2]) == parts


def test_the_contents_have_the_page_numbers_of_the_paper(with_ledger: SelfAssessment, some_faces: Faces) -> None:
    document = _document(write_self_assessment(with_ledger, pages=page_numbers(with_ledger, some_faces)).content)
    entries = [one.text.split("\t") for one in document.paragraphs if one.style.name in ("toc 1", "toc 2")]
    with pypdfium2.PdfDocument(print_self_assessment(with_ledger, some_faces).content) as paper:
        wanted = [[one.get_title(), paper.get_page_label(one.get_dest().get_index())] for one in paper.get_toc()]
    assert entries == wanted


def test_numbers_are_not_broken_behind_their_hyphens(content: bytes, report: SelfAssessment) -> None:
    duties = next(one for one in _document(content).tables if "责任科室" in one.cell(0, 0).text)
    keys = duties.cell(1, 2)
    assert keys.text == report.duties[0].keys
    assert "<w:noBreakHyphen/>" in keys._tc.xml
    assert not [one.text for one in keys._tc.iter(f"{W}t") if "-" in one.text]


def test_every_link_leads_to_a_bookmark(content: bytes) -> None:
    root = _document(content).element
    marks = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    links = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")}
    assert len(marks) == len(set(marks))
    assert links <= set(marks)
    assert len(links) > 20


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(content: bytes) -> None:
    document = _document(content)
    section = document.sections[-1]
    odd, even = (footer.paragraphs[0] for footer in (section.footer, section.even_page_footer))
    assert document.settings.odd_and_even_pages_header_footer
    assert odd.text == "未定稿 · 2025-11-14 16:20\t— 1 —"
    assert even.text == "— 1 —\t未定稿 · 2025-11-14 16:20"
    assert "PAGE" in odd._p.xml
    sizes = {run.font.size.pt for run in odd.runs if run._r.xpath("w:fldChar|w:instrText")}
    assert sizes == {14.0}, "a field takes the look of its order when a program works it out anew"
    numbering = [one._sectPr.find(f"{W}pgNumType") for one in document.sections]
    assert [None if one is None else one.get(f"{W}fmt") for one in numbering] == [None, "upperRoman", "decimal"]


def test_tables_are_as_wide_as_the_paper_gives_them_and_repeat_their_heads(content: bytes) -> None:
    tables = _document(content).tables
    widths = [[round(int(column.get(f"{W}w")) / TWIPS, 1) for column in one._tbl.tblGrid] for one in tables]
    for wanted in (
        [13, 49, 17, 55.5, 21.5],
        [11, 54, 12, 24, 17, 20, 18],
        [22, 57.8, 23, 21.6, 10.6, 21],
        [26, 50, 38, 42],
    ):
        (found,) = (one for one in widths if one == pytest.approx(wanted, abs=0.1))
        one = tables[widths.index(found)]._tbl
        assert one.tblPr.find(f"{W}tblLayout").get(f"{W}type") == "fixed"
        heads = [row for row in one.tr_lst if row.trPr is not None and row.trPr.find(f"{W}tblHeader") is not None]
        assert heads == one.tr_lst[:1]
        assert one.tr_lst[-1].trPr.find(f"{W}cantSplit") is not None


def test_a_clause_s_row_has_no_lines_inside_and_a_figure_s_has_a_dashed_one_above(content: bytes) -> None:
    rows = [row for row in _document(content).element.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 3]
    said = [
        [[(side.tag.removeprefix(W), side.get(f"{W}val")) for side in one] for one in row.iter(f"{W}tcBorders")]
        for row in rows
    ]
    assert [[("right", "nil")], [("left", "nil"), ("right", "nil")], [("left", "nil")]] in said
    assert [[("top", "dashSmallGap")]] * 3 in said, (
        "and the row above says so too, as LibreOffice takes the upper one's line"
    )


def test_the_document_says_what_it_is(content: bytes, report: SelfAssessment) -> None:
    told = _document(content).core_properties
    assert (told.title, told.author, told.language) == ("自评报告：示例职业中等专业学校", report.title[0], "zh-CN")
    assert told.created.isoformat().startswith("2025-11-14T08:20")
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in archive.namelist()


def test_the_ledger_lies_in_a_section_of_its_own(with_ledger: SelfAssessment) -> None:
    content = write_self_assessment(with_ledger).content
    assert faults(content) == []
    sections = _document(content).sections
    assert [one.orientation for one in sections].count(WD_ORIENT.LANDSCAPE) == 1
    lying = sections[-2]
    assert (round(lying.page_width.mm), round(lying.left_margin.mm), round(lying.top_margin.mm)) == (297, 36, 26)
    starts = [one._sectPr.find(f"{W}pgNumType") for one in sections]
    assert [one is not None for one in starts] == [False, True, True, False, False]


def test_photographs_are_upright_scaled_and_captioned(tmp_path: Path, report: SelfAssessment) -> None:
    image, exif = Image.new("RGB", (400, 300), "red"), Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif)
    photos = (
        PhotoLine(1, "7-1", "照片1  车间", "佐证7-1-01", "a.jpg", tmp_path / "a.jpg"),
        PhotoLine(2, "7-1", "照片2  丢了", "佐证7-1-02", "b.jpg", None),
    )
    annexes = build_self_assessment(Dossier(a_filled_checklist()), AT).annexes
    content = write_self_assessment(replace(report, photos=photos, annexes=(*annexes, Annex.PHOTOS))).content
    assert faults(content) == []
    document = _document(content)
    (shape,) = (one for one in document.inline_shapes if one._inline.docPr.get("descr") == "照片1 车间")
    assert shape.height > shape.width
    assert shape.height.mm <= 56.3
    words = "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "照片1  车间" in words
    assert "未附图片：b.jpg 的文件已不在佐证库中" in words


def test_an_item_stays_with_its_figures_and_a_head_with_its_first_row(content: bytes) -> None:
    document = _document(content)
    rows = list(document.element.iter(f"{W}tr"))
    figures = [place for place, row in enumerate(rows) if "目标 " in "".join(row.itertext())[:60]]
    assert figures
    for place in figures:
        assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in rows[place - 1].iter(f"{W}p"))
    assert document.styles["表头"].element.pPr.find(f"{W}keepNext") is not None


def test_a_duplex_document_mirrors_its_margins(report: SelfAssessment) -> None:
    content = write_self_assessment(report, is_duplex=True).content
    assert "mirrorMargins" in _xml(content, "settings")
    assert "mirrorMargins" not in _xml(write_self_assessment(report).content, "settings")
