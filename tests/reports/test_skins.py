"""One content, three skins: paper, DOCX and XLSX say the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from openpyxl import load_workbook
from PIL import Image

from models.vocabulary import Annex, IndicatorKey, ItemKey, Status
from reports.content.evidence_catalogue import Catalogue, build_catalogue
from reports.content.ledger import Ledger, build_ledger
from reports.content.self_assessment import build_self_assessment
from reports.content.task_papers import build_task_papers
from reports.orders import Kind, Order, Skin
from reports.page_counts import page_counts
from reports.paper.faces import Faces
from reports.printing import make_paper
from resources import word
from services.checklist import Answer
from services.dossiers import Dossier, dossier_of
from services.findings.findings import opened_number
from services.findings.rows import Remedy
from services.judging import Reading
from tests.builders import TODAY, a_workspace, an_assessment
from tests.reports.measured import text_of
from tests.reports.samples import AT, a_checklist, a_figure, a_filled_checklist, an_evidence, an_item

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FEET = re.compile(r"—[0-9IVX]+—(未定稿·[0-9:-]{15})?|未定稿·[0-9:-]{15}—[0-9IVX]+—")
NOWHERE = {"printed_at", "made_at", "subject", "table_numbers", "kind_", "file", "imprint"}
"""What a content keeps for other uses than to be read on its pages."""

_ON_PAPER = {
    *(("EvidenceLine", "item"), ("EvidenceLine", "kind"), ("PhotoLine", "file_name"), ("PhotoLine", "item")),
    ("Catalogue", "lines"),
}
UNSAID = {
    Skin.PDF: _ON_PAPER,
    Skin.WORD: _ON_PAPER,
    Skin.SHEET: {
        *(
            ("EvidenceLine", "item"),
            ("EvidenceLine", "kind"),
            ("EvidenceGroup", "count"),
            ("FigureLine", "target_label"),
            ("FactLine", "value"),
            ("RatioLine", "value"),
        ),
        *(("ItemLine", "figures"), ("SelfAssessment", "photos"), ("SelfAssessment", "subtitle")),
    },
}
"""Fields that a skin leaves out: sheets hold no photographs, count by themselves, and hold figures as numbers."""
NOTHING: dict[Skin, set[str]] = {Skin.PDF: {"0.0%"}, Skin.WORD: set(), Skin.SHEET: {"—"}}
"""What a skin shows by an absence: a band without that part, an empty cell."""


def said(content: object, skin: Skin) -> Iterator[str]:
    """Go through all texts of a content, however deep; new fields come in by themselves."""
    if isinstance(content, Enum) or content is None:
        return
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        return
    elif is_dataclass(content):
        for one in fields(content):
            if one.name not in NOWHERE and (type(content).__name__, one.name) not in UNSAID[skin]:
                yield from said(getattr(content, one.name), skin)
    elif isinstance(content, tuple | list):
        for part in content:
            yield from said(part, skin)


def _plain(text: str) -> str:
    return "".join(text.split())


def word_text(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if name.startswith(("word/document", "word/footer"))]
        roots: list[Any] = [parse_xml(archive.read(name)) for name in parts]
    pieces = (one for root in roots for one in root.iter(f"{W}t", f"{W}noBreakHyphen"))
    return _plain("".join("-" if one.tag == f"{W}noBreakHyphen" else one.text or "" for one in pieces))


def sheet_text(content: bytes) -> str:
    cells = (cell for sheet in load_workbook(BytesIO(content)) for row in sheet for cell in row)
    return _plain("\n".join(_shown(cell.value, cell.number_format) for cell in cells if cell.value is not None))


def _shown(value: object, form: str) -> str:
    """Say a typed value as the papers do."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and form.endswith("%"):
        return f"{Decimal(repr(value)) * 100:.{form.count('0') - 1}f}%"
    if isinstance(value, int | float):
        plain = Decimal(repr(value)).normalize()
        return f"{plain:,f}" if abs(plain) >= 10_000 else f"{plain:f}"
    return str(value)


def paper_text(content: bytes) -> str:
    """Give what a paper says, and once more without what stands at the feet of pages between two lines."""
    whole = text_of(content)
    return whole + FEET.sub("", whole)


READERS = {Skin.PDF: paper_text, Skin.WORD: word_text, Skin.SHEET: sheet_text}


def a_small_dossier() -> Dossier:
    figure = a_figure()
    items = [
        replace(
            an_item("7-1", note="开展了培训，\n共36期。", department="培训处"),
            indicators=(figure,),
            evidence=(an_evidence("7-1", 1, "培训台账"),),
        ),
        an_item("7-2", "建立培训基地", status=Status.PARTLY_MET, note="已签约", missing="还差2家", person="周示例"),
        an_item("7-3", "承接社区培训", status=Status.NOT_APPLICABLE, reason="市里未下达"),
    ]
    return Dossier(replace(a_checklist(items), facts=a_filled_checklist().facts))


@pytest.fixture
def real_dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        answer = Answer(Status.PARTLY_MET, "编了一半", missing="缺规程", department="教务处", person="周建国")
        workspace.assessments.record(assessment, ItemKey("1-2"), answer)
        workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET, "都做了", department="实训处"))
        workspace.assessments.take_reading(assessment, IndicatorKey("1-1-a"), Reading(Decimal("46.9"), as_of=TODAY))
        workspace.evidence.attach_bytes(assessment, ItemKey("1-2"), b"x", "规程（第2稿）.txt")
        workspace.evidence.attach_bytes(assessment, ItemKey("1-1"), _a_photo(), "车间.png")
        workspace.evidence.attach_paper(assessment, ItemKey("1-1"), "档案室B柜", "会议纪要原件")
        number = opened_number(workspace.findings.open_from(assessment, ItemKey("1-2")))
        workspace.findings.add_round(assessment, number, on=TODAY, percent=60, words="又编了两章", person="周建国")
        workspace.findings.attach_bytes(assessment, number, b"y", "新规程.txt")
        remedy = Remedy(
            problem="车间漏雨，\n墙面发霉", measure="修屋顶", lead="总务处", person="李示例", deadline=TODAY
        )
        workspace.findings.open_by_hand(assessment, remedy)
        yield dossier_of(workspace, assessment)


def _a_photo() -> bytes:
    file = BytesIO()
    Image.new("RGB", (400, 300), "red").save(file, "PNG")
    return file.getvalue()


def _unsaid(dossier: Dossier, skin: Skin) -> list[str]:
    """List the texts of the report that its skin does not say."""
    report = build_self_assessment(dossier, AT)
    bound = report if Annex.LEDGER in report.annexes else replace(report, ledger=Ledger((), "", "", ""))
    assert len(list(said(bound, skin))) > 60
    return _lacking(bound, Kind.SELF_ASSESSMENT, skin, dossier)


@pytest.mark.parametrize("skin", list(Skin))
def test_every_text_of_the_report_stands_in_each_skin(some_faces: Faces, skin: Skin) -> None:
    assert _unsaid(a_small_dossier(), skin) == []


@pytest.mark.parametrize("skin", list(Skin))
def test_a_report_with_its_ledger_says_it_in_each_skin(real_dossier: Dossier, some_faces: Faces, skin: Skin) -> None:
    assert _unsaid(real_dossier, skin) == []


@pytest.mark.parametrize("skin", [Skin.WORD, Skin.SHEET])
def test_a_whole_policy_is_said_in_both(skin: Skin) -> None:
    assert _unsaid(Dossier(a_filled_checklist()), skin) == []


@pytest.mark.parametrize("skin", [Skin.PDF, Skin.WORD])
def test_every_text_of_the_ledger_stands_on_paper_and_in_a_document(
    real_dossier: Dossier, some_faces: Faces, skin: Skin
) -> None:
    ledger = build_ledger(real_dossier.findings, real_dossier.checklist.school.name, AT.date())
    assert len(ledger.lines) == 2
    assert _lacking(ledger, Kind.LEDGER, skin, real_dossier) == []


def test_the_ledger_as_a_sheet_says_more_than_the_paper_and_nothing_else(real_dossier: Dossier) -> None:
    found = sheet_text(make_paper(Order(Kind.LEDGER, AT, Skin.SHEET), real_dossier).content)
    for row in real_dossier.findings:
        remedy = row.remedy
        typed = (remedy.problem, remedy.measure, remedy.lead, remedy.person, word(remedy.kind), word(row.state))
        rounds = (text for one in row.rounds for text in (one.round.words, one.round.person))
        told = (*typed, *rounds, f"{row.percent}%", *(piece.number for piece in row.evidence))
        assert [one for one in told if _plain(one) not in found] == []
        assert _plain(str(remedy.deadline)) in found


@pytest.mark.parametrize("skin", list(Skin))
def test_every_text_of_the_list_of_evidence_stands_in_each_skin(
    real_dossier: Dossier, some_faces: Faces, skin: Skin
) -> None:
    names = {piece.evidence.id: piece.evidence.name for piece in real_dossier.pieces if piece.evidence.sha256}
    catalogue = build_catalogue(real_dossier, names, AT, page_counts(real_dossier))
    assert len(catalogue.lines) == 4
    told = _with_places_apart(catalogue) if skin is Skin.SHEET else catalogue
    assert _lacking(told, Kind.EVIDENCE, skin, real_dossier) == []


def _with_places_apart(catalogue: Catalogue) -> Catalogue:
    """Let the lines alone say where pieces lie: a sheet has a column for their kind and one for their place."""
    groups = (replace(group, lines=tuple(replace(line, kept="") for line in group.lines)) for group in catalogue.groups)
    return replace(catalogue, groups=tuple(groups))


@pytest.mark.parametrize("skin", list(Skin))
def test_every_text_of_the_task_sheets_stands_in_each_skin(
    real_dossier: Dossier, some_faces: Faces, skin: Skin
) -> None:
    papers = build_task_papers(real_dossier.tasks)
    assert len(papers) == 2
    assert any(paper.figures for paper in papers)
    assert _lacking(papers, Kind.TASK_SHEETS, skin, real_dossier) == []


def _lacking(content: object, kind: Kind, skin: Skin, dossier: Dossier) -> list[str]:
    found = READERS[skin](make_paper(Order(kind, AT, skin), dossier).content)
    texts = [text for text in said(content, skin) if text.strip() and text not in NOTHING[skin]]
    assert len(texts) > 8
    return [text for text in texts if _plain(text) not in found]


@pytest.mark.parametrize("skin", list(Skin))
def test_a_skin_that_leaves_something_out_is_found(real_dossier: Dossier, some_faces: Faces, skin: Skin) -> None:
    papers = build_task_papers(real_dossier.tasks)
    more = replace(papers[0].lines[0], papers="没有印出来的材料")
    changed = [replace(papers[0], lines=(more, *papers[0].lines[1:])), *papers[1:]]
    assert _lacking(changed, Kind.TASK_SHEETS, skin, real_dossier) == ["没有印出来的材料"]


@pytest.mark.parametrize("kind", [Kind.SELF_ASSESSMENT, Kind.LEDGER, Kind.EVIDENCE, Kind.TASK_SHEETS])
def test_every_printed_page_of_a_sheet_says_which_edition_it_is(
    real_dossier: Dossier, some_faces: Faces, kind: Kind
) -> None:
    book: Any = load_workbook(BytesIO(make_paper(Order(kind, AT, Skin.SHEET), real_dossier).content))
    assert {sheet.oddFooter.left.text for sheet in book.worksheets} == {"未定稿 · 2025-11-14 16:20"}


def test_figures_of_the_report_are_numbers_in_its_sheet() -> None:
    dossier = Dossier(a_filled_checklist())
    book = load_workbook(BytesIO(make_paper(Order(Kind.SELF_ASSESSMENT, AT, Skin.SHEET), dossier).content))
    rows = [[cell.value for cell in row] for row in book["量化指标"].iter_rows(min_row=4)]
    lines = [line for group in build_self_assessment(dossier, AT).figures for line in group.lines]
    assert [row[1] for row in rows[: len(lines)]] == [line.number for line in lines]
    printed = [
        (value, amount.figure)
        for row, line in zip(rows, lines, strict=False)
        for amount, value in ((line.target, row[6]), (line.actual, row[9]))
        if amount and amount.figure.replace(".", "", 1).isdigit()
    ]
    assert printed
    assert [Decimal(repr(value)) for value, _ in printed] == [Decimal(figure) for _, figure in printed]


def test_the_counts_of_the_charts_stand_as_text_in_the_document() -> None:
    dossier = Dossier(a_filled_checklist())
    content = make_paper(Order(Kind.SELF_ASSESSMENT, AT, Skin.WORD), dossier).content
    with ZipFile(BytesIO(content)) as archive:
        root: Any = parse_xml(archive.read("word/document.xml"))
    rows = [
        "|".join("".join(t.text for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc"))
        for row in root.iter(f"{W}tr")
    ]
    scores = build_self_assessment(dossier, AT).scores
    for one in (*scores.sections, scores.total):
        assert "|".join((one.title, "", *map(str, one.counts), one.rate)) in rows
