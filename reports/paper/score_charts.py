"""The two charts of the conclusion: bars by section, and one band of all items (paper.md section 6)."""

from reports.content.parts import Scores, SectionScore
from reports.paper.band import BandPart, BandSetter
from reports.paper.charts import BarChart, BarRow, set_bars
from reports.paper.dividing import BEFORE, lay_chart
from reports.paper.flow import Flow
from reports.paper.laying import lay_note, note_height
from reports.wording import say

_BARS, _BAND = "图1", "图2"


def draw_scores(flow: Flow, scores: Scores) -> None:
    """Draw the bars, then the band with the remark under it, which stays with it."""
    lay_chart(flow, set_bars(_bars(scores), flow.typesetter))
    caption = f"{_BAND}  {say('conclusion.band', count=sum(scores.total.counts))}"
    band = BandSetter(caption, _parts(scores), flow.typesetter)
    flow.y += BEFORE
    note = say("conclusion.note")
    flow.make_room(band.height + note_height(flow, note))
    flow.keep(band.height, band.draw, band.caption)
    lay_note(flow, note)


def _bars(scores: Scores) -> BarChart:
    return BarChart(
        caption=f"{_BARS}  {say('conclusion.chart')}",
        name_head=say("conclusion.section"),
        bar_head=say("conclusion.items"),
        heads=scores.heads,
        rate_head=say("conclusion.rate"),
        rows=tuple(map(_bar, scores.sections)),
        total=_bar(scores.total),
        largest=max(sum(row.counts) for row in scores.sections),
    )


def _bar(row: SectionScore) -> BarRow:
    return BarRow(row.title, row.counts, row.rate, row.applies)


def _parts(scores: Scores) -> tuple[BandPart, ...]:
    columns = zip(scores.heads, scores.total.counts, scores.shares, strict=True)
    return tuple(
        BandPart(status, (name, say("conclusion.count", count=count), share), count)
        for (status, name), count, share in columns
    )
