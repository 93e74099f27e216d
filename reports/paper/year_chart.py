"""The conclusion's chart against the cycle before: a hollow dot then, a solid one now (paper.md section 6, 图3)."""

from dataclasses import dataclass, replace

from reports.content.years import YearMove, YearMoves
from reports.paper.charts import WIDTH, continued
from reports.paper.dividing import lay_chart
from reports.paper.flow import Flow
from reports.paper.row_names import RowNames, set_names
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import CAPTION, MM, SMALL, SMALL_STRONG, TABLE, TABLE_STRONG, Style
from reports.paper.typesetter import Typesetter
from reports.wording import say

_AXIS_FROM, _AXIS_WIDTH = 56.0, 46.0
_ENDS = (116.0, 131.0, 156.0)
_ROW, _HEAD, _CAPTION_GAP, _CAPTION_HEIGHT = 7.4, 9.6, 1.6, 6.6
_DOT, _RING, _STEP, _WHOLE = 1.1, 1.8, 200, 1000
_SIDE = 20.0


def draw_years(flow: Flow, moves: YearMoves, caption: str) -> None:
    """Draw it, parted where a page would be left white for it."""
    lay_chart(flow, set_years(moves, caption, flow.typesetter))


def set_years(moves: YearMoves, caption: str, typesetter: Typesetter) -> "YearChartSetter":
    """Measure the chart once; its axis starts at a multiple of 20 and says so."""
    names = set_names((row.title for row in moves.rows), typesetter, _ROW)
    return YearChartSetter(moves, caption, typesetter, names, axis_start(moves))


@dataclass(frozen=True, slots=True)
class YearChartSetter:
    """The chart measured, which can be drawn anywhere and parted between its rows."""

    _moves: YearMoves
    caption: str
    _typesetter: Typesetter
    _names: RowNames
    start: int
    _has_total: bool = True

    @property
    def height(self) -> float:
        """Give the height with caption, in millimetres."""
        return self.around + sum(self.row_heights) + (_ROW if self._has_total else 0.0)

    @property
    def around(self) -> float:
        """Give what heads and caption take."""
        return _HEAD + _CAPTION_GAP + _CAPTION_HEIGHT

    @property
    def row_heights(self) -> tuple[float, ...]:
        """Give the heights of the rows without the total."""
        return self._names.heights

    def parted(self, count: int) -> "tuple[YearChartSetter, YearChartSetter]":
        """Give the chart of the first so many rows, and that of the others, which has the total."""
        rows, (names, other_names) = self._moves.rows, self._names.parted(count)
        first = replace(self, _moves=replace(self._moves, rows=rows[:count]), _names=names, _has_total=False)
        others = replace(self._moves, rows=rows[count:])
        return first, replace(self, _moves=others, _names=other_names, caption=continued(self.caption))

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw heads, grid, rows, total and caption."""
        top = self._draw_heads(sheet, x, y)
        y = top
        for number, (row, height) in enumerate(zip(self._moves.rows, self.row_heights, strict=True)):
            self._names.put(sheet, number, x, y)
            self._draw_row(sheet, row, (x, y, height), TABLE)
            y += height
        if self._has_total:
            y = self._draw_total(sheet, x, y)
        self._draw_grid(sheet, x, top, y)
        sheet.rule(x, y, x + WIDTH, y, 0.75)
        put_text(sheet, self._typesetter, self.caption, CAPTION, (x, y + _CAPTION_GAP, WIDTH), 0.5)

    def _draw_total(self, sheet: Sheet, x: float, y: float) -> float:
        sheet.rule(x, y, x + WIDTH, y, 0.5)
        self._put(sheet, self._moves.total.title, TABLE_STRONG, (x, y + (_ROW - TABLE.lead / MM) / 2, 0))
        self._draw_row(sheet, self._moves.total, (x, y, _ROW), TABLE_STRONG)
        return y + _ROW

    def _draw_heads(self, sheet: Sheet, x: float, y: float) -> float:
        """Name the columns, and every line of the scale."""
        self._put(sheet, say("conclusion.section"), SMALL_STRONG, (x, y, 0))
        scale = say("conclusion.scale", start=self.start // 10) if self.start else say("conclusion.rate")
        self._put(sheet, scale, SMALL_STRONG, (x + _AXIS_FROM, y, 0))
        heads = (str(self._moves.last_year), str(self._moves.year), say("conclusion.moved"))
        for head, end in zip(heads, _ENDS, strict=True):
            self._put(sheet, head, SMALL_STRONG, (x + end - _SIDE, y, _SIDE), 1.0)
        for mark in self._marks:
            at = self._at(x, mark)
            self._put(sheet, f"{mark // 10}%", SMALL, (at - _SIDE / 2, y + 4.2, _SIDE), 0.5)
        sheet.rule(x, y + _HEAD, x + WIDTH, y + _HEAD, 0.75)
        return y + _HEAD

    @property
    def _marks(self) -> range:
        return range(self.start, _WHOLE + 1, _STEP)

    def _draw_grid(self, sheet: Sheet, x: float, top: float, foot: float) -> None:
        for mark in self._marks:
            at = self._at(x, mark)
            sheet.rule(at, top, at, foot, 0.5, "1 2")

    def _draw_row(self, sheet: Sheet, row: YearMove, place: tuple[float, float, float], style: Style) -> None:
        x, y, height = place
        self._draw_dots(sheet, row, x, y + height / 2)
        said = (_percent(row.before), _percent(row.after), row.moved)
        top = y + (height - style.lead / MM) / 2
        for text, end in zip(said, _ENDS, strict=True):
            self._put(sheet, text, style, (x + end - _SIDE, top, _SIDE), 1.0)

    def _draw_dots(self, sheet: Sheet, row: YearMove, x: float, middle: float) -> None:
        """Draw then hollow, now solid, a line between them that stops at their edges; alike, a ring round the dot."""
        if row.before is not None and row.before == row.after:
            sheet.circle(self._at(x, row.before), middle, _RING)
        if row.before is not None and row.after is not None and row.before != row.after:
            self._join(sheet, self._at(x, row.before), self._at(x, row.after), middle)
        if row.before is not None and row.before != row.after:
            sheet.circle(self._at(x, row.before), middle, _DOT)
        if row.after is not None:
            sheet.circle(self._at(x, row.after), middle, _DOT, "f")

    def _join(self, sheet: Sheet, then: float, now: float, middle: float) -> None:
        left, right = sorted((then, now))
        if right - left > 2 * _DOT:
            sheet.rule(left + _DOT, middle, right - _DOT, middle, 1.0)

    def _at(self, x: float, value: int) -> float:
        return x + _AXIS_FROM + _AXIS_WIDTH * (value - self.start) / (_WHOLE - self.start)

    def _put(
        self, sheet: Sheet, text: str, style: Style, place: tuple[float, float, float], align: float = 0.0
    ) -> None:
        put_text(sheet, self._typesetter, text, style, place, align)


def axis_start(moves: YearMoves) -> int:
    """Give the multiple of 20 points under all rates, at most 80, in tenths of a point."""
    known = [value for row in (*moves.rows, moves.total) for value in (row.before, row.after) if value is not None]
    return min(min(known, default=0) // _STEP * _STEP, _WHOLE - _STEP)


def _percent(value: int | None) -> str:
    return "—" if value is None else f"{value / 10:.1f}%"
