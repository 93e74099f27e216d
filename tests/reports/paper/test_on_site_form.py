"""The form for checking on site as a finished PDF, measured against paper.md section 5 (11)."""

from dataclasses import replace

import pypdfium2
import pytest

from models.vocabulary import Status
from reports.content.on_site_form import build_on_site_form
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.form_rows import FormRows
from reports.paper.on_site_form import paged, print_on_site_form
from reports.paper.typesetter import Typesetter
from services.checklist import Checklist
from services.dossiers import Dossier
from services.progress import silent
from tests.reports.measured import glyphs_of, text_of
from tests.reports.qr_reading import read_qr
from tests.reports.samples import AT, a_checklist, a_figure, a_filled_checklist, an_item

_DPI = 110


def printed(faces: Faces, checklist: Checklist, *, is_filled: bool = False) -> MadePaper:
    return print_on_site_form(build_on_site_form(Dossier(checklist), AT, is_filled=is_filled), faces, silent)


@pytest.fixture(scope="module")
def blank(some_faces: Faces) -> MadePaper:
    return printed(some_faces, a_filled_checklist("yiyang"))


def page_text(paper: MadePaper, page: int) -> str:
    return "".join(glyph.char for glyph in glyphs_of(paper.content, page))


def test_every_item_that_binds_the_school_has_its_row(blank: MadePaper) -> None:
    text = text_of(blank.content)
    items = list(a_filled_checklist("yiyang").binding_items())
    assert text.count("不适用") >= len(items)
    for item in items:
        assert "".join(item.item.text.split())[:8] in text


def test_the_same_data_give_the_same_bytes(some_faces: Faces, blank: MadePaper) -> None:
    assert printed(some_faces, a_filled_checklist("yiyang")).content == blank.content


def test_the_code_of_every_page_is_read_from_a_picture_of_110_dpi(blank: MadePaper) -> None:
    for page in range(blank.pages):
        assert read_qr(seen_code(blank, page)) == ("M", f"VC1:F:yiyang:2025:0001:P{page + 1}")


def seen_code(paper: MadePaper, page: int, size: int = 25) -> list[list[bool]]:
    """Look at the middle of each module of the code on a page."""
    with pypdfium2.PdfDocument(paper.content) as document:
        picture = document[page].render(scale=_DPI / 72).to_pil().convert("L")
    step, left, top = 20 / size, 175.0, 16.4
    return [
        [picture.getpixel(spot(left + (c + 0.5) * step, top + (r + 0.5) * step)) < 128 for c in range(size)]
        for r in range(size)
    ]


def spot(x: float, y: float) -> tuple[int, int]:
    return round(x / 25.4 * _DPI - 0.5), round(y / 25.4 * _DPI - 0.5)


def test_pages_are_counted_and_only_the_last_is_signed(blank: MadePaper) -> None:
    for page in range(blank.pages):
        text = page_text(blank, page)
        is_last = page == blank.pages - 1
        assert f"第{page + 1}页共{blank.pages}页" in text
        assert ("学校盖章" in text) is is_last
        assert ("核查人员签名" in text) is not is_last
        assert "核查编号YY-2025-0001" in text


def test_a_blank_form_says_nothing_of_what_the_school_answered(some_faces: Faces) -> None:
    item = replace(an_item(note="学校写的话", status=Status.MET), indicators=(a_figure(),))
    text = text_of(printed(some_faces, a_checklist([item])).content)
    assert "目标≥2倍，实点" in text
    assert "自评" not in text
    assert "学校写的话" not in text


def test_a_filled_form_has_the_schools_mark_and_figure(some_faces: Faces) -> None:
    item = replace(an_item(status=Status.PARTLY_MET), indicators=(a_figure(),))
    text = text_of(printed(some_faces, a_checklist([item]), is_filled=True).content)
    assert "目标≥2倍，自评1.78倍" in text
    assert text.count("自评") == 2


def test_no_row_is_split_and_nothing_leaves_its_page(blank: MadePaper) -> None:
    for page in range(blank.pages):
        glyphs = glyphs_of(blank.content, page)
        assert all(glyph.left >= 19.9 and glyph.right <= 195.1 and 17 <= glyph.y <= 284 for glyph in glyphs)
        words = [glyph for glyph in glyphs if glyph.char == "符"]
        assert len(words) % 3 == 0


def test_an_item_no_page_would_hold_is_cut_and_says_so(some_faces: Faces) -> None:
    paper = printed(some_faces, a_checklist([an_item(text="很长的要点，" * 3000), an_item("7-2")]))
    text = text_of(paper.content)
    assert "全文见政策清单" in text
    assert paper.pages <= 3


def test_a_long_code_stays_within_its_column_and_row(some_faces: Faces) -> None:
    paper = printed(some_faces, a_checklist([an_item("xu3-1")]), is_filled=True)
    found = glyphs_of(paper.content)
    start = next(n for n in range(len(found)) if "".join(one.char for one in found[n : n + 4]) == "校本无号")
    code = [glyph for glyph in found[start:] if glyph.x < 35][: len("校本无号3-1自评")]
    assert all(glyph.left >= 20 + 0.8 and glyph.right <= 35 - 0.8 for glyph in code)
    assert len({round(glyph.y, 1) for glyph in code}) == 4


def test_a_long_name_of_a_school_takes_two_lines_of_smaller_type(some_faces: Faces) -> None:
    content = printed(some_faces, a_checklist([an_item()], school="示例市职业教育中心学校" * 3)).content
    assert "示例市职业教育中心学校" * 3 in text_of(content)


def test_a_title_stays_with_its_first_row_and_the_signatures_have_room(some_faces: Faces) -> None:
    rows = FormRows(Typesetter(some_faces))
    form = build_on_site_form(Dossier(a_filled_checklist("yiyang")), AT, is_filled=False)
    blocks = [[rows.title(group), rows.item(group.items[0])] for group in form.groups]
    for count in range(1, len(blocks) + 1):
        pages = paged(blocks[:count], 7.5)
        assert sum(map(len, pages)) == 2 * count
        assert all(len(page) % 2 == 0 for page in pages)
        assert sum(row.height for row in pages[-1]) + 7.5 <= 199.01


def test_a_single_row_above_the_signatures_is_brought_company(some_faces: Faces) -> None:
    rows = FormRows(Typesetter(some_faces))
    form = build_on_site_form(Dossier(a_filled_checklist("yiyang")), AT, is_filled=False)
    blocks = [[rows.item(item)] for group in form.groups for item in group.items]
    for count in range(8, len(blocks) + 1):
        pages = paged(blocks[:count], 7.5)
        assert [row for page in pages for row in page] == [row for block in blocks[:count] for row in block]
        assert len(pages[-1]) >= 2


def test_hostile_text_is_only_text(some_faces: Faces) -> None:
    typed = "<b>粗</b>&{0}%s(A)TjET\\"
    paper = printed(some_faces, a_checklist([an_item(text=typed)], school="校" * 80 + typed))
    assert typed in text_of(paper.content)


def test_an_empty_checklist_is_a_form_all_the_same(some_faces: Faces) -> None:
    paper = printed(some_faces, a_checklist([]))
    assert paper.pages == 1
    assert "综合意见" in text_of(paper.content)
