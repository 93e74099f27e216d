"""Charts of many rows: whole where they fit, else divided between rows, so that no page is left white for them."""

from collections.abc import Iterator
from typing import Protocol, Self, TypeVar

from reports.paper.flow import Flow
from reports.paper.sheet import Sheet

BEFORE = 3.0
_LEAST_ROWS = 4
"""A part of a chart has at least so many rows."""
_WHITE = 0.25
"""This much of a page may be left white to keep a chart whole."""
_ROUNDING = 0.01


class RowChart(Protocol):
    """A chart that can be parted between its rows; lengths in millimetres."""

    @property
    def caption(self) -> str:
        """Give what stands under it."""

    @property
    def height(self) -> float:
        """Give the height with heads and caption."""

    @property
    def row_heights(self) -> tuple[float, ...]:
        """Give the heights of the rows that can be parted."""

    @property
    def around(self) -> float:
        """Give what heads and caption take."""

    def parted(self, count: int) -> tuple[Self, Self]:
        """Give the chart of the first so many rows, and that of the others."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it with its upper left corner there."""


Chart = TypeVar("Chart", bound=RowChart)


def lay_chart(flow: Flow, chart: RowChart) -> None:
    """Draw a chart where it fits; its parts go on page after page."""
    area = flow.shape.area_height
    room = flow.room - BEFORE if flow.sheets else area
    for part in parts(chart, room, area):
        flow.y += BEFORE
        flow.keep(part.height, part.draw, part.caption)


def parts(chart: Chart, room: float, area: float) -> Iterator[Chart]:
    """Part a chart: `room` is what is left of this page, `area` what a page has."""
    while chart.height > room + _ROUNDING:
        count = _rows_within(chart, room)
        if room < _WHITE * area or count < _LEAST_ROWS:
            if chart.height <= area + _ROUNDING:
                break
            count = max(1, _rows_within(chart, area))
        first, chart = chart.parted(count)
        yield first
        room = area
    yield chart


def _rows_within(chart: RowChart, room: float) -> int:
    """Count the rows that fit with heads and caption, leaving enough of them for another part."""
    used, count = chart.around, 0
    for height in chart.row_heights:
        used += height
        if used > room + _ROUNDING:
            break
        count += 1
    return min(count, len(chart.row_heights) - _LEAST_ROWS)
