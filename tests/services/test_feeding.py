"""Readings taken from base data follow them; typed ones stay, and are contradicted openly."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from checklists.policy import RatioOf
from models.vocabulary import AssessmentId, IndicatorKey, Judgement, Origin
from services.checklist import Fact, IndicatorRow
from services.feeding import Footing, fillings, offer_of, proposals
from services.judging import Reading, judge
from services.workspace import Workspace
from tests.builders import TODAY, a_measure, a_policy, a_workspace, an_assessment, an_indicator, an_item

SHARE = RatioOf("双师型教师", "专业教师", "人")
KEY = IndicatorKey("1-1-a")
NOTHING = Reading()
FACTS = (
    Fact("“双师型”教师", "62", "人", date(2025, 9, 30), "认定台账"),
    Fact("专业课教师数", "104", "人", date(2025, 9, 1), "教师名册"),
)


def _row(reading: Reading = NOTHING) -> IndicatorRow:
    indicator = an_indicator(ratio=SHARE)
    return IndicatorRow(indicator, reading, judge(indicator, reading, TODAY))


def _workspace(folder: Path) -> Workspace:
    figures = (
        an_indicator(ratio=SHARE),
        an_indicator("1-2-a", "1-2", name="年培训人次", unit="万人次", value=Decimal(1)),
    )
    measure = a_measure(items=(an_item("1-1"), an_item("1-2")), indicators=figures)
    return a_workspace(folder, a_policy([measure]))


def _fill(workspace: Workspace, assessment: AssessmentId, *facts: Fact) -> int:
    found = proposals(workspace.assessments.checklist(assessment), facts)
    return len(workspace.assessments.take_readings(assessment, fillings(found)).parts)


def _reading(workspace: Workspace, assessment: AssessmentId, place: int = 0) -> Reading:
    return list(workspace.assessments.checklist(assessment).items())[place].indicators[0].reading


def test_base_data_offer_both_counts_with_the_older_day_and_both_sources() -> None:
    offer = offer_of("test", _row(), FACTS)
    assert offer.footing is Footing.OFFERED
    wanted = Reading(
        Decimal(62) * 100 / 104, Decimal(62), Decimal(104), date(2025, 9, 1), "认定台账、教师名册", Origin.BASE
    )
    assert offer.reading == wanted


def test_a_lacking_figure_is_named() -> None:
    offer = offer_of("test", _row(), FACTS[:1])
    assert (offer.footing, offer.missing) == (Footing.LACKING, ("专业课教师数",))


def test_a_figure_in_a_unit_of_another_kind_lacks() -> None:
    assert offer_of("test", _row(), (FACTS[0], Fact("专业课教师数", "104", "元"))).footing is Footing.LACKING


def test_a_typed_value_that_differs_contradicts_and_is_left_alone() -> None:
    offer = offer_of("test", _row(Reading(None, Decimal(46), Decimal(98))), FACTS)
    assert offer.footing is Footing.CONTRADICTS


@given(part=st.integers(0, 500), whole=st.integers(1, 500))
def test_a_typed_value_agrees_or_contradicts_and_never_follows(part: int, whole: int) -> None:
    typed = Reading(Decimal(part) * 100 / whole, Decimal(part), Decimal(whole))
    footing = offer_of("test", _row(typed), FACTS).footing
    assert footing is (Footing.AGREES if (part, whole) == (62, 104) else Footing.CONTRADICTS)


def test_one_count_that_agrees_waits_for_the_other(tmp_path: Path) -> None:
    assert offer_of("test", _row(Reading(whole=Decimal(104))), FACTS).footing is Footing.OFFERED
    assert offer_of("test", _row(Reading(whole=Decimal(100))), FACTS).footing is Footing.CONTRADICTS


def test_filling_is_one_step_that_can_be_undone_and_redone(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        found = proposals(workspace.assessments.checklist(assessment), (*FACTS, Fact("年培训人次", "29140", "人次")))
        change = workspace.assessments.take_readings(assessment, fillings(found))
        assert len(change.parts) == 2
        assert _reading(workspace, assessment, 1).value == Decimal("2.914")
        workspace.assessments.carry_out(assessment, change.inverted())
        assert _reading(workspace, assessment) == Reading()


def test_what_was_taken_follows_when_the_base_data_change(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        assert _fill(workspace, assessment, *FACTS) == 1
        assert _fill(workspace, assessment, *FACTS) == 0
        assert _fill(workspace, assessment, replace(FACTS[0], value="70"), FACTS[1]) == 1
        assert _reading(workspace, assessment).part == 70


def test_what_was_typed_stays_when_the_base_data_change(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.take_reading(assessment, KEY, Reading(None, Decimal(46), Decimal(98)))
        assert _fill(workspace, assessment, *FACTS) == 0
        assert _reading(workspace, assessment).part == 46
        [told] = proposals(workspace.assessments.checklist(assessment), FACTS)
        assert told.offer.footing is Footing.CONTRADICTS


def test_where_a_reading_came_from_is_kept_in_rows_and_trail(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        _fill(workspace, assessment, *FACTS)
    with _workspace(tmp_path) as workspace:
        assert _reading(workspace, assessment).origin is Origin.BASE
        [change] = workspace.assessments.trail(assessment)
        assert change.parts[0].after.origin is Origin.BASE  # type: ignore[union-attr]


def test_a_filled_figure_is_judged_at_once(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        _fill(workspace, assessment, *FACTS)
        row = next(workspace.assessments.checklist(assessment).items()).indicators[0]
        assert row.judgement is Judgement.NOT_DUE
        assert row.verdict.short_by == 1


COUNTS = st.none() | st.integers(0, 200).map(Decimal)
ANY = st.builds(
    lambda part, whole, origin: Reading(None, part, whole, origin=origin), COUNTS, COUNTS, st.sampled_from(Origin)
)


@given(ANY)
def test_taking_what_is_offered_makes_a_reading_follow_and_then_nothing_is_left_to_take(kept: Reading) -> None:
    offer = offer_of("test", _row(kept), FACTS)
    assert offer.reading is not None
    taken = offer_of("test", _row(offer.reading), FACTS)
    assert taken.footing is Footing.FOLLOWS


@example(Reading(None, Decimal(62), Decimal(104)))
@given(ANY)
def test_a_whole_typed_reading_is_never_filled_over(kept: Reading) -> None:
    is_whole = kept.part is not None and kept.whole is not None
    footing = offer_of("test", _row(kept), FACTS).footing
    if is_whole and kept.origin is Origin.TYPED:
        assert footing in (Footing.AGREES, Footing.CONTRADICTS)
    if kept.origin is Origin.BASE and kept.is_given:
        assert footing in (Footing.FOLLOWS, Footing.BEHIND, Footing.OFFERED)
