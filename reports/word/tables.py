"""Tables of fixed widths: heads repeated on every page, rows kept whole where they fit a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.word.elements import el, twips
from reports.word.paragraphs import text
from reports.word.parting import is_stiff, parted
from reports.word.styles import SMALL, TABLE, TABLE_HEAD, Style
from reports.wording import say

FRAME, UNDER_HEAD, INNER = 8, 6, 4
"""Line weights in eighths of a point: 1, 0.75 and 0.5 (paper.md section 1)."""

SECTION_GREY, CLAUSE_GREY = "EDEDED", "F6F6F6"
_STYLED = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")
_HAN = 3.71
"""Millimetres that a character of 10.5 points takes."""
PORTRAIT_LINES, LANDSCAPE_LINES = 36, 23
"""A row of more lines may be parted between pages: with the head it might not fit one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns: its paragraphs, how much text they are, and what goes on in rows below."""

    content: str
    span: int = 1
    length: int = 0
    grey: str = ""
    is_middle: bool = False
    borders: str = ""
    breaks: int = 0
    rest: tuple["Cell", ...] = ()

    def lines(self, width: float) -> float:
        """Say about how many lines it takes, so many millimetres wide."""
        return self.breaks + max(self.length * _HAN / max(width, _HAN), 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells, at least `height` millimetres high, that may stay on one page with the next."""

    cells: tuple[Cell, ...]
    height: float = 0
    is_head: bool = False
    keeps_next: bool = False


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
    most_lines: int = PORTRAIT_LINES

    @property
    def width(self) -> float:
        """Give the whole width."""
        return sum(self.columns)

    def is_whole(self, one: Line) -> bool:
        """Say whether a row surely fits a page, so that it may be kept from being parted."""
        widths = (sum(self.columns[start:end]) - 2 * self.pad_x for start, end in _places(one))
        return all(cell.lines(width) < self.most_lines for cell, width in zip(one.cells, widths, strict=True))


def cell(words: str, style: Style = TABLE, align: str = "", *, span: int = 1) -> Cell:
    """Give a cell of one text, in the middle of its height."""
    place = "left" if align == "both" and is_stiff(words) else align
    one, *rest = (_piece(part, style, place, span) for part in parted(words))
    return replace(one, rest=tuple(rest))


def _piece(words: str, style: Style, align: str, span: int) -> Cell:
    content = text(style, words, align=align)
    return Cell(content, span, len(words), is_middle=True, breaks=words.count("\n"))


def top(one: Cell) -> Cell:
    """Set a cell's text at its top."""
    return replace(one, is_middle=False, rest=tuple(map(top, one.rest)))


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


def joined(one: Line) -> Line:
    """Take the lines between a row's cells away."""
    last = len(one.cells) - 1
    cells = []
    for place, part in enumerate(one.cells):
        sides = [side for side, is_open in (("left", place > 0), ("right", place < last)) if is_open]
        cells.append(replace(part, borders=el("tcBorders", *(_border(side, 0) for side in sides))))
    return replace(one, cells=tuple(cells))


def together(lines: Sequence[Line]) -> Iterator[Line]:
    """Keep rows that belong together on one page, with dashed lines between them."""
    last = len(lines) - 1
    for place, one in enumerate(lines):
        sides = [side for side, is_within in (("top", place > 0), ("bottom", place < last)) if is_within]
        dashes = (el(side, val="dashSmallGap", sz=INNER, space=0, color="000000") for side in sides)
        borders = el("tcBorders", *dashes) if sides else ""
        cells = tuple(replace(part, borders=borders) for part in one.cells)
        yield replace(one, cells=cells, keeps_next=place < last)


def table(form: Form, lines: Sequence[Line]) -> str:
    """Give a table; one without rows under its head says 无."""
    rows = [*lines]
    if rows and rows[-1].is_head:
        rows.append(row(cell(say("label.none"), TABLE, "center", span=len(form.columns))))
    grid = el("tblGrid", *(el("gridCol", w=twips(width)) for width in form.columns))
    return el("tbl", _properties(form), grid, *(_line(form, part) for one in rows for part in _parts(one)))


def closing(lines: Sequence[Line], *, with_note: bool = False) -> list[Line]:
    """Keep the last row from standing alone on a page, and with the note that follows."""
    kept = {len(lines) - 2, len(lines) - 1 if with_note else -1}
    return [replace(one, keeps_next=True) if place in kept else one for place, one in enumerate(lines)]


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


def _parts(one: Line) -> Iterator[Line]:
    """Give a row whose text goes on for pages as rows without a line between them."""
    count = 1 + max((len(cell.rest) for cell in one.cells), default=0)
    if count == 1:
        yield one
        return
    for number in range(count):
        open_sides = [side for side, is_open in (("top", number > 0), ("bottom", number < count - 1)) if is_open]
        borders = el("tcBorders", *(el(side, val="nil") for side in open_sides))
        cells = (replace(_part(cell, number, place), borders=borders) for place, cell in enumerate(one.cells))
        yield Line(tuple(cells), one.height if number == 0 else 0)


def _part(one: Cell, number: int, place: int) -> Cell:
    """Give a piece of a cell; the first cell says that the row goes on."""
    if number == 0:
        return replace(one, is_middle=False)
    if number <= len(one.rest):
        return replace(one.rest[number - 1], is_middle=False)
    return Cell(text(SMALL, "" if place else say("label.goes_on"), align="center"), one.span)


def _places(one: Line) -> Iterator[tuple[int, int]]:
    """Give the columns that each cell spans."""
    start = 0
    for cell in one.cells:
        yield start, start + cell.span
        start += cell.span


def _line(form: Form, one: Line) -> str:
    height, is_whole = max(one.height, form.least_height), form.is_whole(one)
    said = (
        (is_whole, el("cantSplit")),
        (height > 0, el("trHeight", val=twips(height), hRule="atLeast")),
        (one.is_head, el("tblHeader")),
    )
    properties = "".join(xml for is_said, xml in said if is_said)
    content = "".join(_cells(form, one))
    kept = one_piece(content) if one.keeps_next and is_whole else content
    return el("tr", el("trPr", properties) if properties else "", kept)


def _cells(form: Form, one: Line) -> Iterator[str]:
    for part, (start, end) in zip(one.cells, _places(one), strict=True):
        width = sum(map(twips, form.columns[start:end]))
        said = (
            (True, el("tcW", w=width, type="dxa")),
            (part.span > 1, el("gridSpan", val=part.span)),
            (bool(part.borders), part.borders),
            (bool(part.grey), el("shd", val="clear", color="auto", fill=part.grey)),
            (part.is_middle, el("vAlign", val="center")),
        )
        yield el("tc", el("tcPr", *(xml for is_said, xml in said if is_said)), part.content)
