"""The check of documents itself: what Word refuses is found, and our papers have none of it."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from checklists import library
from models.vocabulary import ItemKey, Status
from reports.content.self_assessment import build_self_assessment
from reports.orders import Kind, Order, Skin
from reports.paper.faces import Faces
from reports.printing import make_paper
from reports.word.self_assessment import write_self_assessment
from services.checklist import Answer
from services.dossiers import Dossier, dossier_of
from tests.builders import a_workspace, an_assessment
from tests.reports.samples import AT, a_filled_checklist
from tests.reports.torture import torture
from tests.reports.word.schema import faults

KINDS = (Kind.SELF_ASSESSMENT, Kind.LEDGER, Kind.EVIDENCE, Kind.TASK_SHEETS)
Change = Callable[[str], str]


def _swap(wanted: str, given: str) -> Change:
    def change(xml: str) -> str:
        assert wanted in xml
        return xml.replace(wanted, given, 1)

    return change


BREAKS: tuple[tuple[str, str, Change], ...] = (
    (
        "out of order",
        "document",
        _swap('<w:vAlign w:val="center"/></w:tcPr>', '<w:vAlign w:val="center"/><w:tcW/></w:tcPr>'),
    ),
    ("does not end in a paragraph", "document", _swap("</w:p></w:tc>", "</w:p><w:tbl/></w:tc>")),
    ("which is no style", "document", _swap('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Body"/>')),
    ("begin and end once each", "document", _swap('<w:bookmarkEnd w:id="1"', '<w:bookmarkEnd w:id="2"')),
    ("a field", "document", _swap('w:fldCharType="separate"', 'w:fldCharType="end"')),
    ("nothing is marked", "document", _swap('w:anchor="_Ref', 'w:anchor="_Nowhere')),
    ("nothing relates to", "document", _swap('r:embed="', 'r:embed="rIdNowhere')),
    ("two drawings", "document", _swap('<wp:docPr id="2"', '<wp:docPr id="1"')),
    ("stands in p", "document", _swap("</w:p>", "<w:tbl/></w:p>")),
    ("is listed and not there", "[Content_Types]", _swap("/word/styles.xml", "/word/style.xml")),
    ("which is not there", "_rels/document", _swap("media/image1.png", "media/image0.png")),
    ("jc is justify", "styles", _swap('<w:jc w:val="both"/>', '<w:jc w:val="justify"/>')),
)


@cache
def _a_report(slug: str) -> bytes:
    return write_self_assessment(build_self_assessment(Dossier(a_filled_checklist(slug)), AT)).content


def _broken(content: bytes, part: str, change: Change) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            xml = source.read(name)
            is_meant = name.startswith((part, f"word/{part}.xml", f"word/{part}"))
            target.writestr(name, change(xml.decode()).encode() if is_meant else xml)
    return made.getvalue()


@pytest.mark.parametrize(("says", "part", "change"), BREAKS, ids=[says for says, _, _ in BREAKS])
def test_what_word_refuses_is_found(says: str, part: str, change: Change) -> None:
    assert any(says in fault for fault in faults(_broken(_a_report("yiyang"), part, change)))


@pytest.mark.parametrize("slug", library.slugs())
def test_word_opens_the_report_of_every_policy(slug: str) -> None:
    assert faults(_a_report(slug)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_word_opens_every_paper(kind: Kind, tmp_path: Path, some_faces: Faces) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(
            assessment, ItemKey("1-2"), Answer(Status.PARTLY_MET, missing="缺规程", department="教务处")
        )
        workspace.evidence.attach_bytes(assessment, ItemKey("1-2"), b"x", "规程.txt")
        workspace.findings.open_from(assessment, ItemKey("1-2"))
        dossier = dossier_of(workspace, assessment)
    assert faults(make_paper(Order(kind, AT, Skin.WORD), dossier).content) == []


def test_word_opens_the_worst_that_people_type_and_attach(tmp_path: Path, some_faces: Faces) -> None:
    worst = torture(tmp_path, 0.05)
    content = make_paper(Order(Kind.SELF_ASSESSMENT, AT, Skin.WORD), worst.dossier).content
    assert faults(content) == []
    with ZipFile(BytesIO(content)) as archive:
        assert len([name for name in archive.namelist() if name.endswith(".jpeg")]) == 2
