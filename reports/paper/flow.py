"""The text part of a paper: paragraphs on the grid, headings that stay with them, pages that number themselves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import ceil, floor

from reports.paper.placing import Align
from reports.paper.references import Spot, spots_of
from reports.paper.shape import PORTRAIT, Shape
from reports.paper.sheet import GRID_MM, Furniture, Link, Sheet
from reports.paper.styles import BODY, MM, PART, SECTION, Style
from reports.paper.tags import MOST_SHEETS, Node
from reports.paper.typesetter import Line, Run, Setting, Typesetter

INDENT = 2
_ROUNDING = 0.01
_LEAST_LINES = 2
_UNDIVIDED = 3
"""A paragraph of so many lines is not divided: one of them would stand alone."""
_BAR_FROM_AREA = 2.0
_AFTER_FLOAT = 1.2


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as contents and outline know it; level 0 is a part, 1 a section, 2 an annex."""

    level: int
    title: str
    number: int
    place: str


@dataclass(frozen=True, slots=True)
class _Heading:
    lines: tuple[Line, ...]
    style: Style
    level: int
    title: str
    place: str


def prose_setting(shape: Shape) -> Setting:
    """Say how the paragraphs of the text part fill a shape: justified, two characters in."""
    return Setting(shape.area_width * MM, Align.JUSTIFIED, INDENT * BODY.em)


@dataclass
class Flow:
    """Fills sheets from top to bottom; lengths in millimetres, `y` is where the next thing goes.

    A paper too long to be tagged is sealed page by page, so that it takes little room however long it grows.
    """

    typesetter: Typesetter
    furniture: Furniture | None
    is_duplex: bool = False
    shape: Shape = PORTRAIT
    sheets: list[Sheet] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    y: float = 0.0
    _waiting: list[_Heading] = field(default_factory=list)
    _furnished: int = 0

    @property
    def sheet(self) -> Sheet:
        """Give the sheet being filled, the first one when there is none."""
        if not self.sheets:
            self.new_page()
        return self.sheets[-1]

    @property
    def number(self) -> int:
        """Give the number of the page being filled."""
        return len(self.sheets)

    @property
    def left(self) -> float:
        """Give the left edge of the type area: the binding edge changes sides when duplex."""
        return self.sheet.left

    @property
    def top(self) -> float:
        """Give the upper edge of the type area, which changes sides with the binding edge where content is turned."""
        return self.sheet.top

    @property
    def room(self) -> float:
        """Give what is left of the page."""
        return self.sheet.bottom - self.y

    def turn(self, shape: Shape) -> None:
        """Go on with pages of another shape, from a fresh page on.

        `flow.turn(TURNED)` lays what follows on lying pages, 225 by 156, that are bound upright; their numbers keep
        their place. `flow.turn(PORTRAIT)` goes back to text. A paper that lies itself begins with `Flow(..., shape=
        LANDSCAPE)`. Use `flow.left`, `flow.top`, `flow.shape.area_width` and `flow.line_top(n)` instead of constants.
        """
        self._set_waiting()
        self.shape = shape
        if self.sheets and self.sheet.shape != shape and self.is_fresh:
            self.sheets.pop()
            self.new_page()
        elif self.sheets:
            self.fresh_page()

    @property
    def is_fresh(self) -> bool:
        """Say whether nothing stands on the page yet."""
        return self.y <= self.top + _ROUNDING and not self.sheet.strokes

    def line_top(self, number: float) -> float:
        """Give the top of the n-th grid line of this page's type area, counted from 1."""
        return self.top + (number - 1) * GRID_MM

    def new_page(self) -> None:
        """Go on at the top of a fresh page."""
        number = len(self.sheets) + 1
        if number > MOST_SHEETS:
            self._seal()
        binding = self.shape.binding(number, is_duplex=self.is_duplex)
        self.sheets.append(Sheet(binding, str(number), self.shape, is_tagged=number <= MOST_SHEETS))
        self.y = self.top

    def finish(self) -> list[Sheet]:
        """Close the last page and put numbers and marks at the feet of all, after their text."""
        self._set_waiting()
        self._furnish()
        return self.sheets

    def _seal(self) -> None:
        """Pack the pages filled so far; nothing is drawn on them any more."""
        first = self._furnished
        self._furnish()
        for sheet in self.sheets[first:]:
            sheet.seal()

    def _furnish(self) -> None:
        for number in range(self._furnished, len(self.sheets)):
            if self.furniture is not None:
                self.furniture.draw(self.sheets[number], number + 1, self.typesetter)
        self._furnished = len(self.sheets)

    def fresh_page(self) -> None:
        """Start a page unless one has just been started."""
        self._set_waiting()
        if not self.sheets or self.y > self.top + _ROUNDING or self.sheet.shape != self.shape:
            self.new_page()

    def snap(self) -> None:
        """Return to the grid after a table or figure, with some white between."""
        lines = (self.y - self.top) / GRID_MM
        if abs(lines - round(lines)) > _ROUNDING:
            self.y = self.top + ceil((self.y + _AFTER_FLOAT - self.top) / GRID_MM - _ROUNDING) * GRID_MM

    def part(self, title: str, place: str) -> None:
        """Announce a part; it is set together with what follows it."""
        self._announce(title, PART, 0, place)

    def section(self, title: str, place: str) -> None:
        """Announce a section within a part."""
        self._announce(title, SECTION, 1, place)

    def subheading(self, title: str) -> None:
        """Announce a heading of the second level that stands in the text only, not in contents and outline."""
        self._announce(title, SECTION, 1, "")

    def note_place(self, level: int, title: str, place: str) -> None:
        """Enter a heading that stands elsewhere, such as a table's section row, into contents and outline."""
        self.entries.append(Entry(level, title, self.number, place))

    def paragraph(self, runs: Iterable[Run], *, is_draft: bool = False) -> None:
        """Set a paragraph of the text part, justified, two characters in."""
        self._place_lines(self.typesetter.runs(runs, prose_setting(self.shape)), is_draft=is_draft)

    def make_room(self, height: float) -> None:
        """See that headings still waiting and `height` more fit on this page, and set the headings."""
        waiting = sum(len(heading.lines) for heading in self._waiting) * GRID_MM
        if self._waiting:
            self.snap()
        if not self.sheets or waiting + height > self.room + _ROUNDING:
            self.new_page()
        self._set_waiting()

    def keep(self, height: float, draw: Callable[[Sheet, float, float], None], alt: str = "") -> None:
        """Draw something that must stay in one piece; `alt` names a figure for those who cannot see it."""
        self.make_room(height)
        start = len(self.sheet.strokes)
        draw(self.sheet, self.left, self.y)
        if alt:
            self.sheet.tag(Node("Figure", alt), start)
        self.y += height

    def _announce(self, title: str, style: Style, level: int, place: str) -> None:
        setting = Setting(self.shape.area_width * MM - INDENT * style.em)
        self._waiting.append(_Heading(self.typesetter.text(title, style, setting), style, level, title, place))

    def _set_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for heading in waiting:
            self.snap()
            if self.room < GRID_MM * len(heading.lines) - _ROUNDING:
                self.new_page()
            if heading.place:
                self.sheet.places.append((heading.place, self.y))
                self.entries.append(Entry(heading.level, heading.title, self.number, heading.place))
            x = self.left + INDENT * heading.style.em / MM
            start = len(self.sheet.strokes)
            self.sheet.put_all(heading.lines, heading.style, x, self.y)
            self.sheet.tag(Node(f"H{heading.level + 1}"), start)
            self.y += GRID_MM * len(heading.lines)

    def _place_lines(self, lines: tuple[Line, ...], *, is_draft: bool) -> None:
        self.make_room(GRID_MM * (len(lines) if len(lines) <= _UNDIVIDED else _LEAST_LINES))
        self.snap()
        start, spots, node = 0, spots_of(lines), Node("P")
        while start < len(lines):
            count = self._lines_here(len(lines) - start, is_start=start == 0)
            here = slice(start, start + count)
            first_stroke = len(self.sheet.strokes)
            self._draw_lines(lines[here], spots[here], is_first=start == 0)
            if is_draft and count:
                self._draw_draft_bar(count)
            (self.sheet.mark if start else self.sheet.tag)(node, first_stroke)
            start += count
            if start < len(lines):
                self.new_page()

    def _lines_here(self, left: int, *, is_start: bool) -> int:
        """Count the lines that go onto this page, never only the first or the last of three or more."""
        room = floor(self.room / GRID_MM + _ROUNDING)
        if left <= room:
            return left
        if left - room < _LEAST_LINES and left > _LEAST_LINES:
            room = left - _LEAST_LINES
        return 0 if is_start and room < _LEAST_LINES and left > _LEAST_LINES else max(room, 0)

    def _draw_lines(self, lines: tuple[Line, ...], spots: list[list[Spot]], *, is_first: bool) -> None:
        for number, (line, own) in enumerate(zip(lines, spots, strict=True)):
            left = self.left + (INDENT * BODY.em / MM if is_first and not number else 0.0)
            self.sheet.put(line, BODY, left, self.y)
            self.sheet.links += [Link(left + x / MM, self.y, width / MM, GRID_MM, to) for x, width, to in own]
            self.y += GRID_MM

    def _draw_draft_bar(self, count: int) -> None:
        """Draw a bar beside the lines just set, which nobody has edited yet."""
        bar = self.left - _BAR_FROM_AREA
        self.sheet.rule(bar, self.y - count * GRID_MM + 1, bar, self.y - 1, 0.75)
