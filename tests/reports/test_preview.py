"""The pages of a PDF as pictures and text, for any thread."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reports.errors import UnreadablePdfError
from reports.orders import Kind, Order
from reports.paper.faces import Faces
from reports.preview import Pages
from reports.printing import make_paper
from services.dossiers import Dossier
from tests.reports.samples import AT, a_checklist, an_item


@pytest.fixture
def pages(some_faces: Faces) -> Pages:
    checklist = a_checklist([an_item(note="全年完成培训4386人次，按在校生2460人计算。" * 8)])
    return Pages(make_paper(Order(Kind.SELF_ASSESSMENT, AT), Dossier(checklist)).content)


def test_a_page_is_drawn_as_wide_as_asked(pages: Pages) -> None:
    width, height, content = pages.render(0, 601)
    assert (width, height) == (601, 850)
    assert len(content) == width * height * 4
    assert content[:3] == b"\xff\xff\xff"
    assert content.count(b"\x00\x00\x00") > 100


def test_a_word_is_found_with_its_place_on_the_page(pages: Pages) -> None:
    hits = pages.search("自评报告")
    assert hits[0].page == 0
    left, top, right, bottom = hits[0].boxes[0]
    assert 0 < left < right < pages.size(0)[0]
    assert 0 < top < bottom < pages.size(0)[1]


def test_a_figure_is_found_together_with_its_unit(pages: Pages) -> None:
    assert pages.search("4386人次")


def test_a_word_that_runs_over_a_lines_end_is_found(pages: Pages) -> None:
    assert any(len(hit.boxes) > 1 for hit in pages.search("按在校生2460人计算"))


def test_marks_typed_narrow_are_found_as_the_paper_prints_them(pages: Pages) -> None:
    assert pages.search("按在校生2460人计算。全年")
    assert pages.search("人次,按在校生") == pages.search("人次，按在校生") != ()


def test_nothing_is_found_for_nothing(pages: Pages) -> None:
    assert pages.search("") == ()
    assert pages.search("没有这句话") == ()


def test_a_page_says_its_text_in_reading_order(pages: Pages) -> None:
    text = pages.text(2)
    assert text.index("一、学校基本情况") < text.index("二、自评工作情况")


def test_many_threads_may_look_at_once(pages: Pages) -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda n: pages.render(n % pages.count, 80)[0], range(24)))
    assert drawn == [80] * 24


def test_a_file_is_opened_and_let_go(some_faces: Faces, tmp_path: Path) -> None:
    file = tmp_path / "报告.pdf"
    file.write_bytes(make_paper(Order(Kind.SELF_ASSESSMENT, AT), Dossier(a_checklist())).content)
    pages = Pages(file)
    assert pages.count >= 6
    pages.close()


@pytest.mark.parametrize("content", [b"", b"no pdf at all", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(content)
    with pytest.raises(UnreadablePdfError):
        Pages(file)


def test_a_document_that_nobody_closed_is_closed_within_the_lock(
    some_faces: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    monkeypatch.setattr(Pages, "close", lambda _pages: closed.append(1))
    pages = Pages(make_paper(Order(Kind.SELF_ASSESSMENT, AT), Dossier(a_checklist([an_item()]))).content)
    assert pages.count
    del pages
    assert closed == [1]
