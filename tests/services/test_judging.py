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


VALUES = st.decimals(-1000, 1000, places=3, allow_nan=False)
RISING, FALLING = (Comparator.AT_LEAST, Comparator.ABOVE), (Comparator.AT_MOST, Comparator.BELOW)
DEADLINES = st.sampled_from(["", "2024", "2025", "2026-06-30"])


def _rank(figure: Indicator, value: Decimal) -> bool:
    return judge(figure, Reading(value), TODAY).judgement is Judgement.REACHED


@given(VALUES, st.decimals(0, 100, places=3), VALUES, st.sampled_from([*RISING, *FALLING]), DEADLINES)
def test_a_better_value_never_turns_reached_into_missed(
    value: Decimal, better: Decimal, target: Decimal, comparator: Comparator, deadline: str
) -> None:
    figure = a_figure(comparator, str(target), unit="个", deadline=deadline)
    improved = value + better if comparator in RISING else value - better
    assert _rank(figure, improved) >= _rank(figure, value)


@given(VALUES, VALUES, st.decimals(0, 100, places=3), st.sampled_from([Comparator.RANGE, Comparator.ABOUT]))
def test_coming_nearer_to_a_range_never_turns_reached_into_missed(
    value: Decimal, low: Decimal, width: Decimal, comparator: Comparator
) -> None:
    figure = a_figure(comparator, str(abs(low)), max=str(abs(low) + width), unit="个")
    middle = abs(low) + (width / 2 if comparator is Comparator.RANGE else 0)
    assert _rank(figure, (value + middle) / 2) >= _rank(figure, value)


@given(VALUES, VALUES, st.decimals(0, 100, places=3), st.sampled_from(list(Comparator)))
def test_the_gap_leads_exactly_onto_the_bound(
    value: Decimal, target: Decimal, width: Decimal, comparator: Comparator
) -> None:
    figure = a_figure(comparator, str(target), max=str(target + width), unit="个")
    verdict = judge(figure, Reading(value), TODAY)
    if verdict.gap is None:
        return
    assert verdict.gap >= 0
    bounds = {target, target + width, target * Decimal("0.9"), target * Decimal("1.1")}
    assert {value + verdict.gap, value - verdict.gap} & bounds


@given(counts, st.integers(1, 2000).map(Decimal), st.integers(1, 50), st.integers(0, 50))
def test_a_share_within_a_range_takes_whole_people_from_either_side(
    part: Decimal, whole: Decimal, low: int, width: int
) -> None:
    figure = a_figure(Comparator.RANGE, str(low), max=str(low + width), ratio=STAFF)
    verdict = judge(figure, a_ratio(part, whole), TODAY)
    if verdict.judgement is Judgement.REACHED:
        return
    assert verdict.needed is not None and verdict.needed == verdict.needed.to_integral_value()
    outer = verdict.needed - 1 if verdict.needed > part else verdict.needed + 1
    assert judge(figure, a_ratio(outer, whole), TODAY).judgement is Judgement.MISSED


@given(counts, st.sampled_from(list(Comparator)))
def test_a_zero_whole_is_never_judged(part: Decimal, comparator: Comparator) -> None:
    verdict = judge(a_figure(comparator, max="60", ratio=STAFF), a_ratio(part, 0), TODAY)
    assert (verdict.judgement, verdict.doubt) == (Judgement.CANNOT_TELL, Doubt.ZERO_WHOLE)


@given(VALUES, DEADLINES, st.sampled_from([Scope.CITY_TOTAL, Scope.EACH_COUNTY]))
def test_a_share_of_a_citys_figure_is_never_a_failure(value: Decimal, deadline: str, scope: Scope) -> None:
    figure = a_figure(unit="人", deadline=deadline, scope=scope)
    assert judge(figure, Reading(value), TODAY).judgement is Judgement.CANNOT_TELL


@given(VALUES, VALUES, st.sampled_from(list(Comparator)))
def test_a_deadline_only_postpones_a_miss(value: Decimal, target: Decimal, comparator: Comparator) -> None:
    now = judge(a_figure(comparator, str(target), max=str(target + 5)), Reading(value), TODAY)
    later = judge(a_figure(comparator, str(target), max=str(target + 5), deadline="2026"), Reading(value), TODAY)
    expected = Judgement.NOT_DUE if now.judgement is Judgement.MISSED else now.judgement
    assert (later.judgement, later.gap) == (expected, now.gap)


@pytest.mark.parametrize(
    ("unit", "value", "reached", "missed"),
    [("次", "1", "1", "0"), ("个月", "10", "10", "9.9"), (":6", "4", "4", "3.9"), ("元/年", "10000", "10000", "9999")],
)
def test_times_months_odds_and_yearly_sums_are_judged_as_they_are_printed(
    unit: str, value: str, reached: str, missed: str
) -> None:
    figure = a_figure(Comparator.AT_LEAST, value, unit=unit)
    assert _rank(figure, Decimal(reached)) and not _rank(figure, Decimal(missed))
