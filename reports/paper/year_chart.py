"""The conclusion's chart against the cycle before: a hollow dot then, a solid one now (paper.md section 6, 图3)."""

from reports.content.years import YearMove, YearMoves
from reports.paper.charts import WIDTH
from reports.paper.flow import Flow
from reports.paper.placing import Align
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import CAPTION, MM, SMALL, SMALL_STRONG, TABLE, TABLE_STRONG, Style
from reports.paper.typesetter import Line, Setting, Typesetter
from reports.wording import say

_BEFORE = 3.0
_NAMES_WIDTH, _AXIS_FROM, _AXIS_WIDTH = 52.0, 56.0, 46.0
_ENDS = (116.0, 131.0, 156.0)
_ROW, _HEAD, _CAPTION_GAP, _CAPTION_HEIGHT = 7.4, 9.6, 1.6, 6.6
_DOT, _RING, _STEP, _WHOLE = 1.1, 1.8, 200, 1000
_SIDE = 20.0


def draw_years(flow: Flow, moves: YearMoves, caption: str) -> None:
    """Draw it in one piece."""
    setter = YearChartSetter(moves, caption, flow.typesetter)
    flow.y += _BEFORE
    flow.keep(setter.height, setter.draw, caption)


class YearChartSetter:
    """Measures the chart once and draws it anywhere; the axis starts at a multiple of 20 and says so."""

    def __init__(self, moves: YearMoves, caption: str, typesetter: Typesetter) -> None:
        self._moves, self._caption, self._typesetter = moves, caption, typesetter
        self._names = self._set_names()
        self.start = axis_start(moves)

    @property
    def height(self) -> float:
        """Give the height with caption, in millimetres."""
        rows = sum(self._row_height(lines, style) for lines, style in self._names)
        return _HEAD + rows + _ROW + _CAPTION_GAP + _CAPTION_HEIGHT

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw heads, grid, rows, total and caption."""
        top = self._draw_heads(sheet, x, y)
        y = top
        for row, (lines, style) in zip(self._moves.rows, self._names, strict=True):
            height = self._row_height(lines, style)
            sheet.put_all(lines, style, x, y + (height - len(lines) * style.lead / MM) / 2)
            self._draw_row(sheet, row, (x, y, height), TABLE)
            y += height
        sheet.rule(x, y, x + WIDTH, y, 0.5)
        self._put(sheet, self._moves.total.title, TABLE_STRONG, (x, y + (_ROW - TABLE.lead / MM) / 2, 0))
        self._draw_row(sheet, self._moves.total, (x, y, _ROW), TABLE_STRONG)
        y += _ROW
        self._draw_grid(sheet, x, top, y)
        sheet.rule(x, y, x + WIDTH, y, 0.75)
        put_text(sheet, self._typesetter, self._caption, CAPTION, (x, y + _CAPTION_GAP, WIDTH), 0.5)

    def _set_names(self) -> list[tuple[tuple[Line, ...], Style]]:
        """Set all names in one size: the smaller one where a name does not fit its line."""
        for style in (TABLE, SMALL):
            setting = Setting(_NAMES_WIDTH * MM, Align.LEFT)
            names = [self._typesetter.text(row.title, style, setting) for row in self._moves.rows]
            if all(len(lines) == 1 for lines in names):
                break
        return [(lines, style) for lines in names]

    def _row_height(self, lines: tuple[Line, ...], style: Style) -> float:
        return max(_ROW, len(lines) * style.lead / MM + 1.2)

    def _draw_heads(self, sheet: Sheet, x: float, y: float) -> float:
        """Name the columns, and the scale over its ends."""
        self._put(sheet, say("conclusion.section"), SMALL_STRONG, (x, y, 0))
        scale = say("conclusion.scale", start=self.start // 10) if self.start else say("conclusion.rate")
        self._put(sheet, scale, SMALL_STRONG, (x + _AXIS_FROM, y, 0))
        heads = (str(self._moves.last_year), str(self._moves.year), say("conclusion.moved"))
        for head, end in zip(heads, _ENDS, strict=True):
            self._put(sheet, head, SMALL_STRONG, (x + end - _SIDE, y, _SIDE), 1.0)
        for mark in (self.start, _WHOLE):
            at = self._at(x, mark)
            self._put(sheet, f"{mark // 10}%", SMALL, (at - _SIDE / 2, y + 4.2, _SIDE), 0.5)
        sheet.rule(x, y + _HEAD, x + WIDTH, y + _HEAD, 0.75)
        return y + _HEAD

    def _draw_grid(self, sheet: Sheet, x: float, top: float, foot: float) -> None:
        for mark in range(self.start, _WHOLE + 1, _STEP):
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
