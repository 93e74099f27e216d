"""What is wrong with a piece of evidence, or may be: pure rules over plain values."""

from datetime import date
from enum import StrEnum

from models.vocabulary import Status
from services.checklist import Checklist, EvidenceRow, ItemRow

REUSED_FROM = 3
"""A piece that serves so many items is worth a second look."""


class EvidenceFlag(StrEnum):
    """What a badge says, the most pressing first."""

    LOST = "lost"
    EXPIRED = "expired"
    OUTSIDE = "outside"
    REUSED = "reused"
    UNDATED = "undated"


def flags_of(
    row: EvidenceRow, serves: int, year: int, today: date, *, reused_from: int = REUSED_FROM
) -> tuple[EvidenceFlag, ...]:
    """Say what of this holds for a piece, whether its file is there apart."""
    found = {
        EvidenceFlag.EXPIRED: is_expired(row, today),
        EvidenceFlag.OUTSIDE: is_outside(row, year),
        EvidenceFlag.REUSED: serves >= reused_from,
        EvidenceFlag.UNDATED: row.formed_on is None,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def is_expired(row: EvidenceRow, today: date) -> bool:
    """Say whether its last valid day has passed."""
    return row.valid_until is not None and row.valid_until < today


def is_outside(row: EvidenceRow, year: int) -> bool:
    """Say whether it belongs to another year.

    The year written down decides; without one it is the years from its forming to the end of its validity, or the
    year of its forming alone. A piece of no date at all is not judged.
    """
    if row.year is not None:
        return row.year != year
    if row.formed_on is None:
        return False
    last = row.valid_until.year if row.valid_until else row.formed_on.year
    return not row.formed_on.year <= year <= max(last, row.formed_on.year)


def lacking(checklist: Checklist) -> tuple[ItemRow, ...]:
    """List the items that are said to be met and have nothing to show for it."""
    return tuple(row for row in checklist.binding_items() if row.status is Status.MET and not row.evidence)
