"""Titles and names of several lines: broken by sense, of like length, never against a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.paper.styles import MM, TITLE
from reports.paper.titles import title_lines
from reports.paper.typesetter import Typesetter
from reports.titles import by_sense

LONG_NAME = (
    "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗民族职业教育中心"
    "暨农牧业机械化技工学校（呼伦贝尔职业技术学院莫力达瓦校区）"
)


@pytest.mark.parametrize(
    ("title", "measure", "lines"),
    (
        (
            "朝阳市推进职业教育实用高效发展提升服务地方发展能力实施方案",
            27.6,
            ("朝阳市推进职业教育实用高效发展", "提升服务地方发展能力实施方案"),
        ),
        (
            "关于推动四平市现代职业教育高质量发展推进技能社会建设的工作方案",
            20.1,
            ("关于推动四平市现代职业教育", "高质量发展推进技能社会建设的工作方案"),
        ),
        (
            "益阳市职业教育高质量发展实施方案（2021—2025年）",
            20.1,
            ("益阳市职业教育高质量发展实施方案", "（2021—2025年）"),
        ),
    ),
)
def test_a_title_is_broken_where_its_sense_is(title: str, measure: float, lines: tuple[str, ...]) -> None:
    assert by_sense(title, measure, 2) == lines


def test_one_more_line_is_taken_rather_than_a_name_torn() -> None:
    assert by_sense(LONG_NAME, 20.1, 3) == (
        "内蒙古自治区呼伦贝尔市",
        "莫力达瓦达斡尔族自治旗",
        "民族职业教育中心暨农牧业机械化技工学校",
        "（呼伦贝尔职业技术学院莫力达瓦校区）",
    )


def test_a_title_that_fits_stays_on_its_line(typesetter: Typesetter) -> None:
    assert [line.text for line in title_lines(typesetter, "签署页", TITLE, 156 * MM)] == ["签署页"]


def test_a_word_wider_than_the_measure_is_left_to_the_typesetter(typesetter: Typesetter) -> None:
    lines = title_lines(typesetter, "A" * 120, TITLE, 156 * MM)
    assert "".join(line.text for line in lines) == "A" * 120


def test_what_is_far_too_long_for_a_title_costs_no_time(typesetter: Typesetter) -> None:
    assert by_sense("校" * 100_000, 20, 5_000) == ("校" * 100_000,)
    lines = title_lines(typesetter, "校" * 2_000, TITLE, 156 * MM)
    assert (len(lines), lines[-1].text) == (8, "……")


@given(st.text("职业教育学校市（示例）、A1 ", min_size=1, max_size=70), st.integers(2, 5))
def test_nothing_of_a_title_is_lost_and_no_line_begins_with_a_closing_mark(title: str, count: int) -> None:
    lines = by_sense(title, len(title) / count + 4, count)
    assert "".join(lines) == title
    assert not any(line.startswith(tuple("）、")) for line in lines[1:])
