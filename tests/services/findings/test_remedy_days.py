"""How long each kind of remedy usually takes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import RemedyKind
from services.findings.remedy_days import is_unusual, kind_for, suggested_deadline, with_found_on, with_kind
from services.findings.rows import Remedy

DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))
KINDS = st.sampled_from(RemedyKind)


@pytest.mark.parametrize(
    ("kind", "found_on", "deadline"),
    [
        (RemedyKind.AT_ONCE, date(2025, 1, 1), date(2025, 3, 2)),
        (RemedyKind.AT_ONCE, date(2024, 1, 1), date(2024, 3, 1)),
        (RemedyKind.BY_STAGES, date(2025, 9, 1), date(2026, 9, 1)),
        (RemedyKind.BY_STAGES, date(2024, 2, 29), date(2025, 2, 28)),
        (RemedyKind.LASTING, date(2024, 2, 29), date(2029, 2, 28)),
        (RemedyKind.LASTING, date(2025, 12, 31), date(2030, 12, 31)),
        (RemedyKind.LASTING, date.max, date.max),
        (RemedyKind.AT_ONCE, date.max, date.max),
    ],
)
def test_the_suggested_deadline_is_the_last_usual_day(kind: RemedyKind, found_on: date, deadline: date) -> None:
    assert suggested_deadline(kind, found_on) == deadline


@given(DAYS)
def test_what_is_mended_at_once_has_sixty_days_and_the_rest_longer(found_on: date) -> None:
    at_once, by_stages, lasting = (suggested_deadline(kind, found_on) for kind in RemedyKind)
    assert at_once - found_on == timedelta(days=60)
    assert at_once < by_stages < lasting


@given(DAYS, st.sampled_from([RemedyKind.BY_STAGES, RemedyKind.LASTING]))
def test_years_on_it_is_the_same_day_or_the_last_of_february(found_on: date, kind: RemedyKind) -> None:
    deadline, years = suggested_deadline(kind, found_on), 1 if kind is RemedyKind.BY_STAGES else 5
    assert deadline.year - found_on.year == years
    same = (deadline.month, deadline.day) == (found_on.month, found_on.day)
    assert same or ((found_on.month, found_on.day), (deadline.month, deadline.day)) == ((2, 29), (2, 28))


@given(DAYS, DAYS)
def test_no_later_day_is_due_sooner(one: date, other: date) -> None:
    first, second = sorted((one, other))
    for kind in RemedyKind:
        assert suggested_deadline(kind, first) <= suggested_deadline(kind, second)


@given(DAYS, KINDS)
def test_the_kind_that_suggested_a_deadline_is_found_again(found_on: date, kind: RemedyKind) -> None:
    assert kind_for(found_on, suggested_deadline(kind, found_on)) is kind


@given(DAYS, KINDS, KINDS)
def test_a_suggested_deadline_moves_with_the_kind_and_a_chosen_one_stays(
    found_on: date, kind: RemedyKind, other: RemedyKind
) -> None:
    suggested = with_kind(Remedy(kind=other, found_on=found_on), kind)
    assert with_kind(suggested, other).deadline == suggested_deadline(other, found_on)
    chosen = Remedy(kind=kind, found_on=found_on, deadline=found_on + timedelta(days=1))
    assert with_kind(chosen, other).deadline == chosen.deadline


@given(DAYS, DAYS, KINDS)
def test_a_suggested_deadline_moves_with_the_day_it_was_found(found_on: date, other: date, kind: RemedyKind) -> None:
    remedy = Remedy(kind=kind, found_on=found_on, deadline=suggested_deadline(kind, found_on))
    assert with_found_on(remedy, other).deadline == suggested_deadline(kind, other)


def test_a_deadline_beyond_the_usual_time_is_unusual() -> None:
    remedy = Remedy(found_on=date(2025, 1, 1), deadline=date(2025, 3, 2))
    assert not is_unusual(remedy)
    assert is_unusual(Remedy(found_on=date(2025, 1, 1), deadline=date(2025, 3, 3)))
    assert not is_unusual(Remedy(found_on=date(2025, 1, 1)))
