"""Charts drawn in black only, so that they survive a photocopier (paper.md section 6)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.vocabulary import Status
from reports.paper.row_names import RowNames, set_names
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import CAPTION, MM, SMALL, SMALL_STRONG, TABLE, TABLE_STRONG, Style
from reports.paper.typesetter import Typesetter
from reports.wording import say

WIDTH = 156.0
_BARS_FROM, _BARS_WIDTH = 54.0, {4: 36.0, 5: 33.0}
_ENDS = {4: (100.0, 115.0, 127.0, 139.0, 156.0), 5: (93.5, 107.5, 118.0, 128.5, 139.0, 156.0)}
"""Where the columns of figures end, by how many statuses are shown."""
ROW, _BAR, _SWATCH = 7.4, 4.6, 2.6
_HEAD_HEIGHT = 9.8
_CAPTION_GAP, _CAPTION_HEIGHT = 1.6, 6.6


@dataclass(frozen=True, slots=True)
class BarRow:
    """One section: its name, the counts in the order of the heads, its rate as printed, whether it has a bar."""

    name: str
    counts: tuple[int, ...]
    rate: str
    has_bar: bool = True


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars by section with the numbers in columns; the heads are the legend."""

    caption: str
    name_head: str
    bar_head: str
    heads: tuple[tuple[Status, str], ...]
    rate_head: str
    rows: tuple[BarRow, ...]
    total: BarRow | None
    largest: int


def fill(sheet: Sheet, status: Status, x: float, y: float, width: float, height: float) -> None:
    """Draw a box in the fill of a status: solid, hatched, white or dotted, outlined."""
    left, bottom = x * MM, sheet.up(y + height)
    box = f"{left:.3f} {bottom:.3f} {width * MM:.3f} {height * MM:.3f} re"
    if status is Status.MET:
        sheet.path(f"0.15 g {box} f 0 g")
    elif status is Status.PARTLY_MET:
        sheet.path(f"q {box} W n 0.5 w {' '.join(_hatch(x, sheet.up(y + height), width, height))} S Q")
    elif status is Status.NOT_APPLICABLE:
        sheet.path(f"q {box} W n")
        for dot_x, dot_y in _dots(x, y, width, height):
            sheet.circle(dot_x, dot_y, 0.65 / MM, "f")
        sheet.path("Q")
    if status is Status.UNANSWERED:
        sheet.path(f"[1.2 1.2] 0 d 0.75 w {box} S [] 0 d")
    else:
        sheet.path(f"0.75 w {box} S")


def continued(caption: str) -> str:
    """Say of a chart's part that it goes on."""
    word = say("label.continued")
    return caption if caption.endswith(word) else caption + word


def set_bars(chart: BarChart, typesetter: Typesetter, row: float = ROW) -> "BarChartSetter":
    """Measure a chart once; `row` is the least height of its rows."""
    return BarChartSetter(chart, typesetter, row, set_names((one.name for one in chart.rows), typesetter, row))


@dataclass(frozen=True, slots=True)
class BarChartSetter:
    """A chart measured, which can be drawn anywhere and parted between its rows."""

    _chart: BarChart
    _typesetter: Typesetter
    _row: float
    _names: RowNames

    @property
    def caption(self) -> str:
        """Give what stands under it, which also names it."""
        return self._chart.caption

    @property
    def height(self) -> float:
        """Give the height with caption, in millimetres."""
        total = self._row if self._chart.total is not None else 0.0
        return self.around + sum(self.row_heights) + total

    @property
    def around(self) -> float:
        """Give what heads and caption take."""
        return _HEAD_HEIGHT + _CAPTION_GAP + _CAPTION_HEIGHT

    @property
    def row_heights(self) -> tuple[float, ...]:
        """Give the heights of the rows without the total."""
        return self._names.heights

    def parted(self, count: int) -> "tuple[BarChartSetter, BarChartSetter]":
        """Give the chart of the first so many rows, and that of the others, which has the total."""
        rows, (names, other_names) = self._chart.rows, self._names.parted(count)
        first = replace(self._chart, rows=rows[:count], total=None)
        others = replace(self._chart, rows=rows[count:], caption=continued(self._chart.caption))
        return replace(self, _chart=first, _names=names), replace(self, _chart=others, _names=other_names)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw heads, rows, total and caption."""
        y = self._draw_heads(sheet, x, y)
        for number, (row, height) in enumerate(zip(self._chart.rows, self.row_heights, strict=True)):
            self._names.put(sheet, number, x, y)
            self._draw_bar(sheet, row, x + _BARS_FROM, y + (height - self._bar) / 2)
            self._draw_numbers(sheet, row, (x, y + (height - TABLE.lead / MM) / 2), TABLE)
            y += height
        if self._chart.total is not None:
            y = self._draw_total(sheet, self._chart.total, x, y)
        sheet.rule(x, y, x + WIDTH, y, 0.75)
        place = (x, y + _CAPTION_GAP, WIDTH)
        put_text(sheet, self._typesetter, self._chart.caption, CAPTION, place, 0.5)

    def _draw_heads(self, sheet: Sheet, x: float, y: float) -> float:
        for (status, word), end in zip(self._chart.heads, self._ends[:-1], strict=True):
            width = self._typesetter.width(word, SMALL) / MM
            fill(sheet, status, x + end - width, y + 0.4, width, _SWATCH)
        y += 3.6
        self._put(sheet, self._chart.name_head, SMALL_STRONG, (x, y, 0))
        self._put(sheet, self._chart.bar_head, SMALL_STRONG, (x + _BARS_FROM, y, 0))
        words = [word for _, word in self._chart.heads] + [self._chart.rate_head]
        for word, end in zip(words, self._ends, strict=True):
            self._put(sheet, word, SMALL_STRONG, (x + end - 20, y, 20), 1.0)
        sheet.rule(x, y + 5.4, x + WIDTH, y + 5.4, 0.75)
        return y + _HEAD_HEIGHT - 3.6

    @property
    def _ends(self) -> tuple[float, ...]:
        return _ENDS[len(self._chart.heads)]

    @property
    def _bar(self) -> float:
        return self._row - ROW + _BAR

    @property
    def _scale(self) -> float:
        """Give the length of a bar by one item: the same in all parts of a chart."""
        return min(2.4, _BARS_WIDTH[len(self._chart.heads)] / self._chart.largest) if self._chart.largest else 0.0

    def _draw_bar(self, sheet: Sheet, row: BarRow, x: float, y: float) -> None:
        if not row.has_bar:
            self._put(sheet, row.rate, SMALL, (x, y + (self._bar - SMALL.lead / MM) / 2, 0))
            return
        for count, (status, _) in zip(row.counts, self._chart.heads, strict=True):
            if count:
                fill(sheet, status, x, y, count * self._scale, self._bar)
                x += count * self._scale

    def _draw_numbers(self, sheet: Sheet, row: BarRow, place: tuple[float, float], style: Style) -> None:
        x, y = place
        for count, end in zip(row.counts, self._ends[:-1], strict=True):
            self._put(sheet, str(count), style, (x + end - 20, y, 20), 1.0)
        rate = row.rate if row.has_bar else say("label.dash")
        self._put(sheet, rate, TABLE_STRONG, (x + self._ends[-1] - 20, y, 20), 1.0)

    def _draw_total(self, sheet: Sheet, total: BarRow, x: float, y: float) -> float:
        sheet.rule(x, y, x + WIDTH, y, 0.5)
        top = y + (self._row - TABLE.lead / MM) / 2
        self._put(sheet, total.name, TABLE_STRONG, (x, top, 0))
        self._draw_numbers(sheet, total, (x, top), TABLE_STRONG)
        return y + self._row

    def _put(
        self, sheet: Sheet, text: str, style: Style, place: tuple[float, float, float], align: float = 0.0
    ) -> None:
        put_text(sheet, self._typesetter, text, style, place, align)


def _hatch(x: float, bottom: float, width: float, height: float) -> Iterator[str]:
    start = -height
    while start < width:
        left = (x + start) * MM
        yield f"{left:.3f} {bottom:.3f} m {left + height * MM:.3f} {bottom + height * MM:.3f} l"
        start += 1.2


def _dots(x: float, y: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    row, down = 0, 1.1
    while down < height:
        across = 0.9 + (row % 2) * 0.9
        while across < width:
            yield x + across, y + down
            across += 1.8
        row, down = row + 1, down + 1.2
