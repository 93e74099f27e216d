"""The annexes of the report as finished pages: ledger turned, photographs in their places, links that lead."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from models.vocabulary import Annex, EvidenceKind, PassageName, Status
from reports.content.self_assessment import build_self_assessment
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.self_assessment import print_self_assessment
from services.checklist import EvidenceRow
from services.dossiers import Dossier
from services.evidence.errors import EvidenceMissingError
from services.progress import CancelledError
from services.reporting.parts import ReportSettings
from tests.reports.content.test_passages import a_finding
from tests.reports.measured import glyphs_of, text_of
from tests.reports.paper.test_self_assessment import links_of
from tests.reports.samples import AT, a_checklist, an_evidence, an_item


def printed(faces: Faces, dossier: Dossier) -> MadePaper:
    return print_self_assessment(build_self_assessment(dossier, AT), faces)


def with_photos(folder: Path, count: int) -> Dossier:
    """A dossier with so many photographs: one lies, one is broken, one is gone."""
    rows = tuple(
        replace(an_evidence("7-1", n, f"照片之{n}.jpg", EvidenceKind.PHOTO), sha256=str(n)) for n in range(1, count + 1)
    )
    Image.new("RGB", (800, 600), "grey").save(folder / "1.jpg")
    (folder / "2.jpg").write_bytes(b"no picture")

    def file_of(row: EvidenceRow) -> Path:
        if row.sha256 == "3":
            raise EvidenceMissingError(row.id, row.name)
        return folder / ("2.jpg" if row.sha256 == "2" else "1.jpg")

    return Dossier(a_checklist([replace(an_item(), evidence=rows)]), file_of=file_of)


def pages_with(paper: MadePaper, said: str) -> list[int]:
    texts = ("".join(glyph.char for glyph in glyphs_of(paper.content, page)) for page in range(paper.pages))
    return [page for page, text in enumerate(texts) if said in text]


@pytest.mark.parametrize(("count", "shared"), [(10, [4, 6]), (11, [4, 4, 3]), (5, [4, 1]), (17, [4, 6, 4, 3])])
def test_photographs_stand_four_on_the_first_page_and_six_on_the_others_none_left_alone(
    some_faces: Faces, tmp_path: Path, count: int, shared: list[int]
) -> None:
    paper = printed(some_faces, with_photos(tmp_path, count))
    pages = pages_with(paper, "形成日期2025-09-12")
    texts = ["".join(glyph.char for glyph in glyphs_of(paper.content, page)) for page in pages]
    assert [text.count("形成日期2025-09-12") for text in texts] == shared


def test_photographs_are_drawn_and_dated(some_faces: Faces, tmp_path: Path) -> None:
    paper = printed(some_faces, with_photos(tmp_path, 11))
    counts = []
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        for page in pdf.pages[pages_with(paper, "照片1照片之1")[0] :]:
            counts.append(page.Contents.read_bytes().count(b" Do Q"))
    assert counts == [2, 4, 3, 0]
    texts = text_of(paper.content)
    assert texts.count("拍摄日期") == 0
    assert texts.count("形成日期2025-09-12") == 11


def test_broken_and_missing_pictures_are_named_in_their_places(some_faces: Faces, tmp_path: Path) -> None:
    text = text_of(printed(some_faces, with_photos(tmp_path, 4)).content)
    assert "未附图片：照片之2.jpg的文件已损坏" in text
    assert "未附图片：照片之3.jpg的文件已不在佐证库中" in text


def test_photographs_stay_within_the_type_area(some_faces: Faces, tmp_path: Path) -> None:
    paper = printed(some_faces, with_photos(tmp_path, 11))
    for page in pages_with(paper, "佐证7-1-")[-2:]:
        glyphs = glyphs_of(paper.content, page)
        assert glyphs
        assert all(glyph.y <= 262 or glyph.size in (9, 14) for glyph in glyphs)


def test_the_ledger_lies_on_turned_pages_with_their_number_in_its_place(some_faces: Faces) -> None:
    findings = tuple(a_finding(number) for number in range(1, 30))
    paper = printed(some_faces, Dossier(a_checklist([an_item()]), findings=findings))
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        turned = [number for number, page in enumerate(pdf.pages) if page.get("/Rotate") == 90]
        assert len(turned) > 1
        assert all([round(float(edge)) for edge in pdf.pages[one].MediaBox] == [0, 0, 595, 842] for one in turned)
    assert pages_with(paper, "共29项：整改中29项")[-1] == turned[-1]
    assert max(turned) < pages_with(paper, "签署页")[-1]


def test_a_problem_leads_to_its_line_in_the_ledger_and_back_to_its_item(some_faces: Faces) -> None:
    dossier = Dossier(a_checklist([an_item(status=Status.NOT_MET)]), findings=(a_finding(1),))
    paper = printed(some_faces, dossier)
    problems, (ledger,) = pages_with(paper, "见整改台账序号1")[0], pages_with(paper, "填报单位")
    with pypdfium2.PdfDocument(paper.content) as document:
        assert ledger in {to for _, to, _ in links_of(document, problems)}
        clauses = pages_with(paper, "年培训人次达到在校生规模")[0]
        assert clauses in {to for _, to, _ in links_of(document, ledger)}
        boxes = [box for box, to, _ in links_of(document, problems) if to == ledger]
        said = [document[problems].get_textpage().get_text_bounded(*box) for box in boxes]
    assert "".join("".join(said).split()) == "整改台账序号1"


def test_annexes_are_numbered_through_and_a_single_one_has_no_number(some_faces: Faces, tmp_path: Path) -> None:
    dossier = replace(with_photos(tmp_path, 1), findings=(a_finding(),))
    text = text_of(printed(some_faces, dossier).content)
    assert all(f"附件{n}{name}" in text for n, name in ((1, "整改台账"), (2, "佐证材料目录"), (3, "现场照片")))
    alone = replace(dossier, settings=ReportSettings(annexes=(Annex.PHOTOS,)))
    text = text_of(printed(some_faces, alone).content)
    assert "附件现场照片" in text
    assert "附件1" not in text


def test_a_report_without_annexes_has_none(some_faces: Faces) -> None:
    bare = Dossier(a_checklist([an_item()]), settings=ReportSettings(annexes=()))
    assert "附件现场照片" not in text_of(printed(some_faces, bare).content)


def test_the_user_may_give_up_between_two_photographs(some_faces: Faces, tmp_path: Path) -> None:
    class GivesUp:
        steps = 0

        def step(self, done: int, total: int, what: str = "") -> None:
            del done, total, what
            self.steps += 1
            if self.steps == 6:
                raise CancelledError

    report = build_self_assessment(with_photos(tmp_path, 9), AT)
    with pytest.raises(CancelledError):
        print_self_assessment(report, some_faces, GivesUp())


def test_what_a_person_wrote_has_no_mark_of_a_draft(some_faces: Faces) -> None:
    written = dict.fromkeys(PassageName, "<b>我们写的话</b>{0}，见要点7-1。")
    text = text_of(printed(some_faces, Dossier(a_checklist([an_item()]), passages=written)).content)
    assert "【草稿】" not in text
    assert text.count("<b>我们写的话</b>{0}") == 5
