"""What papers lay alike: plain tables with their captions, and remarks of 9 points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.paper.flow import Flow
from reports.paper.placing import Align
from reports.paper.rows import Row, RowMaker, Text
from reports.paper.styles import MM, SMALL, TABLE, TABLE_HEAD
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Setting
from reports.wording import say

BEFORE_TABLE = 1.0
_NOTE_GAP, _MOST_KEPT = 1.6, 40.0


def lay_rows(flow: Flow, maker: RowMaker, heads: Sequence[str], rows: Iterable[Row], caption: str = "") -> None:
    """Set a table of plain rows, one that says 无 where there is none."""
    head, some_rows, width = maker.head(heads, TABLE_HEAD), some_or_none(maker, rows), maker.form.width
    continued = say("label.continued")
    lay_table(flow, Table(head, some_rows, width, caption=caption, continued=continued, gap=BEFORE_TABLE))


def some_or_none(maker: RowMaker, rows: Iterable[Row]) -> Iterator[Row]:
    """Give the rows as they come, one that says 无 where there is none."""
    is_empty = True
    for row in rows:
        is_empty = False
        yield row
    if is_empty:
        span = len(maker.form.columns)
        yield maker.row([Text(say("label.none"), TABLE, Align.CENTRE, span=span, is_middle=True)])


def lay_noted(flow: Flow, table: Table, note: str) -> None:
    """Set a table, then the remark under it; its last page leaves room, so that this never stands alone."""
    lay_table(flow, replace(table, after_height=note_height(flow, note)))
    lay_note(flow, note)


def note_height(flow: Flow, text: str) -> float:
    """Measure a remark with the white above it, in millimetres, at most so much as is kept together with its table."""
    lines = flow.typesetter.text(text, SMALL, Setting(flow.shape.area_width * MM, Align.JUSTIFIED)) if text else ()
    return min(_NOTE_GAP + len(lines) * SMALL.lead / MM, _MOST_KEPT) if lines else 0.0


def lay_note(flow: Flow, text: str) -> None:
    """Set a remark under a table or figure."""
    if not text:
        return
    flow.y += _NOTE_GAP
    step = SMALL.lead / MM
    for line in flow.typesetter.text(text, SMALL, Setting(flow.shape.area_width * MM, Align.JUSTIFIED)):
        if flow.room < step:
            flow.new_page()
        flow.sheet.put(line, SMALL, flow.left, flow.y)
        flow.y += step
