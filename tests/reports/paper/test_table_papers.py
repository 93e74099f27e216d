"""The papers that are one table: measured, made twice, and with the worst that people type."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from checklists import library
from checklists.comparing import across
from models.vocabulary import EvidenceKind, FindingNumber
from reports.content.theme_sheet import build_theme_sheet
from reports.errors import NoSuchTaskSheetError, NoTaskSheetsError
from reports.orders import Kind, Order
from reports.paper.faces import Faces
from reports.paper.rows import RowMaker
from reports.paper.styles import SMALL
from reports.paper.theme_sheet import _hanging, form_of
from reports.paper.typesetter import Setting, Typesetter
from reports.preview import Pages
from reports.printing import make_paper
from services.dossiers import Dossier
from services.evidence.register import PieceRow
from services.findings.rows import Finding, FindingRow, Remedy
from services.intake.form import FigureRow, TaskField, TaskForm, TaskRow
from tests.reports.measured import MM, glyphs_of, lines_of, text_of
from tests.reports.samples import AT, TODAY, a_checklist, a_figure, a_filled_checklist, an_evidence, an_item

HOSTILE = "<b>&amp;甲</b>\x07 乙\u200b丙\ud800 𠮷 =1+1 " + "长" * 400 + "\n" * 30 + "末"
KINDS = (Kind.LEDGER, Kind.EVIDENCE, Kind.TASK_SHEETS, Kind.POLICY, Kind.COMPARISON)
BY_CONTENT = (Kind.LEDGER, Kind.EVIDENCE, Kind.TASK_SHEETS, Kind.POLICY)
EMPTY = Dossier(a_checklist())


def a_finding(number: int, text: str = "车间漏雨") -> FindingRow:
    remedy = Remedy(problem=text, measure=text, lead=text, person=text, found_on=TODAY, deadline=TODAY)
    finding = Finding(is_listed=True, remedy=remedy)
    return FindingRow(FindingNumber(number), None, finding, (), (), "", TODAY, AT, "李敏")


def a_dossier(text: str = "按规定建立台账", count: int = 3) -> Dossier:
    items = [
        replace(an_item(f"7-{n}", text, missing=text), evidence=(an_evidence(f"7-{n}", n, text),))
        for n in range(1, count + 1)
    ]
    items[0] = replace(items[0], indicators=(a_figure("7-1", name=text),))
    checklist = a_checklist(items)
    return Dossier(
        checklist,
        findings=tuple(a_finding(number, text) for number in range(1, count + 1)),
        pieces=tuple(PieceRow(row, (item.key,)) for item in items for row in item.evidence),
        tasks=(a_form(text, "教务处", count), a_form(text, "总务处", 1)),
    )


def a_form(text: str, department: str, count: int) -> TaskForm:
    rows = tuple(
        TaskRow(item.key, item.label, "7 培训", text, text, item.answer)
        for item in (an_item(f"7-{n}", text) for n in range(1, count + 1))
    )
    figure = a_figure("7-1")
    counts = (TaskField.PART, TaskField.WHOLE)
    figures = tuple(FigureRow(rows[0].key, "7-1", figure.indicator, count, figure.reading) for count in counts)
    return TaskForm("u", "d", "示例学校", "示例市", "方案", 2025, department, "周示例", rows, figures)


def made(kind: Kind, dossier: Dossier, **changes: Any) -> bytes:
    return make_paper(replace(Order(kind, AT), **changes), dossier).content


def numbers_of(content: bytes) -> list[str]:
    """Give what stands at the feet of the pages, without spaces."""
    pages = Pages(content)
    feet = ("".join(g.char for g in glyphs_of(content, page) if g.size == 14) for page in range(pages.count))
    return list(feet)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_data_give_the_same_bytes(some_faces: Faces, kind: Kind) -> None:
    assert made(kind, a_dossier()) == made(kind, a_dossier())


@pytest.mark.parametrize("kind", KINDS)
def test_a_checker_finds_nothing_wrong(some_faces: Faces, kind: Kind) -> None:
    with pikepdf.open(BytesIO(made(kind, a_dossier()))) as document:
        assert document.check_pdf_syntax() == []
        fonts = {str(font.get("/BaseFont", "")) for font in document.objects if _is_font(font)}
        assert fonts
        assert all("+" in name for name in fonts)
        assert document.Root.Lang == "zh-CN"


def _is_font(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == pikepdf.Name.Font


@pytest.mark.parametrize("kind", BY_CONTENT)
def test_the_worst_that_people_type_is_printed_or_named(some_faces: Faces, kind: Kind) -> None:
    said = text_of(made(kind, a_dossier(HOSTILE)))
    for part in ("<b>&amp;甲</b>", "乙丙", "=1+1", "长" * 5, "末"):
        assert part in said
    assert said.count("长") >= 400
    assert "𠮷" in said or "U+20BB7" in said


@pytest.mark.parametrize("kind", (Kind.LEDGER, Kind.EVIDENCE))
def test_an_empty_paper_says_so(some_faces: Faces, kind: Kind) -> None:
    assert "无" in text_of(made(kind, EMPTY))


def test_without_division_of_work_there_are_no_task_sheets(some_faces: Faces) -> None:
    with pytest.raises(NoTaskSheetsError):
        made(Kind.TASK_SHEETS, EMPTY)
    with pytest.raises(NoSuchTaskSheetError) as refused:
        made(Kind.TASK_SHEETS, a_dossier(), department="没有的科室")
    assert refused.value.departments == "教务处、总务处"


@pytest.mark.parametrize("kind", (Kind.LEDGER, Kind.COMPARISON))
def test_wide_papers_lie(some_faces: Faces, kind: Kind) -> None:
    pages = Pages(made(kind, a_dossier()))
    assert {tuple(round(edge / MM) for edge in pages.size(page)) for page in range(pages.count)} == {(297, 210)}


def test_the_ledger_stands_where_it_should(some_faces: Faces) -> None:
    glyphs = glyphs_of(made(Kind.LEDGER, a_dossier("补", 2)))
    ink = [glyph for glyph in glyphs if glyph.size != 9]
    assert min(glyph.left for glyph in ink) >= 36 - 0.5
    assert max(glyph.right for glyph in ink) <= 36 + 225 + 0.5
    title = [glyph for glyph in glyphs if glyph.size == 22]
    assert "".join(glyph.char for glyph in title) == "整改台账"
    assert (title[0].left + title[-1].right) / 2 == pytest.approx(36 + 225 / 2, abs=0.5)
    assert title[0].y - 0.88 * 22 / MM - 7 / MM == pytest.approx(26, abs=0.6)
    assert {glyph.size for glyph in glyphs} == {22, 9, 10.5, 14}


def test_a_long_ledger_repeats_its_head_and_numbers_its_pages(some_faces: Faces) -> None:
    content = made(Kind.LEDGER, a_dossier("补漏并验收", 60))
    count = Pages(content).count
    assert count > 3
    assert text_of(content).count("整改时限") == count
    assert [number.strip("—–") for number in numbers_of(content)] == [str(page) for page in range(1, count + 1)]


def test_evidence_says_how_many_pages_and_where_it_lies(some_faces: Faces) -> None:
    photo, paper, link = (
        an_evidence("7-1", number, f"材料{number}", kind)
        for number, kind in enumerate((EvidenceKind.PHOTO, EvidenceKind.PAPER, EvidenceKind.LINK), start=1)
    )
    rows = (photo, replace(paper, whereabouts="A-07"), replace(link, whereabouts="https://x.invalid"))
    item = replace(an_item("7-1"), evidence=rows)
    dossier = Dossier(a_checklist([item]), pieces=tuple(PieceRow(row, (item.key,)) for row in rows))
    said = text_of(made(Kind.EVIDENCE, dossier))
    assert "材料1" in said
    assert "1电子" in said
    assert "—纸质A-07" in said
    assert "—网址" in said


def test_every_department_begins_on_a_page_of_its_own(some_faces: Faces) -> None:
    content = made(Kind.TASK_SHEETS, a_dossier())
    pages = [text for text in _pages(content) if "任务单" in text]
    assert len(pages) == 2
    assert "教务处任务单" in pages[0]
    assert "总务处任务单" in pages[1]
    assert _outline(content) == ["教务处", "总务处"]
    alone = made(Kind.TASK_SHEETS, a_dossier(), department="总务处")
    assert "教务处任务单" not in text_of(alone)


def test_on_both_sides_every_department_has_sheets_of_its_own(some_faces: Faces) -> None:
    pages = _pages(made(Kind.TASK_SHEETS, a_dossier(), is_duplex=True))
    assert [number for number, text in enumerate(pages) if "处任务单" in text] == [0, 2]


@pytest.mark.parametrize("count", range(22, 36))
@pytest.mark.parametrize("has_figures", [False, True])
def test_nobody_signs_a_page_without_a_row_of_the_table(some_faces: Faces, count: int, *, has_figures: bool) -> None:
    form = a_form("按规定建立台账", "教务处", count)
    form = form if has_figures else replace(form, figures=())
    pages = _pages(made(Kind.TASK_SHEETS, Dossier(a_checklist(), tasks=(form,))))
    assert "科室负责人" in pages[-1]
    assert "编号" in pages[-1]
    assert f"检查要点{count}个" in pages[-1]


@pytest.mark.parametrize("count", [40, 44, 46, 47, 48, 60])
def test_every_page_of_a_task_sheet_says_whose_it_is(some_faces: Faces, count: int) -> None:
    tasks = (a_form("按规定建立台账", "教务处", count), a_form("按规定建立台账", "总务处", 3))
    pages = _pages(made(Kind.TASK_SHEETS, Dossier(a_checklist(), tasks=tasks)))
    assert len(pages) >= 3
    assert all(page.startswith("教务处任务单（续）") for page in pages[1:-1])
    assert pages[-1].startswith("总务处任务单示例")


def test_a_clause_of_a_policy_does_not_end_a_page_with_its_title(some_faces: Faces) -> None:
    for slug in ("zibo-gaoxin", "siping"):
        for page in _pages(made(Kind.POLICY, Dossier(a_filled_checklist(slug))))[2:]:
            rows, _, _ = page.partition("●约束")
            assert not rows.endswith("个要点")
            assert "责任单位" not in rows[-60:]


def _pages(content: bytes) -> list[str]:
    pages = Pages(content)
    return ["".join(pages.text(page).split()) for page in range(pages.count)]


def _outline(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as document, document.open_outline() as outline:
        return [entry.title for entry in outline.root]


def test_a_policy_marks_what_binds_the_school_and_lists_its_sections(some_faces: Faces) -> None:
    checklist = a_filled_checklist()
    content = made(Kind.POLICY, Dossier(checklist))
    said, ours = text_of(content), sum(item.is_binding for item in checklist.items())
    assert f"约束示例职业中等专业学校的要点，共{ours}个" in said
    assert all(item.item.text[:6] in said for item in checklist.items())
    titles = [section.heading for section in checklist.sections if section.measures]
    assert len(_outline(content)) == len(titles)
    assert all(heading in entry for heading, entry in zip(titles, _outline(content), strict=True))
    assert _pages(content)[0].startswith("益阳市职业教育高质量发展实施方案")
    assert "目录" in _pages(content)[1]


def test_the_comparison_shows_every_theme_of_every_city_and_silence_as_a_dash(some_faces: Faces) -> None:
    content = made(Kind.COMPARISON, EMPTY)
    said = text_of(content)
    assert all(city in said for city in ("朝阳市", "淄博高新区", "益阳市", "商丘市", "四平市"))
    assert len(_outline(content)) == 38
    assert "—" in said
    columns = {round(glyph.left, 1) for glyph in glyphs_of(content) if glyph.char == "市" and glyph.size == 10.5}
    assert len(columns) >= 4


def test_the_further_lines_of_a_compared_item_are_set_in(some_faces: Faces) -> None:
    found = [glyph for glyph in glyphs_of(made(Kind.COMPARISON, EMPTY)) if glyph.size == 9 and glyph.y < 160]
    column = lines_of([one for one in found if 61 + 1.3 < one.x < 101])
    starts = sorted({round(line[0].x, 1) for line in column if line[0].char > "\u4e00" or line[0].char.isdigit()})
    assert starts[-1] - starts[0] == pytest.approx(9 / MM, abs=0.2)
    assert all(line[0].x < starts[0] + 1 for line in column if "-" in [glyph.char for glyph in line[:3]])


def test_no_line_of_a_compared_item_is_broken_again(some_faces: Faces) -> None:
    maker = RowMaker(Typesetter(some_faces), form_of(5))
    room = Setting((maker.form.columns[1] - 2 * maker.form.pad_x) * MM)
    for theme in build_theme_sheet(across(map(library.load, library.slugs()))).themes:
        for asked in theme.asked:
            lines = _hanging(maker, asked)
            assert len(maker.typesetter.text(lines, SMALL, room)) == len(lines.split("\n"))
