"""Targets, readings and distances in words."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from checklists.policy import Indicator, RatioOf
from gui.widgets.day_words import day_words, deadline_words, moment_words
from gui.widgets.figure_words import actual_words, distance_words, target_words, verdict_words
from models.vocabulary import Comparator, IndicatorKey, ItemKey, Level, Modality, Scope
from services.checklist import IndicatorRow
from services.judging import Reading, judge

TODAY = date(2025, 11, 22)
TEACHERS = RatioOf("“双师型”教师", "专业课教师", "人")
FIRMS = RatioOf("合作企业数", "在校生数", "家")


def a_target(
    sign: str = ">=",
    value: str | None = "50",
    unit: str = "%",
    *,
    max: str | None = None,
    deadline: str = "",
    frequency: str = "",
    ratio: RatioOf | None = None,
    scope: Scope = Scope.EACH_SCHOOL,
) -> Indicator:
    numbers = [None if number is None else Decimal(number) for number in (value, max)]
    return Indicator(
        key=IndicatorKey("1-1-a"),
        item=ItemKey("1-1"),
        name="生均拨款",
        comparator=Comparator(sign),
        value=numbers[0],
        max=numbers[1],
        unit=unit,
        deadline=deadline,
        frequency=frequency,
        level=Level.SCHOOL,
        scope=scope,
        anchor="",
        note="",
        ratio=ratio,
    )


def judged(
    target: Indicator,
    value: str | None = None,
    *,
    part: int | None = None,
    whole: int | None = None,
    modality: Modality = Modality.MUST,
) -> IndicatorRow:
    given = [None if number is None else Decimal(number) for number in (value, part, whole)]
    reading = Reading(given[0], part=given[1], whole=given[2])
    return IndicatorRow(target, reading, judge(target, reading, TODAY, modality=modality))


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (a_target(">=", "2", "倍"), "≥ 2 倍"),
        (a_target(">", "50"), "＞ 50%"),
        (a_target("range", "15", max="30"), "15—30%"),
        (a_target(">=", "10000", "元/年"), "≥ 10,000 元/年"),
        (a_target("=", "100"), "100%"),
        (a_target("~", "3", "万人"), "3 万人左右"),
        (a_target("<=", "0.5"), "≤ 0.5%"),
        (a_target(">=", "4", ":6"), "≥ 4:6"),
        (a_target(">=", None, "个"), "文件没有写具体数"),
    ],
)
def test_a_target_is_said_with_its_sign_and_unit(target: Indicator, said: str) -> None:
    assert target_words(target) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (judged(a_target(">", "50", ratio=TEACHERS), part=46, whole=98), "46.9%"),
        (judged(a_target(">=", "2", "倍"), "1.566666666"), "1.57 倍"),
        (judged(a_target(">=", "10000", "元"), "9200"), "9,200 元"),
        (judged(a_target(">=", "100", "万元"), "120"), "120 万元"),
        (judged(a_target()), ""),
    ],
)
def test_a_reading_is_said_rounded(row: IndicatorRow, said: str) -> None:
    assert actual_words(row.indicator, row.reading) == said


def test_rounding_never_lifts_a_missed_value_onto_its_target() -> None:
    row = judged(a_target(">=", "50", ratio=TEACHERS), part=4998, whole=10000)
    assert actual_words(row.indicator, row.reading) == "49.98%"
    assert actual_words(a_target(">=", "50"), Reading(Decimal("49.99996"))) == "49.99996%"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (judged(a_target(">", "50", ratio=TEACHERS), part=46, whole=98), "还差 4 人（至少 50 人）"),
        (judged(a_target("range", "15", max="30", ratio=TEACHERS), part=40, whole=100), "多了 10 人（至多 30 人）"),
        (judged(a_target(">=", "10000", "元"), "9200"), "还差 800 元（至少 10,000 元）"),
        (judged(a_target(">=", "50"), "46.9"), "还差 3.1 个百分点（至少 50%）"),
        (judged(a_target("<=", "5"), "7"), "多了 2 个百分点（至多 5%）"),
        (judged(a_target(">", "50"), "50"), "正好是 50%，要再高一些"),
        (judged(a_target("<", "50"), "50"), "正好是 50%，要再低一些"),
        (judged(a_target(">=", "50", ratio=FIRMS), part=None, whole=800), "无法判定：缺“合作企业数”"),
        (judged(a_target(">=", "50", ratio=FIRMS)), "无法判定：缺“合作企业数”、“在校生数”"),
        (judged(a_target(">=", "50", ratio=TEACHERS), whole=9), "无法判定：缺“双师型”教师"),
        (judged(a_target(">=", "50", ratio=FIRMS), part=3, whole=0), "无法判定：“在校生数”是 0，算不出"),
        (judged(a_target()), "无法判定：缺“生均拨款”"),
        (judged(a_target(deadline="2026"), "1"), "未到期：2026 年底核定"),
        (judged(a_target(), "50"), "达标"),
        (judged(a_target("range", "1", "个", max="2"), "3"), "无法判定：多于文件所列的数，算不算达标由人判定"),
        (
            judged(a_target("=", "100", frequency="五年一周期"), "60"),
            "无法判定：周期没有写明起止，没做满也不判未达标，由人判定",
        ),
        (judged(a_target(), "40", modality=Modality.MAY), "无法判定：这是允许做的事，不到这个数不算未达标"),
    ],
)
def test_a_verdict_says_how_far_the_target_is_or_what_is_missing(row: IndicatorRow, said: str) -> None:
    assert verdict_words(row) == said


def test_a_narrow_column_takes_the_distance_alone() -> None:
    assert distance_words(judged(a_target(">", "50", ratio=TEACHERS), part=46, whole=98)) == "4 人"
    assert distance_words(judged(a_target(">=", "2", "倍"), "1.566")) == "0.43 倍"
    assert distance_words(judged(a_target(), "50")) == ""


def test_a_very_small_gap_is_not_rounded_away() -> None:
    assert distance_words(judged(a_target(">=", "2", "倍"), "1.997")) == "0.003 倍"


@pytest.mark.parametrize(
    ("printed", "said"),
    [("", ""), ("2026", "2026 年底"), ("2026-06", "2026 年 6 月底"), ("2026-06-30", "2026 年 6 月 30 日")],
)
def test_a_deadline_is_said_no_more_exactly_than_it_is_printed(printed: str, said: str) -> None:
    assert deadline_words(printed) == said


def test_a_moment_is_said_in_the_time_of_this_desk() -> None:
    now = datetime(2025, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=8)))
    assert moment_words(datetime(2025, 11, 21, 16, 3, tzinfo=UTC), now) == "今天 00:03"
    assert moment_words(datetime(2025, 11, 18, 6, 0, tzinfo=UTC), now) == "11 月 18 日"
    assert day_words(date(2024, 12, 6), now.date()) == "2024-12-06"
