"""The report set by fpdf2, lines broken anywhere (wrapmode CHAR), as it has no rules for Chinese."""

from io import BytesIO

from fpdf import FPDF
from fpdf.enums import WrapMode
from fpdf.fonts import FontFace
from fpdf.outline import OutlineSection

import resources
from benchmarks.rivals.story import Block, Grid, Heading, Photo, Text

_FONTS = {"body": "NotoSerifSC-Regular.ttf", "table": "NotoSerifSC-Medium.ttf", "head": "NotoSansSC-Regular.ttf"}


def warm() -> None:
    """There is nothing to keep: fpdf2 opens its fonts for every document."""


def make(story: list[Block]) -> bytes:
    """Lay the report out and bind it, contents and page numbers included."""
    paper = _Paper(format="A4")
    paper.set_margins(28, 37, 26)
    paper.set_auto_page_break(True, 35)
    for name, file in _FONTS.items():
        paper.add_font(name, fname=resources.font(file))
    paper.set_font("body", size=16)
    paper.add_page()
    paper.insert_toc_placeholder(_contents, allow_extra_pages=True)
    for block in story:
        _set(paper, block)
    return bytes(paper.output())


class _Paper(FPDF):  # type: ignore[misc, unused-ignore]
    def footer(self) -> None:
        self.set_y(-28)
        self.set_font("body", size=14)
        self.cell(0, 10, f"— {self.page_no()} —", align="R")


def _contents(paper: FPDF, outline: list[OutlineSection]) -> None:
    paper.set_font("head", size=16)
    for section in outline:
        paper.cell(0, 10.2, f"{section.name} {section.page_number}", new_x="LMARGIN", new_y="NEXT")


def _set(paper: FPDF, block: Block) -> None:
    match block:
        case Heading(text):
            paper.start_section(text)
            paper.set_font("head", size=16)
            paper.multi_cell(0, 10.2, text, wrapmode=WrapMode.CHAR, new_x="LMARGIN", new_y="NEXT")
        case Text(text, is_title):
            paper.set_font("body", size=22 if is_title else 16)
            paper.multi_cell(0, 10.2, text, wrapmode=WrapMode.CHAR, new_x="LMARGIN", new_y="NEXT")
        case Grid():
            _table(paper, block)
        case Photo(content, caption):
            paper.image(BytesIO(content), w=75)
            paper.set_font("head", size=10.5)
            paper.multi_cell(0, 6, caption, wrapmode=WrapMode.CHAR, new_x="LMARGIN", new_y="NEXT")


def _table(paper: FPDF, grid: Grid) -> None:
    paper.set_font("table", size=10.5)
    rows = [*([grid.heads] if grid.heads else []), *grid.rows]
    head = FontFace(family="head")
    with paper.table(
        rows,
        col_widths=grid.widths,
        width=sum(grid.widths),
        line_height=5.3,
        first_row_as_headings=bool(grid.heads),
        headings_style=head,
        wrapmode=WrapMode.CHAR,
        align="L",
        num_heading_rows=1 if grid.heads else 0,
    ):
        pass
