"""The conclusion's chart by theme, in the form of that by section."""

from reports.content.parts import Scores
from reports.paper.charts import ROW, BarChart, BarChartSetter, BarRow, set_bars
from reports.paper.dividing import BEFORE, lay_chart
from reports.paper.flow import Flow
from reports.wording import say

_MANY = 18
_CLOSE_ROWS = (6.0, 5.6)
"""Rows of many themes, and the closest there are, in millimetres."""


def draw_themes(flow: Flow, scores: Scores, number: int = 3) -> None:
    """Draw the bars by theme, if any, closer together where they are many or would not go onto the page otherwise."""
    if scores.sections:
        lay_chart(flow, _set(_chart(scores, number), flow))


def _set(chart: BarChart, flow: Flow) -> BarChartSetter:
    """Choose the widest rows with which the chart is not parted, else those it would have anyway."""
    rows = _CLOSE_ROWS if len(chart.rows) > _MANY else (ROW, *_CLOSE_ROWS)
    tried = [set_bars(chart, flow.typesetter, row) for row in rows]
    here = next((one for one in tried if one.height + BEFORE <= flow.room), None)
    return here or next((one for one in tried if one.height <= flow.shape.area_height), tried[-1])


def _chart(scores: Scores, number: int) -> BarChart:
    return BarChart(
        caption=f"图{number}  {say('conclusion.themes')}",
        name_head=say("conclusion.theme"),
        bar_head=say("conclusion.items"),
        heads=scores.heads,
        rate_head=say("conclusion.rate"),
        rows=tuple(BarRow(one.title, one.counts, one.rate, one.applies) for one in scores.sections),
        total=BarRow(scores.total.title, scores.total.counts, scores.total.rate),
        largest=max(sum(one.counts) for one in scores.sections),
    )
