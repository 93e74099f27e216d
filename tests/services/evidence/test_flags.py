"""What badges say, by tables."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.vocabulary import EvidenceId, EvidenceKind, ItemKey, Status
from services.checklist import Answer, EvidenceRow
from services.evidence.flags import EvidenceFlag, flags_of, is_expired, is_outside, lacking
from tests.reports.samples import a_checklist, an_item

TODAY = date(2025, 6, 30)
ADDED = datetime(2025, 1, 1, tzinfo=UTC)
PIECE = EvidenceRow(
    EvidenceId(1), ItemKey("1-1"), "1-1-01", EvidenceKind.FILE, "a.pdf", "", "x", 1, None, ADDED, "王老师"
)


@pytest.mark.parametrize(
    ("until", "expired"),
    [(None, False), (date(2025, 6, 30), False), (date(2025, 6, 29), True), (date(2030, 1, 1), False)],
)
def test_a_piece_expires_the_day_after_its_last(until: date | None, expired: bool) -> None:
    assert is_expired(replace(PIECE, valid_until=until), TODAY) is expired


@pytest.mark.parametrize(
    ("formed", "until", "year", "outside"),
    [
        (None, None, None, False),
        (None, None, 2025, False),
        (date(2025, 1, 1), None, 2024, True),
        (date(2023, 5, 1), None, 2025, False),
        (date(2025, 12, 31), None, None, False),
        (date(2024, 12, 31), None, None, True),
        (date(2026, 1, 1), None, None, True),
        (date(2022, 9, 1), date(2025, 8, 31), None, False),
        (date(2022, 9, 1), date(2024, 8, 31), None, True),
        (date(2025, 9, 1), date(2024, 8, 31), None, False),
    ],
)
def test_the_year_written_down_decides_and_else_the_years_it_is_valid_in(
    formed: date | None, until: date | None, year: int | None, outside: bool
) -> None:
    piece = replace(PIECE, formed_on=formed, valid_until=until, year=year)
    assert is_outside(piece, 2025) is outside


def test_the_most_pressing_thing_comes_first() -> None:
    piece = replace(PIECE, valid_until=date(2024, 1, 1), year=2024)
    assert flags_of(piece, 3, 2025, TODAY) == (
        EvidenceFlag.EXPIRED,
        EvidenceFlag.OUTSIDE,
        EvidenceFlag.REUSED,
        EvidenceFlag.UNDATED,
    )
    assert flags_of(replace(piece, formed_on=TODAY, valid_until=None, year=2025), 2, 2025, TODAY) == ()


def test_only_what_is_said_to_be_met_lacks_evidence() -> None:
    met = an_item("7-1")
    shown = replace(an_item("7-2"), evidence=(PIECE,))
    not_met = replace(an_item("7-3"), answer=Answer(Status.NOT_MET))
    assert [row.key for row in lacking(a_checklist([met, shown, not_met]))] == ["7-1"]
