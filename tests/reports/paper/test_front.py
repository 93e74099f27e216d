"""The contents take as few pages as they can, and never leave a line or two on the last."""

import pytest

from reports.paper.flow import Entry
from reports.paper.front import contents_sheets
from reports.paper.sheet import Furniture
from reports.paper.typesetter import Typesetter


def entries(count: int) -> list[Entry]:
    """Give so many headings of one line, the last two of them annexes."""
    return [Entry(2 if n >= count - 2 else 0, f"第{n}部分", n, f"place:{n}") for n in range(count)]


def sizes(typesetter: Typesetter, count: int) -> list[int]:
    sheets = contents_sheets("目录", entries(count), typesetter, Furniture("未定稿"), is_duplex=False)
    return [len(sheet.links) for sheet in sheets]


@pytest.mark.parametrize(
    ("count", "wanted"),
    [(1, [1]), (19, [19]), (20, [20]), (21, [18, 3]), (22, [19, 3]), (42, [20, 22]), (43, [20, 20, 3])],
)
def test_the_contents_fill_their_pages(typesetter: Typesetter, count: int, wanted: list[int]) -> None:
    assert sizes(typesetter, count) == wanted
