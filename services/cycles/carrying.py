"""What one cycle hands on to the next: pure rules over what was written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checklists.revisions import RevisionRow
from models.vocabulary import ItemKey, SchoolId
from services.checklist import Answer, Checklist, EvidenceRow
from services.evidence.flags import is_expired, is_outside
from services.evidence.register import PieceRow
from services.findings.rows import FindingRow
from services.listed import PolicyRow, SchoolRow

Ways = Mapping[ItemKey, tuple[ItemKey, ...]]
"""Where every item of the earlier revision stands in the later one; gone ones lead nowhere."""


class LeftBehind(StrEnum):
    """Why a piece of evidence is not carried over."""

    EXPIRED = "left_expired"
    OUTSIDE = "left_outside"
    NOWHERE = "left_nowhere"


@dataclass(frozen=True, slots=True)
class CarriedPiece:
    """A piece under its old number with the items it will serve."""

    evidence: EvidenceRow
    items: tuple[ItemKey, ...]


@dataclass(frozen=True, slots=True)
class LeftPiece:
    """A piece that stays with last year's assessment, and why."""

    evidence: EvidenceRow
    why: LeftBehind


@dataclass(frozen=True, slots=True)
class CarriedFinding:
    """An open finding under its old number and the item it will hang on, None where that is gone."""

    row: FindingRow
    item: ItemKey | None


@dataclass(frozen=True, slots=True)
class Carrying:
    """Everything that goes over, and what does not; `answers` are blank but for department and person."""

    school: SchoolRow
    before: PolicyRow
    after: PolicyRow
    last_year: int
    year: int
    ways: Ways
    answers: Mapping[ItemKey, Answer]
    pieces: tuple[CarriedPiece, ...]
    left: tuple[LeftPiece, ...]
    findings: tuple[CarriedFinding, ...]
    own_items: int
    facts: int
    answered: int

    @property
    def school_id(self) -> SchoolId:
        """Name the school."""
        return self.school.id

    @property
    def given(self) -> int:
        """Count the items that keep their department or person."""
        return sum(bool(answer.department or answer.person) for answer in self.answers.values())

    @property
    def gone(self) -> int:
        """Count the items of last year that the policy no longer has."""
        return sum(not where for where in self.ways.values())


def ways_of(rows: Iterable[RevisionRow]) -> Ways:
    """Say where items went from one revision to another."""
    return {row.before.key: tuple(one.key for one in row.after) for row in rows if row.before is not None}


def carried_answers(checklist: Checklist, ways: Ways, retired: Iterable[str]) -> dict[ItemKey, Answer]:
    """Keep who answers for what; a department that is no more is left out."""
    gone = frozenset(retired)
    found: dict[ItemKey, Answer] = {}
    for row in checklist.items():
        department = "" if row.answer.department in gone else row.answer.department
        for key in ways.get(row.key, ()):
            if department or row.answer.person:
                found.setdefault(key, Answer(department=department, person=row.answer.person))
    return found


def carried_pieces(pieces: Iterable[PieceRow], ways: Ways) -> Iterator[tuple[PieceRow, tuple[ItemKey, ...]]]:
    """Lay beside every piece the items that it would serve."""
    for piece in pieces:
        yield piece, tuple(dict.fromkeys(key for item in piece.items for key in ways.get(item, ())))


def parted(
    pieces: Iterable[PieceRow], ways: Ways, year: int, today: date
) -> tuple[tuple[CarriedPiece, ...], tuple[LeftPiece, ...]]:
    """Part the pieces that go on serving in `year` from those that do not."""
    carried: list[CarriedPiece] = []
    left: list[LeftPiece] = []
    for piece, items in carried_pieces(pieces, ways):
        why = _why_left(piece.evidence, items, year, today)
        if why is None:
            carried.append(CarriedPiece(piece.evidence, items))
        else:
            left.append(LeftPiece(piece.evidence, why))
    return tuple(carried), tuple(left)


def carried_findings(findings: Iterable[FindingRow], ways: Ways) -> tuple[CarriedFinding, ...]:
    """Keep the findings that there is still something to do about."""
    return tuple(CarriedFinding(row, _item_of(row, ways)) for row in findings if row.finding.is_open)


def _item_of(row: FindingRow, ways: Ways) -> ItemKey | None:
    return next(iter(ways.get(row.item, ())), None) if row.item is not None else None


def _why_left(row: EvidenceRow, items: tuple[ItemKey, ...], year: int, today: date) -> LeftBehind | None:
    if is_expired(row, today):
        return LeftBehind.EXPIRED
    if is_outside(row, year):
        return LeftBehind.OUTSIDE
    return None if items else LeftBehind.NOWHERE
