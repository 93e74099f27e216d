"""Readings against indicators: boundaries, missing inputs, distances."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.policy import Indicator, RatioOf
from models.vocabulary import Comparator, IndicatorKey, ItemKey, Judgement, Level, Scope
from services.judging import Doubt, Reading, actual_value, judge

TODAY = date(2025, 11, 22)
counts = st.integers(0, 10_000).map(Decimal)


def a_figure(
    comparator: Comparator = Comparator.AT_LEAST,
    value: str | None = "50",
    *,
    max: str | None = None,
    unit: str = "%",
    deadline: str = "",
    scope: Scope = Scope.EACH_SCHOOL,
    ratio: RatioOf | None = None,
) -> Indicator:
    return Indicator(
        key=IndicatorKey("1-1-a"),
        item=ItemKey("1-1"),
        name="占比",
        comparator=comparator,
        value=None if value is None else Decimal(value),
        max=None if max is None else Decimal(max),
        unit=unit,
        deadline=deadline,
        frequency="",
        level=Level.SCHOOL,
        scope=scope,
        anchor="",
        note="",
        ratio=ratio,
    )


def a_ratio(part: int | Decimal, whole: int | Decimal) -> Reading:
    return Reading(part=Decimal(part), whole=Decimal(whole))


STAFF = RatioOf("“双师型”教师", "专业课教师", "人")


@pytest.mark.parametrize(
    ("comparator", "actual", "expected"),
    [
        (Comparator.AT_LEAST, "50", Judgement.REACHED),
        (Comparator.AT_LEAST, "49.99", Judgement.MISSED),
        (Comparator.ABOVE, "50", Judgement.MISSED),
        (Comparator.ABOVE, "50.01", Judgement.REACHED),
        (Comparator.AT_MOST, "50", Judgement.REACHED),
        (Comparator.AT_MOST, "50.01", Judgement.MISSED),
        (Comparator.BELOW, "50", Judgement.MISSED),
        (Comparator.BELOW, "49.99", Judgement.REACHED),
        (Comparator.EQUAL, "50", Judgement.REACHED),
        (Comparator.EQUAL, "51", Judgement.MISSED),
        (Comparator.ABOUT, "45", Judgement.REACHED),
        (Comparator.ABOUT, "44.9", Judgement.MISSED),
        (Comparator.ABOUT, "55.1", Judgement.MISSED),
    ],
)
def test_a_target_is_reached_or_missed_at_its_boundary(
    comparator: Comparator, actual: str, expected: Judgement
) -> None:
    assert judge(a_figure(comparator), Reading(Decimal(actual)), TODAY).judgement is expected


@pytest.mark.parametrize(
    ("actual", "expected", "gap"),
    [("14.9", "missed", "0.1"), ("15", "reached", None), ("30", "reached", None), ("30.5", "missed", "0.5")],
)
def test_a_range_is_reached_within_both_ends(actual: str, expected: str, gap: str | None) -> None:
    verdict = judge(a_figure(Comparator.RANGE, "15", max="30"), Reading(Decimal(actual)), TODAY)
    assert verdict.judgement == expected
    assert verdict.gap == (None if gap is None else Decimal(gap))


def test_a_missed_target_is_not_due_until_its_deadline_has_passed() -> None:
    figure = a_figure(deadline="2025")
    assert judge(figure, Reading(Decimal(1)), date(2025, 12, 31)).judgement is Judgement.NOT_DUE
    assert judge(figure, Reading(Decimal(1)), date(2026, 1, 1)).judgement is Judgement.MISSED
    assert judge(figure, Reading(Decimal(60)), date(2025, 1, 1)).judgement is Judgement.REACHED


@pytest.mark.parametrize(
    ("figure", "reading", "doubt"),
    [
        (a_figure(), Reading(), Doubt.NO_READING),
        (a_figure(ratio=STAFF), Reading(part=Decimal(3)), Doubt.NO_READING),
        (a_figure(ratio=STAFF), a_ratio(3, 0), Doubt.ZERO_WHOLE),
        (a_figure(value=None), Reading(Decimal(3)), Doubt.NO_TARGET),
        (a_figure(scope=Scope.CITY_TOTAL), Reading(Decimal(3)), Doubt.CONTRIBUTES),
        (a_figure(scope=Scope.EACH_COUNTY), Reading(Decimal(3)), Doubt.CONTRIBUTES),
    ],
)
def test_what_cannot_be_told_says_why(figure: Indicator, reading: Reading, doubt: Doubt) -> None:
    verdict = judge(figure, reading, TODAY)
    assert (verdict.judgement, verdict.doubt) == (Judgement.CANNOT_TELL, doubt)


def test_a_share_says_how_many_people_are_missing() -> None:
    verdict = judge(a_figure(Comparator.ABOVE, ratio=STAFF), a_ratio(46, 98), TODAY)
    assert (verdict.judgement, verdict.short_by, verdict.needed) == (Judgement.MISSED, Decimal(4), Decimal(50))


def test_a_multiple_says_how_many_are_missing() -> None:
    figure = a_figure(value="2", unit="倍", ratio=RatioOf("培训人次", "在校生", "人次"))
    verdict = judge(figure, a_ratio(2914, 1860), TODAY)
    assert (verdict.short_by, verdict.needed) == (Decimal(806), Decimal(3720))


@given(counts, counts.filter(bool), st.sampled_from([Comparator.AT_LEAST, Comparator.ABOVE]), st.integers(0, 100))
def test_adding_what_is_missing_reaches_the_target(
    part: Decimal, whole: Decimal, comparator: Comparator, target: int
) -> None:
    figure = a_figure(comparator, str(target), ratio=STAFF)
    verdict = judge(figure, a_ratio(part, whole), TODAY)
    if verdict.judgement is Judgement.REACHED:
        return
    assert verdict.short_by is not None
    assert judge(figure, a_ratio(part + verdict.short_by, whole), TODAY).judgement is Judgement.REACHED
    assert judge(figure, a_ratio(part + verdict.short_by - 1, whole), TODAY).judgement is Judgement.MISSED


@given(counts, counts.filter(bool), st.sampled_from([Comparator.AT_MOST, Comparator.BELOW]), st.integers(1, 100))
def test_taking_off_what_is_too_many_reaches_the_target(
    part: Decimal, whole: Decimal, comparator: Comparator, target: int
) -> None:
    figure = a_figure(comparator, str(target), ratio=STAFF)
    verdict = judge(figure, a_ratio(part, whole), TODAY)
    if verdict.judgement is Judgement.REACHED:
        return
    assert verdict.needed is not None
    assert judge(figure, a_ratio(verdict.needed, whole), TODAY).judgement is Judgement.REACHED


@given(counts, counts.filter(bool))
def test_a_share_is_worked_out_from_its_two_counts(part: Decimal, whole: Decimal) -> None:
    actual = actual_value(a_figure(ratio=STAFF), a_ratio(part, whole))
    assert actual is not None
    assert abs(actual * whole - part * 100) < Decimal("1e-15")
