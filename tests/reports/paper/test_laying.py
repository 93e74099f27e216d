"""A remark stands under the last page of its table, never alone at the top of the next."""

import pytest

from reports.paper.flow import Flow
from reports.paper.laying import lay_noted
from reports.paper.rows import Form, RowMaker, Text
from reports.paper.sheet import Furniture
from reports.paper.styles import TABLE, TABLE_HEAD
from reports.paper.table import Table
from reports.paper.typesetter import Typesetter

FORM = Form((20.0, 136.0), pad_x=1.5, pad_y=0.9, least_height=6.9)


@pytest.mark.parametrize("count", range(24, 38))
def test_a_remark_is_not_parted_from_its_table(typesetter: Typesetter, count: int) -> None:
    flow, maker = Flow(typesetter, Furniture("未定稿")), RowMaker(typesetter, FORM)
    rows = [maker.row([Text(f"R{number}", TABLE), Text("内容", TABLE)]) for number in range(count)]
    lay_noted(flow, Table(maker.head(["编号", "内容"], TABLE_HEAD), rows, FORM.width), "注：" + "说明" * 80 + "。")
    assert flow.y - flow.top > 20, "the head, two rows and the remark are higher; a remark alone is not"


def test_only_the_last_page_leaves_room_for_the_remark(typesetter: Typesetter) -> None:
    def first_page(note: str) -> float:
        flow, maker = Flow(typesetter, Furniture("未定稿")), RowMaker(typesetter, FORM)
        rows = [maker.row([Text(f"R{number}", TABLE), Text("内容", TABLE)]) for number in range(60)]
        lay_noted(flow, Table(maker.head(["编号", "内容"], TABLE_HEAD), rows, FORM.width), note)
        return len(flow.sheets[0].strokes)

    assert first_page("注：" + "说明" * 200 + "。") == first_page("")
