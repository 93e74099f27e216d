"""The self-assessment report laid out by reportlab's Platypus: what our own layout is measured against.

The same text in the same tables, broken by wordWrap CJK; one table a section, which is Platypus's fastest form.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table, TableStyle
from reportlab.platypus.tableofcontents import TableOfContents

import resources
from reports.content.parts import ClauseSection, FigureLine, SelfAssessment
from reports.content.parts import Paragraph as Text
from reports.wording import say, words

_FONTS = {
    "body": "NotoSerifSC-Regular.ttf",
    "table": "NotoSerifSC-Medium.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "head": "NotoSansSC-Regular.ttf",
}


def _style(font: str, size: float, lead: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(f"{font}{size}{more}", fontName=font, fontSize=size, leading=lead, wordWrap="CJK", **more)


BODY = _style("body", 16, 28.95, firstLineIndent=32)
PART = _style("head", 16, 28.95, firstLineIndent=32)
TITLE = _style("title", 22, 36, alignment=TA_CENTER)
CAPTION = _style("head", 10.5, 15, alignment=TA_CENTER)
CELL, STRONG, SMALL = _style("table", 10.5, 15), _style("head", 10.5, 15), _style("table", 9, 12.5)


def register_fonts() -> None:
    """Open the fonts once, as ours are."""
    for name, file in _FONTS.items():
        registerFont(TTFont(name, resources.font(file)))


def print_with_platypus(report: SelfAssessment) -> bytes:
    """Lay the report out and bind it, contents and page numbers included."""
    file = BytesIO()
    _Document(file, invariant=1).multiBuild(list(_story(report)))
    return file.getvalue()


class _Document(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, file: BytesIO, **options: Any) -> None:
        super().__init__(file, pagesize=A4, **options)
        frame = Frame(28 * mm, 35 * mm, 156 * mm, 225 * mm, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", frame, onPage=_draw_number))

    def afterFlowable(self, flowable: Any) -> None:
        if getattr(flowable, "style", None) is PART:
            text, place = flowable.getPlainText(), f"p{self.page}{id(flowable)}"
            self.canv.bookmarkPage(place)
            self.canv.addOutlineEntry(text, place, 0)
            self.notify("TOCEntry", (0, text, self.page, place))


def _draw_number(canvas: Any, document: Any) -> None:
    canvas.setFont("body", 14)
    canvas.drawRightString(184 * mm, 25 * mm, f"— {document.page} —")


def _story(report: SelfAssessment) -> Iterator[Any]:
    yield from (_set(report.cover.policy, CAPTION), _set(report.cover.title, TITLE), _set(report.cover.year, CAPTION))
    yield _table((50, 106), (), [_cells(line) for line in report.cover.form])
    contents = TableOfContents()
    contents.levelStyles = [_style("head", 16, 28.95)]
    yield from (PageBreak(), contents, PageBreak())
    yield from (_set(line, TITLE) for line in (*report.title, report.subtitle))
    yield from _part("basics", report.basics)
    facts = [_cells((fact.name, fact.value, fact.as_of, fact.source)) for fact in report.facts]
    yield _table((52, 40, 26, 38), words("basics.heads"), facts)
    yield from _part("work", report.work)
    duties = [_cells((duty.department, duty.count, duty.keys)) for duty in report.duties]
    yield _table((32, 16, 108), words("work.duty_heads"), duties)
    yield from _part("conclusion", report.conclusion)
    yield from _chart(report)
    yield from _part("clauses", ())
    for section in report.clauses:
        yield _table((13, 49, 17, 58, 19), words("clauses.heads"), list(_clauses(section)))
    yield from _part("indicators", ())
    for group in report.figures:
        rows = [_cells((group.title, *[""] * 6), STRONG), *(_figure(line) for line in group.lines)]
        yield _table((11, 54, 12, 24, 17, 20, 18), words("indicators.heads"), rows)
    yield from _rest(report)


def _rest(report: SelfAssessment) -> Iterator[Any]:
    yield from _part("achievements", report.achievements)
    yield from _part("problems", ())
    for passage in report.problems:
        yield from _set_all((Text(passage.title), *passage.paragraphs) if passage.title else passage.paragraphs)
    yield from _part("not_applicable", report.not_applicable)
    yield PageBreak()
    yield from _part("evidence", ())
    for group in report.evidence:
        rows = [_cells((group.title, "", "", "", group.count), STRONG)]
        rows += [_cells((one.number, one.name, one.formed_on, one.department, one.kind)) for one in group.lines]
        yield _table((21, 68.4, 23, 22.6, 21), words("evidence.heads"), rows)
    yield PageBreak()
    yield from _part("signatures", (Text(report.signatures.statement),))
    roles = [_cells((role, "", "", say("signatures.date"))) for role in report.signatures.roles]
    yield _table((26, 50, 38, 42), words("signatures.heads"), roles)
    yield _table((28, 128), (), [_cells(pair) for pair in (*report.signatures.edition, report.signatures.fingerprint)])


def _part(name: str, paragraphs: Iterable[Text]) -> Iterator[Any]:
    yield _set(say(f"part.{name}"), PART)
    yield from _set_all(paragraphs)


def _chart(report: SelfAssessment) -> Iterator[Any]:
    scores = report.scores
    drawing = Drawing(156 * mm, 8 * mm * len(scores.sections))
    for row, section in enumerate(scores.sections):
        across = 54.0
        for count in section.counts:
            drawing.add(Rect(across * mm, 8 * mm * row, count * mm * 0.7, 4.6 * mm, fillColor=colors.white))
            across += count * 0.7
    yield drawing
    heads = (say("conclusion.section"), *(word for _, word in scores.heads), say("conclusion.rate"))
    rows = [_cells((line.title, *map(str, line.counts), line.rate)) for line in (*scores.sections, scores.total)]
    yield _table((60, *[96 / (len(heads) - 1)] * (len(heads) - 1)), heads, rows)
    yield _table([156 / len(scores.shares)] * len(scores.shares), heads[1:-1], [_cells(scores.shares)])


def _clauses(section: ClauseSection) -> Iterator[list[Any]]:
    yield _cells((section.title, "", "", "", ""), STRONG)
    for clause in section.clauses:
        counts = " ".join(str(count) for _, count in clause.counts if count)
        yield _cells((clause.number, clause.heading, "", counts, ""), STRONG)
        if clause.note:
            yield _cells(("", clause.note, "", "", ""))
        for item in clause.items:
            yield _cells((item.key, item.text, item.status_word, item.done, item.evidence))
            yield from (_figure_row(figure) for figure in item.figures)


def _figure_row(line: FigureLine) -> list[Any]:
    goal, actual = (amount.text if amount else "—" for amount in (line.target, line.actual))
    said = f"{line.target_label}{goal} {say('clauses.actual')}{actual} {line.due}"
    return _cells(("", line.name, "", said, line.judgement), SMALL)


def _figure(line: FigureLine) -> list[Any]:
    goal, actual = (amount.text if amount else "—" for amount in (line.target, line.actual))
    name = [_set(line.name, CELL), _set(line.basis, SMALL)]
    return [_set(str(line.number), CELL), name, *_cells((line.item, goal, line.due, actual, line.judgement))]


def _table(widths: Sequence[float], heads: Sequence[str], rows: list[list[Any]]) -> Any:
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    head = [_cells(heads, CAPTION)] if heads else []
    return Table([*head, *rows] or [[""]], [width * mm for width in widths], repeatRows=len(head), style=style)


def _cells(texts: Iterable[str], style: ParagraphStyle = CELL) -> list[Any]:
    return [_set(text, style) if text else "" for text in texts]


def _set_all(paragraphs: Iterable[Text]) -> Iterator[Any]:
    for paragraph in paragraphs:
        yield _set((say("report.draft") if paragraph.is_draft else "") + paragraph.text, BODY)
    yield Spacer(1, 6)


def _set(text: str, style: ParagraphStyle) -> Any:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)
