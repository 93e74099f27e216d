"""What a text leaves open is no failure: more than a range counts, less than is allowed, a cycle that may still run."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.policy import Indicator
from models.vocabulary import Comparator, Judgement, Modality, Scope
from services.judging import Doubt, Reading, Verdict, bounds, judge
from services.outlook import outlook
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_indicator, an_item

TODAY = date(2025, 11, 22)
SHARES, THINGS = ["%", "‰", "倍", "比值", ":6", ""], ["个", "所", "名", "人次", "万元", "个月", "公顷"]
AMOUNTS, STEPS = st.decimals(0, 100, places=3), st.decimals("0.001", 100, places=3)
SPANS = st.sampled_from([Comparator.RANGE, Comparator.ABOUT])
CAPS = (Comparator.AT_MOST, Comparator.BELOW)
FLOORS = [comparator for comparator in Comparator if comparator not in CAPS]
DEADLINES = st.sampled_from(["", "2024", "2026"])


def a_figure(comparator: Comparator, low: Decimal | str, unit: str = "个", **fields: Any) -> Indicator:
    least = Decimal(low)
    return an_indicator(
        **{"comparator": comparator, "value": least, "max": least + 1, "unit": unit, "deadline": "", **fields}
    )


def verdict_of(figure: Indicator, value: Decimal | str, modality: Modality = Modality.MUST) -> Verdict:
    return judge(figure, Reading(Decimal(value)), TODAY, modality=modality)


def said(verdict: Verdict) -> tuple[Judgement, Doubt | None]:
    return verdict.judgement, verdict.doubt


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("0", (Judgement.MISSED, None)),
        ("1", (Judgement.REACHED, None)),
        ("2", (Judgement.REACHED, None)),
        ("3", (Judgement.CANNOT_TELL, Doubt.OVER_RANGE)),
    ],
)
def test_a_third_where_one_or_two_are_asked_is_for_people_to_judge(
    actual: str, expected: tuple[Judgement, Doubt | None]
) -> None:
    assert said(verdict_of(a_figure(Comparator.RANGE, "1"), actual)) == expected


@given(AMOUNTS, STEPS, SPANS, st.sampled_from(THINGS), DEADLINES)
def test_nothing_above_a_range_of_things_fails_and_all_below_it_does(
    low: Decimal, step: Decimal, comparator: Comparator, unit: str, deadline: str
) -> None:
    figure = a_figure(comparator, low, unit, deadline=deadline)
    least, most = bounds(figure)
    assert said(verdict_of(figure, most + step)) == (Judgement.CANNOT_TELL, Doubt.OVER_RANGE)
    below = Judgement.NOT_DUE if deadline == "2026" else Judgement.MISSED
    assert said(verdict_of(figure, least - step)) == (below, None)
    assert {verdict_of(figure, end).judgement for end in (least, most)} == {Judgement.REACHED}


@given(AMOUNTS, STEPS, SPANS, st.sampled_from(SHARES))
def test_a_share_above_its_range_is_missed(low: Decimal, step: Decimal, comparator: Comparator, unit: str) -> None:
    figure = a_figure(comparator, low, unit)
    verdict = verdict_of(figure, bounds(figure)[1] + step)
    assert (said(verdict), verdict.gap) == ((Judgement.MISSED, None), step)


@given(AMOUNTS, STEPS)
def test_more_than_an_exact_number_is_missed(low: Decimal, step: Decimal) -> None:
    assert verdict_of(a_figure(Comparator.EQUAL, low), low + step).judgement is Judgement.MISSED


@pytest.mark.parametrize("scope", [Scope.NAMED, Scope.EACH_SCHOOL])
@given(AMOUNTS, STEPS)
def test_what_may_take_years_is_reached_sooner_and_missed_later(scope: Scope, low: Decimal, step: Decimal) -> None:
    figure = a_figure(Comparator.RANGE, low, "年", scope=scope)
    assert verdict_of(figure, low - step).judgement is Judgement.REACHED
    assert verdict_of(figure, low + 1).judgement is Judgement.REACHED
    assert said(verdict_of(figure, low + 1 + step)) == (Judgement.MISSED, None)


@given(AMOUNTS, STEPS)
def test_a_persons_years_may_be_more_but_not_fewer(low: Decimal, step: Decimal) -> None:
    figure = a_figure(Comparator.RANGE, low, "年", scope=Scope.EACH_PERSON)
    assert verdict_of(figure, low - step).judgement is Judgement.MISSED
    assert said(verdict_of(figure, low + 1 + step)) == (Judgement.CANNOT_TELL, Doubt.OVER_RANGE)


@given(AMOUNTS, STEPS, st.sampled_from(FLOORS), st.sampled_from(THINGS + SHARES), DEADLINES)
def test_falling_short_of_what_is_allowed_fails_nobody(
    low: Decimal, step: Decimal, comparator: Comparator, unit: str, deadline: str
) -> None:
    figure = a_figure(comparator, low, unit, deadline=deadline)
    short = verdict_of(figure, bounds(figure)[0] - step, Modality.MAY)
    assert said(short) == (Judgement.CANNOT_TELL, Doubt.ALLOWED)


@given(AMOUNTS, STEPS, st.sampled_from(list(Comparator)), st.sampled_from(THINGS + SHARES), DEADLINES)
def test_what_is_reached_or_too_much_is_judged_alike_where_it_is_only_allowed(
    low: Decimal, step: Decimal, comparator: Comparator, unit: str, deadline: str
) -> None:
    figure = a_figure(comparator, low, unit, deadline=deadline)
    enough = bounds(figure)[0] + step
    assert verdict_of(figure, enough, Modality.MAY) == verdict_of(figure, enough)


def test_a_limit_to_what_is_allowed_still_holds() -> None:
    figure = a_figure(Comparator.AT_MOST, "25", "%")
    assert verdict_of(figure, "25", Modality.MAY).judgement is Judgement.REACHED
    assert verdict_of(figure, "25.1", Modality.MAY).judgement is Judgement.MISSED


@given(AMOUNTS, AMOUNTS, st.sampled_from(list(Comparator)), st.sampled_from([Modality.SUPPORT, Modality.ENCOURAGE]))
def test_what_is_supported_or_encouraged_is_judged_like_any_duty(
    value: Decimal, low: Decimal, comparator: Comparator, modality: Modality
) -> None:
    figure = a_figure(comparator, low, "%")
    assert verdict_of(figure, value, modality) == verdict_of(figure, value)


@pytest.mark.parametrize("frequency", ["五年一周期", "5年累计", "轮训"])
def test_within_a_cycle_of_unprinted_end_nobody_is_late(frequency: str) -> None:
    everyone = a_figure(Comparator.EQUAL, "100", "%", frequency=frequency)
    assert said(verdict_of(everyone, "99.9")) == (Judgement.CANNOT_TELL, Doubt.OPEN_CYCLE)
    assert verdict_of(everyone, "100").judgement is Judgement.REACHED


@pytest.mark.parametrize(("deadline", "expected"), [("2025", Judgement.NOT_DUE), ("2024", Judgement.MISSED)])
def test_a_cycle_whose_end_is_printed_is_judged_by_it(deadline: str, expected: Judgement) -> None:
    everyone = a_figure(Comparator.EQUAL, "100", "%", frequency="五年一周期", deadline=deadline)
    assert said(verdict_of(everyone, "60")) == (expected, None)


def test_what_is_asked_every_year_is_missed_when_it_is_not_there() -> None:
    assert verdict_of(a_figure(Comparator.AT_LEAST, "1", "次", frequency="每年"), "0").judgement is Judgement.MISSED


@pytest.mark.parametrize(("modality", "judgement"), [(Modality.MAY, "cannot_tell"), (Modality.ENCOURAGE, "missed")])
def test_an_assessment_judges_as_strongly_as_the_item_asks(
    tmp_path: Path, modality: Modality, judgement: Judgement
) -> None:
    figure = a_figure(Comparator.AT_LEAST, "50", "%")
    policy = a_policy([a_measure(1, [an_item("1-1", modality=modality)], indicators=(figure,))])
    with a_workspace(tmp_path, policy) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.take_reading(assessment, figure.key, Reading(Decimal(40)))
        found = outlook(workspace.assessments.checklist(assessment), TODAY)
        assert [row.figure.judgement for row in found.figures] == [judgement]
        assert found.unread == ()
