"""The two charts of the conclusion: bars by section, and one band of all items (paper.md section 6)."""

from reports.content.parts import Scores, SectionScore
from reports.paper.band import BandPart, BandSetter
from reports.paper.charts import BarChart, BarChartSetter, BarRow
from reports.paper.flow import Flow
from reports.wording import say

_BEFORE = 3.0
_BARS_A_PAGE = 18
_BARS, _BAND = "图1", "图2"


def draw_scores(flow: Flow, scores: Scores) -> None:
    """Draw the bars, in several charts where a policy has more sections than a page has room for, then the band."""
    for start in range(0, len(scores.sections), _BARS_A_PAGE):
        _keep(flow, BarChartSetter(_bars(scores, start), flow.typesetter))
    caption = f"{_BAND}  {say('conclusion.band', count=sum(scores.total.counts))}"
    _keep(flow, BandSetter(caption, _parts(scores), flow.typesetter))


def _keep(flow: Flow, setter: BarChartSetter | BandSetter) -> None:
    flow.y += _BEFORE
    flow.keep(setter.height, setter.draw, setter.caption)


def _bars(scores: Scores, start: int) -> BarChart:
    is_last = start + _BARS_A_PAGE >= len(scores.sections)
    continued = say("label.continued") if start else ""
    return BarChart(
        caption=f"{_BARS}  {say('conclusion.chart')}{continued}",
        name_head=say("conclusion.section"),
        bar_head=say("conclusion.items"),
        heads=scores.heads,
        rate_head=say("conclusion.rate"),
        rows=tuple(_bar(row) for row in scores.sections[start : start + _BARS_A_PAGE]),
        total=_bar(scores.total) if is_last else None,
        largest=max(sum(row.counts) for row in scores.sections),
    )


def _bar(row: SectionScore) -> BarRow:
    return BarRow(row.title, row.counts, row.rate)


def _parts(scores: Scores) -> tuple[BandPart, ...]:
    columns = zip(scores.heads, scores.total.counts, scores.shares, strict=True)
    return tuple(
        BandPart(status, (name, say("conclusion.count", count=count), share), count)
        for (status, name), count, share in columns
    )
