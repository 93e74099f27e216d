"""Rows of a table: cells whose text is set once, how high they are, and how a row too high for a page is cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from math import floor
from typing import NamedTuple

from reports.paper.placing import Align
from reports.paper.sheet import Link, Sheet
from reports.paper.styles import MM, Style
from reports.paper.tags import Node
from reports.paper.typesetter import Line, Setting, Typesetter

Paint = Callable[[Sheet, float, float, float, float], None]
"""Draws into a cell: the sheet, then x, y, width and height in millimetres."""

_LEAST_LINES = 2
_ROUNDING = 0.001


class RowKind(Enum):
    """What a row is to its table."""

    HEAD = "head"
    SECTION = "section"
    CLAUSE = "clause"
    PLAIN = "plain"
    FIGURE = "figure"

    @property
    def grey(self) -> float | None:
        """Give the shade behind the row, 1 being white; it carries no meaning of its own."""
        return {RowKind.SECTION: 0.93, RowKind.CLAUSE: 0.965}.get(self)

    @property
    def keeps_next(self) -> bool:
        """Say whether the row may not stand last on a page."""
        return self in (RowKind.SECTION, RowKind.CLAUSE)


class Text(NamedTuple):
    """What goes into a cell; `is_middle` centres it upright, `has_rule` draws the rule on its left."""

    text: str
    style: Style
    align: Align = Align.LEFT
    span: int = 1
    is_middle: bool = False
    has_rule: bool = True
    paint: Paint | None = None
    link: str = ""


class Cell(NamedTuple):
    """A cell with its text set; x and width in millimetres."""

    lines: tuple[Line, ...]
    x: float
    width: float
    source: Text

    @property
    def text_height(self) -> float:
        """Give the height of its lines."""
        return len(self.lines) * self.source.style.lead / MM


@dataclass(frozen=True, slots=True)
class Form:
    """The shape that a table's rows share, in millimetres."""

    columns: tuple[float, ...]
    pad_x: float = 1.5
    pad_y: float = 1.3
    least_height: float = 7.0

    @property
    def width(self) -> float:
        """Add up the columns."""
        return sum(self.columns)


class Row(NamedTuple):
    """A finished row; `again` gives what its first cell says where a cut row goes on."""

    cells: tuple[Cell, ...]
    height: float
    kind: RowKind
    pad_x: float
    pad_y: float
    again: Callable[[], tuple[Line, ...]] | None = None
    place: str = ""

    def cut(self, room: float) -> "tuple[Row, Row] | None":
        """Cut the row so that its first part is at most `room` high, two lines at least on each side."""
        counts = [self._lines_within(cell, room) for cell in self.cells]
        if all(count >= len(cell.lines) for count, cell in zip(counts, self.cells, strict=True)):
            return None
        if max(counts) < _LEAST_LINES:
            return None
        upper = tuple(c._replace(lines=c.lines[:n]) for c, n in zip(self.cells, counts, strict=True))
        lower = tuple(self._rest(cell, n) for cell, n in zip(self.cells, counts, strict=True))
        first = lower[0]._replace(lines=self.again()) if self.again is not None else lower[0]
        return self._part(upper), self._part((first, *lower[1:]))._replace(place="")

    def draw(self, sheet: Sheet, x: float, y: float, node: Node | None = None) -> None:
        """Draw the row's shade, rules between cells, text and marks; `node` is its place in the structure."""
        if self.kind.grey is not None:
            sheet.shade(x, y, sum(cell.width for cell in self.cells), self.height, self.kind.grey)
        if self.place:
            sheet.places.append((self.place, y))
        ruled = [x + cell.x for cell in self.cells[1:] if cell.source.has_rule]
        sheet.columns(ruled, y, y + self.height)
        for cell in self.cells:
            left = x + cell.x
            start = len(sheet.strokes)
            if cell.source.paint is not None:
                cell.source.paint(sheet, left, y, cell.width, self.height)
            if cell.source.link:
                sheet.links.append(Link(left, y, cell.width, self.height, cell.source.link))
            top = y + ((self.height - cell.text_height) / 2 if cell.source.is_middle else self.pad_y)
            sheet.put_all(cell.lines, cell.source.style, left + self.pad_x, top)
            if node is not None:
                sheet.mark(node.inside("TH" if self.kind is RowKind.HEAD else "TD", cell.source.span), start)

    def _lines_within(self, cell: Cell, room: float) -> int:
        fitting = floor((room - 2 * self.pad_y) * MM / cell.source.style.lead + _ROUNDING)
        if fitting >= len(cell.lines):
            return len(cell.lines)
        return max(0, min(fitting, len(cell.lines) - _LEAST_LINES))

    def _rest(self, cell: Cell, count: int) -> Cell:
        return cell._replace(lines=cell.lines[count:], source=cell.source._replace(paint=None))

    def _part(self, cells: tuple[Cell, ...]) -> "Row":
        height = max(cell.text_height for cell in cells) + 2 * self.pad_y
        return self._replace(cells=cells, height=height)


@dataclass(frozen=True)
class RowMaker:
    """Sets the cells of one table's rows."""

    typesetter: Typesetter
    form: Form
    edges: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        edges = [0.0]
        for width in self.form.columns:
            edges.append(edges[-1] + width)
        object.__setattr__(self, "edges", tuple(edges))

    def row(
        self,
        texts: Sequence[Text],
        kind: RowKind = RowKind.PLAIN,
        height: float = 0.0,
        again: Text | None = None,
        place: str = "",
    ) -> Row:
        """Set a row that is at least `height` high (or the form's least)."""
        cells, column = [], 0
        for text in texts:
            cells.append(self._cell(text, column))
            column += text.span
        needed = max(cell.text_height + 2 * self.form.pad_y for cell in cells)
        repeated = partial(self._lines, again, 0) if again is not None else None
        return Row(
            tuple(cells),
            max(needed, height or self.form.least_height),
            kind,
            self.form.pad_x,
            self.form.pad_y,
            repeated,
            place,
        )

    def head(self, names: Sequence[str], style: Style) -> Row:
        """Set the head row, every name centred."""
        return self.row([Text(name, style, Align.CENTRE, is_middle=True) for name in names], RowKind.HEAD)

    def _cell(self, text: Text, column: int) -> Cell:
        left, right = self.edges[column], self.edges[column + text.span]
        return Cell(self._lines(text, column) if text.text else (), left, right - left, text)

    def _lines(self, text: Text, column: int) -> tuple[Line, ...]:
        inner = (self.edges[column + text.span] - self.edges[column] - 2 * self.form.pad_x) * MM
        return self.typesetter.text(text.text, text.style, Setting(inner, text.align))
