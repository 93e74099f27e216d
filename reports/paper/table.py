"""A table over as many pages as it takes: heads repeated, rows cut only where they must be (paper.md section 7)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from reports.paper.flow import Flow
from reports.paper.rows import Row, RowKind
from reports.paper.sheet import GRID_MM, Sheet, put_text
from reports.paper.styles import CAPTION, SMALL
from reports.paper.tags import ARTIFACT, Node

_CAPTION_HEIGHT = 6.6
_FIGURE_DASH = "2 1.5"
_ROUNDING = 0.001
_LEAST_PART = 14.0
"""A cut row leaves at least this much of itself on a page."""

Foot = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are asked for once, as their pages come.

    `again` names a table without a caption where it begins a page. `foot` is drawn under each of its pages,
    `weight` is that of its frame; below its last row stays `after_height`.
    """

    head: Row | None
    rows: Iterable[Row]
    width: float
    caption: str = ""
    remark: str = ""
    continued: str = ""
    again: str = ""
    gap: float = 0.0
    foot: Foot | None = None
    foot_height: float = 0.0
    after_height: float = 0.0
    weight: float = 1.0
    on_row: Callable[[Row], None] | None = None


def lay_table(flow: Flow, table: Table) -> None:
    """Set a table into the flow."""
    groups = _groups(table.rows)
    first, second = next(groups, []), next(groups, None)
    below = table.foot_height + (table.after_height if second is None else 0.0)
    flow.make_room(table.gap + _opening_height(table) + _least_start(first, table, flow.shape.area_height) + below)
    if flow.y > flow.top + _ROUNDING:
        flow.y += table.gap
    pages = _Pages(flow, table)
    for group, following in pairwise(chain([first], [] if second is None else [second], groups, [None])):
        if group:
            pages.add(group, is_last=following is None)
    pages.close()


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Gather rows that stay together: titles with the row below them, an item with its figures."""
    group: list[Row] = []
    for row in rows:
        if group and not group[-1].kind.keeps_next and row.kind is not RowKind.FIGURE:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _is_one_row(group: list[Row]) -> bool:
    return sum(not row.kind.keeps_next for row in group) == 1


def _height(rows: Iterable[Row]) -> float:
    return sum(row.height for row in rows)


def _least_start(first: list[Row], table: Table, area: float) -> float:
    """Say how much of the first group must stand under the head: all of it, unless it must be cut anyway."""
    height = _height(first)
    if height + _opening_height(table, is_top=True) + table.foot_height <= area - 2 * GRID_MM:
        return height
    return _height(row for row in first if row.kind.keeps_next) + _LEAST_PART


def _opening_height(table: Table, *, is_top: bool = False) -> float:
    """Measure what stands above the first row, where this is or is not at the top of a page."""
    is_named = table.caption or (is_top and table.again)
    return (_CAPTION_HEIGHT if is_named else 0) + (table.head.height if table.head else 0)


class _Pages:
    """The table page by page: rows are gathered, and drawn when their page is full."""

    def __init__(self, flow: Flow, table: Table) -> None:
        self._flow = flow
        self._table = table
        self._groups: list[list[Row]] = []
        self._is_continued = False
        self._node = Node("Table")

    @property
    def _room(self) -> float:
        used = _opening_height(self._table, is_top=self._is_top) + self._table.foot_height
        return self._flow.room - used - sum(_height(group) for group in self._groups)

    @property
    def _whole_room(self) -> float:
        return self._flow.shape.area_height - _opening_height(self._table, is_top=True) - self._table.foot_height

    @property
    def _is_top(self) -> bool:
        return self._flow.y <= self._flow.top + _ROUNDING

    def add(self, group: list[Row], *, is_last: bool) -> None:
        """Put a group where it fits, on a fresh page where it fits whole, in pieces where it fits nowhere."""
        height = _height(group)
        if is_last and height + self._table.after_height <= self._whole_room + _ROUNDING:
            height += self._table.after_height
        if height <= self._room + _ROUNDING:
            self._groups.append(group)
        elif height <= self._whole_room + _ROUNDING:
            self._turn_page(for_last=group if is_last and _is_one_row(group) else None)
            self._groups.append(group)
        else:
            self._add_in_pieces(group)

    def close(self) -> None:
        """Draw what is gathered."""
        if self._groups:
            self._draw()

    def _turn_page(self, *, for_last: list[Row] | None = None) -> None:
        """Draw this page and go on; the last row of all brings the group before it along where both fit."""
        company: list[list[Row]] = []
        below = self._whole_room - self._table.after_height
        if for_last and len(self._groups) > 1 and _height(self._groups[-1] + for_last) <= below:
            company = [self._groups.pop()]
        self._draw()
        self._flow.new_page()
        self._groups = company

    def _add_in_pieces(self, group: list[Row]) -> None:
        """Put the titles with the start of their item, then row after row; only what fits no page is cut."""
        count = next(number for number, row in enumerate(group) if not row.kind.keeps_next or row is group[-1])
        opening = _height(group[: count + 1])
        if opening > self._whole_room:
            opening = _height(group[:count]) + _LEAST_PART
        if opening > self._room and self._groups:
            self._turn_page()
        self._groups.append(group[:count])
        for row in group[count:]:
            self._add_row(row)

    def _add_row(self, row: Row) -> None:
        if self._room < row.height <= self._whole_room and not self._holds_only_titles:
            self._turn_page()
        while row.height > self._room + _ROUNDING:
            parts = row.cut(self._room) if self._room > _LEAST_PART else None
            if parts is None and not self._groups:
                break
            if parts is not None:
                self._groups.append([parts[0]])
                row = parts[1]
            self._turn_page()
        self._groups.append([row])

    @property
    def _holds_only_titles(self) -> bool:
        return all(row.kind.keeps_next for group in self._groups for row in group)

    def _draw(self) -> None:
        rows = [row for group in self._groups for row in group]
        self._groups = []
        if not rows:
            return
        flow, table = self._flow, self._table
        if not self._is_continued:
            flow.sheet.tag(self._node, len(flow.sheet.strokes))
        self._draw_caption()
        top = flow.y
        above: Row | None = None
        for row in [table.head, *rows] if table.head else rows:
            self._draw_row(row, above)
            above = row
        flow.sheet.frame(flow.left, top, table.width, flow.y - top, table.weight)
        if table.foot is not None:
            table.foot(flow.sheet, flow.left, flow.y)
            flow.y += table.foot_height
        self._is_continued = True

    def _draw_caption(self) -> None:
        flow, table = self._flow, self._table
        caption = table.caption + (table.continued if self._is_continued else "")
        if not table.caption:
            caption = table.again if self._is_top else ""
        if not caption:
            return
        place, start = (flow.left, flow.y, table.width), len(flow.sheet.strokes)
        put_text(flow.sheet, flow.typesetter, caption, CAPTION, place, 0.5)
        if table.remark:
            put_text(flow.sheet, flow.typesetter, table.remark, SMALL, place, 1.0)
        is_again = self._is_continued or not table.caption
        flow.sheet.mark(Node(ARTIFACT) if is_again else self._node.inside("Caption"), start)
        flow.y += _CAPTION_HEIGHT

    def _draw_row(self, row: Row, above: Row | None) -> None:
        flow = self._flow
        if row.kind is RowKind.HEAD and self._is_continued:
            start = len(flow.sheet.strokes)
            row.draw(flow.sheet, flow.left, flow.y)
            flow.sheet.mark(Node(ARTIFACT), start)
        else:
            row.draw(flow.sheet, flow.left, flow.y, self._node.inside("TR") if flow.sheet.is_tagged else None)
        if above is not None:
            weight = 0.75 if above.kind is RowKind.HEAD else 0.5
            dash = _FIGURE_DASH if row.kind is RowKind.FIGURE else ""
            flow.sheet.rule(flow.left, flow.y, flow.left + self._table.width, flow.y, weight, dash)
        if self._table.on_row is not None:
            self._table.on_row(row)
        flow.y += row.height
