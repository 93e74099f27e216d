"""The conclusion's chart by theme, in the form of that by section."""

from reports.content.parts import Scores
from reports.paper.charts import ROW, BarChart, BarChartSetter, BarRow
from reports.paper.flow import Flow
from reports.wording import say

_BEFORE = 3.0
_MANY, _MOST, _CLOSE_ROW = 18, 30, 6.0


def draw_themes(flow: Flow, scores: Scores, number: int = 3) -> None:
    """Draw the bars by theme, closer together where they are many, in several charts where a page has no room."""
    row = ROW if len(scores.sections) <= _MANY else _CLOSE_ROW
    for start in range(0, len(scores.sections), _MOST):
        setter = BarChartSetter(_chart(scores, number, start), flow.typesetter, row)
        flow.y += _BEFORE
        flow.keep(setter.height, setter.draw, setter.caption)


def _chart(scores: Scores, number: int, start: int) -> BarChart:
    continued = say("label.continued") if start else ""
    total = scores.total if start + _MOST >= len(scores.sections) else None
    return BarChart(
        caption=f"图{number}  {say('conclusion.themes')}{continued}",
        name_head=say("conclusion.theme"),
        bar_head=say("conclusion.items"),
        heads=scores.heads,
        rate_head=say("conclusion.rate"),
        rows=tuple(BarRow(one.title, one.counts, one.rate) for one in scores.sections[start : start + _MOST]),
        total=BarRow(total.title, total.counts, total.rate) if total else None,
        largest=max(sum(one.counts) for one in scores.sections),
    )
