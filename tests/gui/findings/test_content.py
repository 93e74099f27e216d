"""What the ledger shows: groups, filters, the line of months."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.findings.content import (
    Entry,
    Group,
    HeadEntry,
    Narrowing,
    RowEntry,
    entries_of,
    group_of,
    narrowed,
    neighbour_of,
)
from gui.findings.timeline import Axis
from models.vocabulary import FindingNumber, FindingState, ItemKey, RemedyKind
from services.findings.rows import Finding, FindingRow, Remedy

TODAY = date(2025, 11, 21)


def _row(number: int, state: FindingState = FindingState.MENDING, **fields: object) -> FindingRow:
    remedy = replace(Remedy("问题", deadline=TODAY, found_on=TODAY), **fields)  # type: ignore[arg-type]
    finding = Finding(True, state, remedy, closed_on=TODAY if state is FindingState.CLOSED else None)
    moment = datetime(2025, 11, 21, tzinfo=UTC)
    return FindingRow(FindingNumber(number), ItemKey("6-3"), finding, (), (), "佐证", TODAY, moment, "王老师")


def test_the_overdue_stand_first_then_by_deadline() -> None:
    rows = [
        _row(1, deadline=TODAY + timedelta(days=9)),
        _row(2, FindingState.CLOSED),
        _row(3, deadline=TODAY - timedelta(days=1)),
        _row(4, deadline=TODAY + timedelta(days=2)),
        _row(5, deadline=TODAY - timedelta(days=21)),
        _row(6, FindingState.TO_REVIEW, deadline=None),
    ]
    entries = entries_of(rows, frozenset())
    assert [one.group if isinstance(one, HeadEntry) else one.row.number for one in entries] == [
        *(Group.OVERDUE, 5, 3),
        *(Group.MENDING, 4, 1),
        *(Group.TO_REVIEW, 6),
        *(Group.CLOSED, 2),
    ]
    assert entries[0] == HeadEntry(Group.OVERDUE, 2, False)


def test_a_folded_group_keeps_its_heading_and_its_count() -> None:
    entries = entries_of([_row(1), _row(2)], frozenset([Group.MENDING]))
    assert entries == (HeadEntry(Group.MENDING, 2, True),)


@pytest.mark.parametrize("state", [FindingState.CLOSED, FindingState.WITHDRAWN])
def test_what_is_done_with_is_never_overdue(state: FindingState) -> None:
    assert group_of(_row(1, state, deadline=TODAY - timedelta(days=99))) is Group(state.value)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Narrowing(), [1, 2, 3]),
        (Narrowing(text="规程"), [1]),
        (Narrowing(text="序号2"), [2]),
        (Narrowing(text="bgc"), [1]),
        (Narrowing(text="实训 重编"), [1]),
        (Narrowing(text="jwk"), [2]),
        (Narrowing(department="教务科"), [2]),
        (Narrowing(department=""), [3]),
        (Narrowing(kind=RemedyKind.LASTING), [3]),
        (Narrowing(group=Group.OVERDUE), [1]),
        (Narrowing(text="规程", department="教务科"), []),
    ],
)
def test_filters_combine(wanted: Narrowing, kept: list[int]) -> None:
    rows = [
        _row(1, measure="重编规程", lead="实训处", deadline=TODAY - timedelta(days=1)),
        _row(2, lead="教务科"),
        _row(3, kind=RemedyKind.LASTING),
    ]
    assert [row.number for row in narrowed(rows, wanted)] == kept


def test_going_on_stops_at_both_ends_and_begins_at_the_first() -> None:
    entries: list[Entry] = [HeadEntry(Group.MENDING, 2, False), RowEntry(_row(4)), RowEntry(_row(7))]
    assert [neighbour_of(entries, 4, 1), neighbour_of(entries, 7, 1), neighbour_of(entries, 4, -1)] == [7, None, None]
    assert (neighbour_of(entries, None, 1), neighbour_of([], 4, 1)) == (4, None)


def test_today_stands_in_the_third_of_four_months() -> None:
    axis = Axis(TODAY)
    assert [start.month for start in axis.starts] == [9, 10, 11, 12]
    assert axis.share(date(2025, 9, 1)) == 0
    assert axis.share(TODAY) == pytest.approx((2 + 20 / 30) / 4)


def test_a_bar_that_runs_past_the_line_has_an_open_end() -> None:
    axis = Axis(TODAY)
    span = axis.span(date(2025, 1, 1), date(2026, 12, 31))
    assert span is not None
    assert (span.left, span.right, span.is_open_left, span.is_open_right) == (0, 1, True, True)
    assert axis.span(date(2024, 1, 1), date(2024, 2, 1)) is None
    assert axis.span(date(2027, 1, 1), date(2027, 2, 1)) is None


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_later_day_stands_further_right(one: date, other: date) -> None:
    axis, (first, last) = Axis(TODAY), sorted((one, other))
    assert axis.share(first) <= axis.share(last)
    span = axis.span(first, last)
    assert span is None or 0 <= span.left <= span.right <= 1
