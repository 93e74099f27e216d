"""The report set by reportlab's Platypus, broken by wordWrap CJK; one table a section, which is its fastest form."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, Image, PageTemplate, Paragraph, Table, TableStyle
from reportlab.platypus.tableofcontents import TableOfContents

import resources
from benchmarks.rivals.story import Block, Grid, Heading, Photo, Text

_FONTS = {"body": "NotoSerifSC-Regular.ttf", "table": "NotoSerifSC-Medium.ttf", "head": "NotoSansSC-Regular.ttf"}


def _style(font: str, size: float, lead: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(f"{font}{size}{more}", fontName=font, fontSize=size, leading=lead, wordWrap="CJK", **more)


_BODY = _style("body", 16, 28.95, firstLineIndent=32)
_PART = _style("head", 16, 28.95, firstLineIndent=32)
_TITLE = _style("body", 22, 36, alignment=TA_CENTER)
_CAPTION = _style("head", 10.5, 15, alignment=TA_CENTER)
_CELL = _style("table", 10.5, 15)


def warm() -> None:
    """Open the fonts; streams go into the file as they are, which saves it seconds where photographs are."""
    rl_config.useA85 = 0
    for name, file in _FONTS.items():
        registerFont(TTFont(name, resources.font(file)))


def make(story: list[Block]) -> bytes:
    """Lay the report out and bind it, contents and page numbers included."""
    file = BytesIO()
    contents = TableOfContents()
    contents.levelStyles = [_PART]
    _Document(file, invariant=1).multiBuild([contents, *(flowable for block in story for flowable in _set(block))])
    return file.getvalue()


class _Document(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, file: BytesIO, **options: Any) -> None:
        super().__init__(file, pagesize=A4, **options)
        frame = Frame(28 * mm, 35 * mm, 156 * mm, 225 * mm, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", frame, onPage=_draw_number))

    def afterFlowable(self, flowable: Any) -> None:
        if getattr(flowable, "style", None) is _PART:
            text, place = flowable.getPlainText(), f"p{self.page}{id(flowable)}"
            self.canv.bookmarkPage(place)
            self.canv.addOutlineEntry(text, place, 0)
            self.notify("TOCEntry", (0, text, self.page, place))


def _draw_number(canvas: Any, document: Any) -> None:
    canvas.setFont("body", 14)
    canvas.drawRightString(184 * mm, 25 * mm, f"— {document.page} —")


def _set(block: Block) -> Iterator[Any]:
    match block:
        case Heading(text):
            yield _paragraph(text, _PART)
        case Text(text, is_title):
            yield _paragraph(text, _TITLE if is_title else _BODY)
        case Grid():
            yield _table(block)
        case Photo(content, caption):
            yield Image(BytesIO(content), 75 * mm, 56.25 * mm)
            yield _paragraph(caption, _CAPTION)


def _table(grid: Grid) -> Any:
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    head = [_cells(grid.heads, _CAPTION)] if grid.heads else []
    rows = [*head, *(_cells(row, _CELL) for row in grid.rows)]
    return Table(rows or [[""]], [width * mm for width in grid.widths], repeatRows=len(head), style=style)


def _cells(texts: Iterable[str], style: ParagraphStyle) -> list[Any]:
    return [_paragraph(text, style) if text else "" for text in texts]


def _paragraph(text: str, style: ParagraphStyle) -> Any:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)
