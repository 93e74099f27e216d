"""One sheet of a paper: its geometry after GB/T 9704-2012, and strokes in millimetres from its top left corner."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import pi, tan

from reports.paper.pictures import Picture
from reports.paper.shape import AREA_HEIGHT as AREA_HEIGHT
from reports.paper.shape import AREA_WIDTH as AREA_WIDTH
from reports.paper.shape import BOTTOM as BOTTOM
from reports.paper.shape import HEIGHT as HEIGHT
from reports.paper.shape import INNER as INNER
from reports.paper.shape import OUTER as OUTER
from reports.paper.shape import PORTRAIT, Shape
from reports.paper.shape import TOP as TOP
from reports.paper.shape import WIDTH as WIDTH
from reports.paper.streams import Stream
from reports.paper.styles import GRID, MM, PAGE_NUMBER, SMALL, Style
from reports.paper.tags import Node, Structure
from reports.paper.typesetter import Line, Typesetter
from reports.wording import say

GRID_MM = GRID / MM

_DASHES_DROP = 7.0
_CURVE = 4 / 3 * tan(pi / 8)


def line_top(number: float) -> float:
    """Give the top of the n-th grid line of the type area, counted from 1."""
    return TOP + (number - 1) * GRID_MM


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle in millimetres that leads to a named place."""

    x: float
    y: float
    width: float
    height: float
    to: str


@dataclass(slots=True)
class Sheet:
    """What stands on one side of a sheet; `label` is its printed number, empty on covers and blank backs.

    Lengths are millimetres as one reads the page; `feet` holds what stands upright on the paper even where the
    content is turned, `binding` the paper's left margin.
    """

    binding: float = INNER
    label: str = ""
    shape: Shape = PORTRAIT
    strokes: list[str] = field(default_factory=list)
    feet: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[tuple[str, float]] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    marks: list[tuple[int, int, Node]] = field(default_factory=list)
    nodes: list[tuple[int, Node]] = field(default_factory=list)
    is_tagged: bool = True
    sealed: Stream | None = None

    @property
    def left(self) -> float:
        """Give the left edge of the type area."""
        return self.shape.inner if self.shape.is_turned else self.binding

    @property
    def top(self) -> float:
        """Give the upper edge of the type area."""
        return self.binding if self.shape.is_turned else self.shape.top

    @property
    def bottom(self) -> float:
        """Give the lower edge of the type area."""
        return self.top + self.shape.area_height

    def up(self, y: float) -> float:
        """Turn a height into points from the foot of the page, as PDF counts."""
        return (self.shape.height - y) * MM

    def corner(self, y: float) -> tuple[float, float]:
        """Give the left end of a height, in points on the paper."""
        return (y * MM, 0.0) if self.shape.is_turned else (0.0, self.up(y))

    def box(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        """Give a rectangle as PDF has it, in points on the paper: left, bottom, right, top."""
        if self.shape.is_turned:
            return y * MM, x * MM, (y + height) * MM, (x + width) * MM
        return x * MM, self.up(y + height), (x + width) * MM, self.up(y)

    def tag(self, node: Node, start: int) -> Node:
        """Name what was drawn since `start` strokes: an element of the document's structure, at its own level."""
        if self.is_tagged:
            self.nodes.append((start, node))
            self.mark(node, start)
        return node

    def mark(self, node: Node, start: int) -> None:
        """Add what was drawn since `start` strokes to an element that has its place already."""
        if self.is_tagged and len(self.strokes) > start:
            self.marks.append((start, len(self.strokes), node))

    def operators(self, structure: Structure | None = None) -> str:
        """Give all that is drawn; turned content stands on its side, 90° anticlockwise."""
        strokes, feet = structure.marked(self) if structure is not None else (self.strokes, self.feet)
        drawn = "\n".join(strokes)
        if self.shape.is_turned:
            drawn = f"q 0 1 -1 0 {self.shape.height * MM:.3f} 0 cm\n{drawn}\nQ"
        return "\n".join([drawn, *feet])

    def seal(self) -> None:
        """Pack what is drawn, for good: a sealed sheet takes a tenth of the room, and no tags."""
        self.sealed = Stream(self.operators().encode("ascii"))
        self.strokes, self.feet = [], []

    def put(self, line: Line, style: Style, x: float, y: float) -> None:
        """Set a finished line with the top of its line box at `y`."""
        if line.operators:
            self.strokes.append(f"BT 1 0 0 1 {x * MM:.3f} {self.up(y) - style.baseline:.3f} Tm {line.operators} ET")

    def put_all(self, lines: Iterable[Line], style: Style, x: float, y: float) -> float:
        """Set lines one under the other and give the y below them."""
        shown = [line.operators for line in lines]
        if any(shown):
            between = f" 0 {-style.lead:.3f} Td "
            first = f"BT 1 0 0 1 {x * MM:.3f} {self.up(y) - style.baseline:.3f} Tm "
            self.strokes.append(f"{first}{between.join(shown)} ET")
        return y + len(shown) * style.lead / MM

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.5, dash: str = "") -> None:
        """Draw a line; `dash` is a PDF dash array such as `2 1.5`."""
        line = f"{weight:g} w {x1 * MM:.3f} {self.up(y1):.3f} m {x2 * MM:.3f} {self.up(y2):.3f} l S"
        self.strokes.append(f"[{dash}] 0 d {line} [] 0 d" if dash else line)

    def columns(self, edges: Iterable[float], y1: float, y2: float) -> None:
        """Draw the rules between columns, from one height to another."""
        top, bottom = f"{self.up(y1):.3f}", f"{self.up(y2):.3f}"
        rules = [f"{x * MM:.3f} {top} m {x * MM:.3f} {bottom} l" for x in edges]
        if rules:
            self.strokes.append(f"0.5 w {' '.join(rules)} S")

    def frame(self, x: float, y: float, width: float, height: float, weight: float = 0.5) -> None:
        """Draw the outline of a rectangle."""
        self.strokes.append(f"{weight:g} w {self._rectangle(x, y, width, height)} S")

    def shade(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle; `grey` is 0 for black, 1 for white."""
        self.strokes.append(f"{grey:g} g {self._rectangle(x, y, width, height)} f 0 g")

    def circle(self, x: float, y: float, radius: float, paint: str = "S", weight: float = 0.75, dash: str = "") -> None:
        """Draw a circle about a centre; `paint` is the PDF operator S (outline), f (filled) or B (both)."""
        dashed = f"[{dash}] 0 d " if dash else ""
        place = f"1 0 0 1 {x * MM:.3f} {self.up(y):.3f} cm"
        self.strokes.append(f"q {dashed}{weight:g} w {place} {_circle(radius * MM)} {paint} Q")

    def put_picture(self, picture: Picture, x: float, y: float, width: float, height: float, alt: str = "") -> None:
        """Draw a picture into a rectangle, `alt` saying what it shows; one drawn often is in the file once."""
        self.pictures[picture.name] = picture
        box = f"{width * MM:.3f} 0 0 {height * MM:.3f} {x * MM:.3f} {self.up(y + height):.3f} cm"
        self.strokes.append(f"q {box} /FormXob.{picture.name} Do Q")
        self.tag(Node("Figure", alt or say("picture.unnamed")), len(self.strokes) - 1)

    def path(self, operators: str) -> None:
        """Add raw path operators in points from the bottom left corner."""
        self.strokes.append(operators)

    def _rectangle(self, x: float, y: float, width: float, height: float) -> str:
        return f"{x * MM:.3f} {self.up(y + height):.3f} {width * MM:.3f} {height * MM:.3f} re"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every numbered page carries at its foot: the page's number and, opposite, the edition's mark."""

    mark: str = ""

    def draw(self, sheet: Sheet, number: int, typesetter: Typesetter) -> None:
        """Draw number and mark: dashes 7 mm under the area, odd pages right, even pages left (GB/T 9704-2012, 7.5)."""
        if not sheet.label:
            return
        figures, dash = typesetter.line(sheet.label, PAGE_NUMBER), typesetter.line("—", PAGE_NUMBER)
        step, size = 3.5, PAGE_NUMBER.size
        total = 2 * (size + step) + figures.width
        is_odd = number % 2 == 1
        foot = sheet.shape.foot
        x = (sheet.binding + foot.area_width) * MM - size - total if is_odd else sheet.binding * MM + size
        middle = (foot.height - foot.top - foot.area_height - _DASHES_DROP) * MM
        for offset, line, drop in ((0, dash, 0.345), (size + step, figures, 0.33), (total - size, dash, 0.345)):
            slack = (size - dash.width) / 2 if line is dash else 0
            _put_at(sheet, line, x + offset + slack, middle - drop * size)
        self._draw_mark(sheet, typesetter, middle - 0.33 * size + 0.4, is_right=not is_odd)

    def _draw_mark(self, sheet: Sheet, typesetter: Typesetter, base: float, *, is_right: bool) -> None:
        if self.mark:
            line = typesetter.line(self.mark, SMALL)
            right = (sheet.binding + sheet.shape.foot.area_width) * MM
            x = right - line.width if is_right else sheet.binding * MM
            _put_at(sheet, line, x, base)


def put_text(
    sheet: Sheet, typesetter: Typesetter, text: str, style: Style, place: tuple[float, float, float], align: float = 0.0
) -> float:
    """Set one line in a place of (x, y, width); `align` is 0 left, 0.5 centred, 1 right; gives its width in mm."""
    line = typesetter.line(text, style)
    x, y, width = place
    sheet.put(line, style, x + (width - line.width / MM) * align, y)
    return line.width / MM


def _put_at(sheet: Sheet, line: Line, x: float, baseline: float) -> None:
    sheet.feet.append(f"BT 1 0 0 1 {x:.3f} {baseline:.3f} Tm {line.operators} ET")


@lru_cache
def _circle(r: float) -> str:
    """Give the path of a circle about the origin, all lengths in points."""
    k = r * _CURVE
    return (
        f"{r:.3f} 0 m {r:.3f} {k:.3f} {k:.3f} {r:.3f} 0 {r:.3f} c {-k:.3f} {r:.3f} {-r:.3f} {k:.3f} {-r:.3f} 0 c "
        f"{-r:.3f} {-k:.3f} {-k:.3f} {-r:.3f} 0 {-r:.3f} c {k:.3f} {-r:.3f} {r:.3f} {-k:.3f} {r:.3f} 0 c h"
    )
