"""Completion and compliance."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import Status
from services.scoring import Score, mark_of, score_of

some_statuses = st.lists(st.sampled_from(Status), max_size=40)


@given(some_statuses)
def test_an_item_that_does_not_apply_counts_for_nothing_in_compliance(some: list[Status]) -> None:
    assert score_of(some).compliance == score_of([*some, Status.NOT_APPLICABLE]).compliance


@given(some_statuses)
def test_every_item_is_counted_once(some: list[Status]) -> None:
    assert score_of(some).must_answer == len(some)


@given(some_statuses, some_statuses)
def test_scores_add_up(some: list[Status], more: list[Status]) -> None:
    assert score_of(some) + score_of(more) == score_of(some + more)


@given(some_statuses)
def test_partly_met_never_raises_compliance(some: list[Status]) -> None:
    before, after = score_of(some).compliance, score_of([*some, Status.PARTLY_MET]).compliance
    assert before is None or (after is not None and after <= before)


def test_completion_and_compliance_are_two_figures() -> None:
    score = Score(met=38, partly_met=13, not_met=6, not_applicable=3, unanswered=4)
    assert (score.completion, score.compliance) == (Fraction(60, 64), Fraction(38, 61))


def test_nothing_to_answer_has_no_figure() -> None:
    assert Score().completion is None
    assert Score(not_applicable=2).compliance is None


@pytest.mark.parametrize(
    ("score", "mark"),
    [
        (Score(met=2, not_met=1, unanswered=1), Status.UNANSWERED),
        (Score(met=2, partly_met=1, not_met=1), Status.NOT_MET),
        (Score(met=2, partly_met=1), Status.PARTLY_MET),
        (Score(met=2, not_applicable=1), Status.MET),
        (Score(not_applicable=1), Status.NOT_APPLICABLE),
    ],
)
def test_a_clause_shows_its_worst_verdict_once_all_is_answered(score: Score, mark: Status) -> None:
    assert mark_of(score) is mark
