"""The self-assessment report as a finished PDF, measured against paper.md."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from models.vocabulary import Status
from reports.content.self_assessment import build_self_assessment
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.self_assessment import print_self_assessment
from services.checklist import Checklist, IndicatorRow, ItemRow
from services.dossiers import Dossier
from tests.reports.measured import MM, Glyph, glyphs_of, rules_of, text_of
from tests.reports.samples import AT, a_checklist, a_figure, a_filled_checklist, an_evidence, an_item

LONG_NAME = (
    "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗民族职业教育中心",
    "暨农牧业机械化技工学校（呼伦贝尔职业技术学院莫力达瓦校区）",
)


@pytest.fixture(scope="module")
def filled() -> Checklist:
    return a_filled_checklist("yiyang")


@pytest.fixture(scope="module")
def paper(some_faces: Faces, filled: Checklist) -> MadePaper:
    return print_self_assessment(build_self_assessment(Dossier(filled), AT), some_faces)


@pytest.fixture(scope="module")
def text(paper: MadePaper) -> str:
    return text_of(paper.content)


def printed(faces: Faces, checklist: Checklist) -> MadePaper:
    return print_self_assessment(build_self_assessment(Dossier(checklist), AT), faces)


def test_the_same_data_give_the_same_bytes(some_faces: Faces, filled: Checklist, paper: MadePaper) -> None:
    assert printed(some_faces, filled).content == paper.content


def test_every_heading_and_every_item_of_the_policy_is_in_it(filled: Checklist, paper: MadePaper, text: str) -> None:
    for measure in filled.measures():
        assert measure.heading.replace(" ", "") in text
    for item in filled.binding_items():
        assert "".join(item.item.text.split())[:8] in text
    assert paper.missing == ()


def test_every_page_is_a4_and_every_font_an_embedded_subset(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert len(pdf.pages) == paper.pages
        for page in pdf.pages:
            assert [round(float(edge), 2) for edge in page.MediaBox] == [0, 0, 595.28, 841.89]
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts if "/FontDescriptor" in font)


def test_a_checker_finds_nothing_wrong_with_the_file(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_it_says_what_it_is(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo.Title) == "自评报告：示例职业中等专业学校"
        assert str(pdf.docinfo.CreationDate).startswith("D:20251114162000+08'00'")
        assert "仿宋：NotoSerifSC" in str(pdf.docinfo.Subject)


def test_outline_and_contents_name_the_same_headings(paper: MadePaper) -> None:
    with pypdfium2.PdfDocument(paper.content) as document:
        titles = [item.get_title() for item in document.get_toc()]
    assert titles[:4] == ["一、学校基本情况", "二、自评工作情况", "三、总体结论", "四、分条款自评"]
    assert titles[-1] == "签署页"
    contents = "".join(glyph.char for glyph in glyphs_of(paper.content, 1))
    for title in titles:
        assert title.replace(" ", "") in contents


def test_contents_give_the_printed_number_of_the_page_a_heading_is_on(paper: MadePaper) -> None:
    with pypdfium2.PdfDocument(paper.content) as document:
        for item in document.get_toc():
            page = item.get_dest().get_index()
            title = item.get_title().replace(" ", "")
            text = "".join(document[page].get_textpage().get_text_bounded().split())
            assert title in text or title.startswith("附件")
            assert f"—{document.get_page_label(page)}—" in text


def labels_of(paper: MadePaper) -> list[str]:
    with pypdfium2.PdfDocument(paper.content) as document:
        return [document.get_page_label(page) for page in range(len(document))]


def test_a_single_sided_paper_has_no_blank_pages(paper: MadePaper) -> None:
    assert labels_of(paper)[1:5] == ["I", "1", "2", "3"]
    for page in range(paper.pages):
        assert glyphs_of(paper.content, page)


def test_a_duplex_paper_starts_each_part_on_a_front_side(some_faces: Faces) -> None:
    report = build_self_assessment(Dossier(a_checklist([an_item()])), AT)
    paper = print_self_assessment(report, some_faces, is_duplex=True)
    labels = labels_of(paper)
    assert labels[2] == "I"
    assert labels[4:7] == ["1", "2", "3"]
    assert [bool(glyphs_of(paper.content, page)) for page in range(5)] == [True, False, True, False, True]
    for page in range(4, paper.pages):
        assert_within_the_area(paper, page, left=28 if page % 2 == 0 else 26)


def assert_within_the_area(paper: MadePaper, page: int, left: float) -> None:
    for glyph in glyphs_of(paper.content, page):
        assert left - 0.1 <= glyph.left
        assert glyph.right <= left + 156.3
        assert 37 <= glyph.y <= 262 or glyph.size in (9, 14)


@pytest.mark.parametrize(("key", "label", "last"), [("7-1", "7-1", 19.0), ("g1-10", "目标1-10", 22.0)])
def test_the_number_of_a_piece_stands_on_one_line(some_faces: Faces, key: str, label: str, last: float) -> None:
    item = replace(an_item(key), evidence=(an_evidence(label, 1), an_evidence(label, 2)))
    content = printed(some_faces, a_checklist([item])).content
    pages = [glyphs_of(content, page) for page in range(6)]
    found = [(page, at) for page in pages for at in range(len(page)) if _reads(page[at:], f"{label}-01")]
    assert len(found) == 2
    for page, at in found:
        assert len({glyph.y for glyph in page[at : at + len(label) + 3]}) == 1
    table = rules_of(content, 3)
    frame = max(rule.x1 for rule in table if rule.is_upright and rule.weight == 1)
    assert frame - max(rule.x1 for rule in table if rule.is_upright and rule.weight == 0.5) == pytest.approx(
        last, abs=0.1
    )


def _reads(glyphs: list[Glyph], wanted: str) -> bool:
    return "".join(glyph.char for glyph in glyphs[: len(wanted)]) == wanted


def test_links_lead_from_items_to_their_evidence_and_back(paper: MadePaper) -> None:
    with pypdfium2.PdfDocument(paper.content) as document:
        text = [page.get_textpage() for page in document]
        boxes = [
            (page, text[to].get_text_bounded(0, top - 30, 595, top + 1), text[page].get_text_bounded(*box))
            for page in range(len(document))
            for box, to, top in links_of(document, page)
        ]
    evidence = [(there, here) for _, there, here in boxes if "-01" in here]
    assert len(evidence) > 20
    for there, here in evidence:
        assert "".join(here.split()).split("-01")[0] in "".join(there.split())


def links_of(document: pypdfium2.PdfDocument, page: int) -> list[tuple[tuple[float, ...], int, float]]:
    """List the links of a page: their boxes, and the page and height they lead to."""
    found = []
    with pikepdf.open(BytesIO(document._input)) as pdf:
        numbers: dict[object, int] = {one.objgen: number for number, one in enumerate(pdf.pages)}
        for note in pdf.pages[page].get("/Annots", []):
            assert note.Subtype == "/Link"
            to, _, _, top, _ = note.Dest
            found.append((tuple(float(edge) for edge in note.Rect), numbers[to.objgen], float(top)))
    return found


def test_the_body_starts_with_title_and_subtitle_in_their_lines(paper: MadePaper) -> None:
    glyphs = glyphs_of(paper.content, 2)
    title = [glyph for glyph in glyphs if glyph.size == 22]
    assert "".join(glyph.char for glyph in title) == "示例职业中等专业学校职业教育政策落实情况自评报告"
    assert abs(title[0].y - (37 + (3 * 28.95 - 72) / 2 / MM + (7 + 0.88 * 22) / MM)) < 0.2
    first = next(glyph for glyph in glyphs if glyph.char == "一")
    assert abs(first.y * MM - (37 * MM + 5 * 28.95 + 20.56)) < 0.5


def test_sizes_are_those_of_the_rules(paper: MadePaper) -> None:
    sizes = {glyph.size for page in range(paper.pages) for glyph in glyphs_of(paper.content, page)}
    assert sizes == {9, 10.5, 12, 14, 16, 18, 22, 42}


def test_no_text_leaves_the_type_area(paper: MadePaper) -> None:
    for page in range(1, paper.pages):
        assert_within_the_area(paper, page, left=28)


def test_tables_and_figures_are_numbered_through(text: str) -> None:
    for caption in ("表1学校基础数据", "表2自评工作分工", "表3分条款自评", "表4量化指标达标情况"):
        assert caption in text
    assert "图1各章节检查要点落实情况" in text
    assert "图2检查要点状态分布（共" in text


def test_figures_of_a_column_end_on_one_axis(some_faces: Faces) -> None:
    figures = tuple(a_figure(part=str(part)) for part in (4386, 14386, 386))
    paper = printed(some_faces, a_checklist([_with_figures(an_item(), figures)]))
    ends = set()
    for page in range(2, paper.pages):
        glyphs = glyphs_of(paper.content, page)
        for one, after in pairwise(glyphs):
            if after.char == "倍" and one.size == after.size == 10.5 and one.x > 150:
                ends.add(round(after.x, 1))
    assert len(ends) == 1


def test_what_a_school_typed_is_printed_as_typed(some_faces: Faces) -> None:
    typed = "<b>粗</b>&amp;<img src='file:///etc/passwd'/><!--x-->{0}%s</para>]]>(A)TjETBT\\"
    item = an_item(note=typed, department=typed)
    paper = printed(some_faces, a_checklist([item]))
    assert typed.replace(" ", "") in text_of(paper.content)
    assert paper.missing == ()


def test_characters_without_a_font_are_named_in_the_report(some_faces: Faces) -> None:
    paper = printed(some_faces, a_checklist([an_item(note="学生说😀ئۇيغۇر")]))
    assert paper.missing[0] == "😀"
    assert "U+1F600、U+0626" in text_of(paper.content)


def test_a_monstrous_note_is_printed_whole(some_faces: Faces) -> None:
    note = "测试文字，" * 10_000 + "\n行" * 10_000 + "a" * 10_000
    paper = printed(some_faces, a_checklist([an_item(note=note), an_item("7-2")]))
    text = text_of(paper.content)
    assert text.count("测试文字") >= 10_000
    assert text.count("行") >= 10_000
    assert "（续）" in text


def test_an_empty_assessment_is_a_report_all_the_same(some_faces: Faces) -> None:
    paper = printed(some_faces, a_checklist([]))
    assert "没有纳入本校自评的检查要点。" in text_of(paper.content)
    assert paper.pages >= 6


@pytest.mark.parametrize("name", ["校" * 24, "校" * 60, "A very long English name of a vocational school " * 3])
def test_a_long_name_of_a_school_has_room_on_cover_title_and_signatures(some_faces: Faces, name: str) -> None:
    paper = printed(some_faces, a_checklist([an_item()], school=name))
    assert text_of(paper.content).count("".join(name.split())) >= 3


def test_a_name_beyond_all_measure_leaves_no_page(some_faces: Faces) -> None:
    paper = printed(some_faces, a_checklist([an_item()], school="校" * 3_000))
    for page in (0, 2, paper.pages - 1):
        assert all(10 < glyph.y < 280 for glyph in glyphs_of(paper.content, page))
    assert text_of(paper.content).count("校") > 3_000, "the text tells it whole"


@pytest.mark.parametrize("name", ["".join(LONG_NAME), "校" * 120, "校" * 2_000])
def test_a_very_long_name_stands_between_the_signatures_and_the_edition(some_faces: Faces, name: str) -> None:
    paper = printed(some_faces, a_checklist([an_item()], school=name))
    found = glyphs_of(paper.content, paper.pages - 1)
    start = next(n for n in range(len(found)) if "".join(g.char for g in found[n : n + 6]) == name[:6])
    last_row = max(glyph.y for glyph in found[:start] if glyph.char == "校" and glyph.size == 14)
    edition = next(glyph.y for glyph in found[start:] if glyph.char == "版")
    assert last_row + 7.5 < found[start].y
    assert max(glyph.y for glyph in found[start:] if glyph.size == 16) < edition - 5


def test_every_status_has_its_mark_word_and_column(some_faces: Faces) -> None:
    items = [an_item(f"7-{n}", status=status) for n, status in enumerate(Status)]
    text = text_of(printed(some_faces, a_checklist(items)).content)
    for word in ("已落实", "部分落实", "未落实", "不适用", "未填报"):
        assert word in text


def test_a_policy_of_very_many_sections_has_its_chart_on_several_pages(some_faces: Faces) -> None:
    base = a_checklist([an_item()])
    sections = tuple(replace(base.sections[0], heading=f"第{n}个方面的任务") for n in range(50))
    paper = printed(some_faces, replace(base, sections=sections))
    text = text_of(paper.content)
    assert text.count("图1各章节检查要点落实情况") == 2
    for page in range(2, paper.pages):
        assert all(glyph.y < 262 or glyph.size in (9, 14) for glyph in glyphs_of(paper.content, page))


def test_drafts_are_marked_as_drafts_once_a_part(text: str) -> None:
    assert text.count("【草稿】") == 5


def _with_figures(item: ItemRow, figures: tuple[IndicatorRow, ...]) -> ItemRow:
    return replace(item, indicators=figures, evidence=(an_evidence("7-1", 1),))
