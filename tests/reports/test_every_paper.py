"""Every paper there is, as a file: nothing a checker finds wrong, only embedded subsets, kept and tagged alike."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from models.vocabulary import EvidenceKind
from reports.orders import Kind, MadePaper, Order, Skin
from reports.paper.faces import Faces
from reports.printing import make_paper, skins_of
from services.dossiers import Dossier
from services.intake.form import TaskForm, TaskRow
from tests.reports.samples import AT, a_checklist, a_figure, an_evidence, an_item

KINDS = [kind for kind in Kind if Skin.PDF in skins_of(kind)]


@pytest.fixture(scope="module", params=KINDS)
def paper(request: pytest.FixtureRequest, some_faces: Faces, tmp_path_factory: pytest.TempPathFactory) -> MadePaper:
    path: Path = tmp_path_factory.mktemp("photos") / "实训楼.jpg"
    Image.linear_gradient("L").convert("RGB").resize((900, 600)).save(path)
    photo = an_evidence("7-1", 1, "实训楼.jpg", EvidenceKind.PHOTO)
    told = replace(an_item(note="已落实。"), evidence=(photo,), indicators=(a_figure(),))
    other = an_item("7-2", note="𠮷😀", department="教务处")
    rows = (TaskRow(other.item.key, other.label, "7 培训", "要求", "材料", other.answer),)
    tasks = (TaskForm("u", "d", "示例学校", "示例市", "方案", 2025, "教务处", "周示例", rows, ()),)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VOCCHECK_FONT_MODE", "reproducible")
        return make_paper(
            Order(request.param, AT), Dossier(a_checklist([told, other]), file_of=lambda _: path, tasks=tasks)
        )


def test_a_checker_finds_nothing_wrong(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert len(pdf.pages) == paper.pages > 0


def test_every_font_is_an_embedded_subset(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        assert fonts
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+\S+", str(font.BaseFont))
            assert "/ToUnicode" in font or "/FontFile2" in font.FontDescriptor


def test_it_can_be_kept_and_listened_to(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            assert said.pdfa_status == "2B"
        assert "/OutputIntents" in pdf.Root
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "zh-CN"
        assert all("/StructParents" in page for page in pdf.pages)


def test_pictures_are_plain_jpegs_in_colours_that_mean_something(paper: MadePaper) -> None:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        for picture in pdf.objects:
            if isinstance(picture, pikepdf.Stream) and picture.get("/Subtype") == "/Image":
                assert str(picture.ColorSpace) in ("/DeviceRGB", "/DeviceGray")
                assert str(picture.Filter) == "/DCTDecode"
                assert "/SMask" not in picture
                assert "/Interpolate" not in picture


def test_the_end_of_every_stream_stands_on_a_line_of_its_own(paper: MadePaper) -> None:
    ends = [found.start() for found in re.finditer(rb"endstream\r?\n", paper.content)]
    assert ends
    assert all(paper.content[end - 1 : end] in (b"\n", b"\r") for end in ends)
