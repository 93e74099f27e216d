"""Bars by section: what they say of a section to which nothing applies."""

from dataclasses import replace

from models.vocabulary import Status
from reports.paper.charts import BarChart, BarRow, set_bars
from reports.paper.sheet import Sheet
from reports.paper.typesetter import Typesetter

HEADS = tuple((status, "落实") for status in list(Status)[:4])


def boxes(row: BarRow, typesetter: Typesetter) -> int:
    """Count the boxes drawn for a chart of one row."""
    sheet = Sheet()
    set_bars(BarChart("图1", "章节", "个", HEADS, "率", (row,), None, 3), typesetter).draw(sheet, 28, 40)
    return sum(" re" in stroke for stroke in sheet.strokes)


def test_where_nothing_applies_there_is_no_bar(typesetter: Typesetter) -> None:
    row = BarRow("一", (0, 0, 0, 3), "无适用要点", has_bar=False)
    assert boxes(row, typesetter) == boxes(replace(row, counts=(0, 0, 0, 0)), typesetter)
    assert boxes(row, typesetter) < boxes(replace(row, has_bar=True), typesetter)
