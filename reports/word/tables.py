"""Tables of fixed widths: heads repeated on every page, rows kept whole where they fit a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.word.elements import el, twips
from reports.word.paragraphs import text
from reports.word.styles import TABLE, TABLE_HEAD, Style
from reports.wording import say

FRAME, UNDER_HEAD, INNER = 8, 6, 4
"""Line weights in eighths of a point: 1, 0.75 and 0.5 (paper.md section 1)."""

SECTION_GREY, CLAUSE_GREY = "EDEDED", "F6F6F6"
_STYLED = re.compile(r"(<w:pStyle [^>]*/>)")
_LONGEST_WHOLE, _A_LINE = 700, 16
"""A row of more characters may be parted between pages; a line break counts as a line of so many."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns: its paragraphs, and how much text they are."""

    content: str
    span: int = 1
    length: int = 0
    grey: str = ""
    is_middle: bool = False
    borders: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells, at least `height` millimetres high."""

    cells: tuple[Cell, ...]
    height: float = 0
    is_head: bool = False

    @property
    def is_whole(self) -> bool:
        """Say whether it surely fits a page, so that it may be kept from being parted."""
        return sum(cell.length for cell in self.cells) < _LONGEST_WHOLE


@dataclass(frozen=True, slots=True)
class Form:
    """A table's columns and the room around its text in millimetres, its lines in eighths of a point."""

    columns: tuple[float, ...]
    pad_x: float = 1.5
    pad_y: float = 1.3
    frame: int = FRAME
    inner: int = INNER
    left: float = 0
    least_height: float = 0

    @property
    def width(self) -> float:
        """Give the whole width."""
        return sum(self.columns)


def cell(words: str, style: Style = TABLE, align: str = "", *, span: int = 1) -> Cell:
    """Give a cell of one text, in the middle of its height."""
    length = len(words) + _A_LINE * words.count("\n")
    return Cell(text(style, words, align=align), span, length, is_middle=True)


def top(one: Cell) -> Cell:
    """Set a cell's text at its top."""
    return replace(one, is_middle=False)


def row(*cells: Cell, height: float = 0) -> Line:
    """Give a row."""
    return Line(cells, height)


def head(words: Iterable[str], style: Style = TABLE_HEAD) -> Line:
    """Give a head, repeated on every page."""
    under = el("tcBorders", el("bottom", val="single", sz=UNDER_HEAD, space=0, color="000000"))
    return Line(tuple(replace(cell(word, style), borders=under) for word in words), is_head=True)


def grey(one: Line, shade: str) -> Line:
    """Lay a row on grey and keep the next one with it."""
    return replace(one, cells=tuple(replace(part, grey=shade) for part in one.cells))


def table(form: Form, lines: Sequence[Line]) -> str:
    """Give a table; one without rows under its head says 无."""
    rows = [*lines]
    if rows and rows[-1].is_head:
        rows.append(row(cell(say("label.none"), TABLE, "center", span=len(form.columns))))
    grid = el("tblGrid", *(el("gridCol", w=twips(width)) for width in form.columns))
    return el("tbl", _properties(form), grid, *(_line(form, one) for one in rows))


def one_piece(xml: str) -> str:
    """Keep all rows of a table on one page with what follows it."""
    return _STYLED.sub(r"\1<w:keepNext/>", xml)


def closing_kept(xml: str, rows: int = 4) -> str:
    """Keep the last rows of a table together with what follows it."""
    start = len(xml)
    for _ in range(rows):
        start = max(xml.rfind("<w:tr>", 0, start), 0)
    return xml[:start] + one_piece(xml[start:])


def nothing_between(form: Form) -> Form:
    """Take the lines away."""
    return replace(form, frame=0, inner=0)


def _properties(form: Form) -> str:
    sides = (("top", form.frame), ("left", form.frame), ("bottom", form.frame), ("right", form.frame))
    lines = (*sides, ("insideH", form.inner), ("insideV", form.inner))
    margins = (("top", form.pad_y), ("left", form.pad_x), ("bottom", form.pad_y), ("right", form.pad_x))
    return el(
        "tblPr",
        el("tblW", w=sum(map(twips, form.columns)), type="dxa"),
        el("tblInd", w=twips(form.left), type="dxa"),
        el("tblBorders", *(_border(side, weight) for side, weight in lines)),
        el("tblLayout", type="fixed"),
        el("tblCellMar", *(el(side, w=twips(width), type="dxa") for side, width in margins)),
    )


def _border(side: str, weight: int) -> str:
    if not weight:
        return el(side, val="nil")
    return el(side, val="single", sz=weight, space=0, color="000000")


def _line(form: Form, one: Line) -> str:
    height = max(one.height, form.least_height)
    said = (
        (one.is_whole, el("cantSplit")),
        (height > 0, el("trHeight", val=twips(height), hRule="atLeast")),
        (one.is_head, el("tblHeader")),
    )
    properties = "".join(xml for is_said, xml in said if is_said)
    return el("tr", el("trPr", properties) if properties else "", *_cells(form, one))


def _cells(form: Form, one: Line) -> Iterable[str]:
    start = 0
    for part in one.cells:
        width = sum(map(twips, form.columns[start : start + part.span]))
        start += part.span
        said = (
            (True, el("tcW", w=width, type="dxa")),
            (part.span > 1, el("gridSpan", val=part.span)),
            (bool(part.borders), part.borders),
            (bool(part.grey), el("shd", val="clear", color="auto", fill=part.grey)),
            (part.is_middle, el("vAlign", val="center")),
        )
        yield el("tc", el("tcPr", *(xml for is_said, xml in said if is_said)), part.content)
