"""What an inspector would ask about before anything is handed in (质检): pure rules over one assessment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.vocabulary import EvidenceId, FindingNumber, IndicatorKey, ItemKey, Judgement, Status
from services.checklist import Checklist, ItemRow
from services.dossiers import Dossier
from services.evidence.flags import REUSED_FROM, EvidenceFlag, flags_of
from services.feeding import Footing, offer_of
from services.findings.rows import FindingRow
from services.outlook import outlook


class Flaw(StrEnum):
    """What is wrong, in the order in which it is asked about."""

    UNANSWERED = "unanswered"
    BARE = "bare"
    NO_REASON = "no_reason"
    NO_ACCOUNT = "no_account"
    MET_BUT_MISSED = "met_but_missed"
    CONTRADICTS = "contradicts"
    UNREAD = "unread"
    TO_REVIEW = "to_review"
    EXPIRED = "expired"
    OUTSIDE = "outside"
    REUSED = "reused"
    OVERDUE = "overdue"
    NO_FINDING = "no_finding"
    NO_DEPARTMENT = "no_department"


@dataclass(frozen=True, slots=True)
class FlawRow:
    """One thing wrong and where: always an item, or else a finding; `what` names the figure, piece or problem."""

    flaw: Flaw
    item: ItemKey | None
    what: str = ""
    indicator: IndicatorKey | None = None
    evidence: EvidenceId | None = None
    finding: FindingNumber | None = None


def flaws(dossier: Dossier, today: date, *, reused_from: int = REUSED_FROM) -> tuple[FlawRow, ...]:
    """List everything wrong as of `today`: by kind, then in the order of the document.

    A piece that serves `reused_from` items or more is worth a second look.
    """
    found = [
        *_of_answers(dossier.checklist, frozenset(row.item for row in dossier.findings if row.item is not None)),
        *_of_figures(dossier.checklist),
        *_unread(dossier.checklist, today),
        *_of_pieces(dossier, today, reused_from),
        *_of_findings(dossier.findings),
    ]
    order = {flaw: place for place, flaw in enumerate(Flaw)}
    return tuple(sorted(found, key=lambda row: order[row.flaw]))


def _of_answers(checklist: Checklist, with_finding: frozenset[ItemKey]) -> Iterator[FlawRow]:
    for row in checklist.binding_items():
        for flaw in _flaws_of(row, has_finding=row.key in with_finding):
            yield FlawRow(flaw, row.key)


def _flaws_of(row: ItemRow, *, has_finding: bool) -> Iterator[Flaw]:
    answer = row.answer
    falls_short = row.status in (Status.PARTLY_MET, Status.NOT_MET)
    holds = {
        Flaw.UNANSWERED: row.status is Status.UNANSWERED,
        Flaw.BARE: row.status is Status.MET and not row.evidence,
        Flaw.NO_REASON: row.status is Status.NOT_APPLICABLE and not answer.reason.strip(),
        Flaw.NO_ACCOUNT: falls_short and not (answer.missing.strip() or answer.note.strip()),
        Flaw.TO_REVIEW: row.needs_review,
        Flaw.NO_FINDING: falls_short and not has_finding,
        Flaw.NO_DEPARTMENT: row.status is not Status.NOT_APPLICABLE and not answer.department.strip(),
    }
    return (flaw for flaw, is_so in holds.items() if is_so)


def _of_figures(checklist: Checklist) -> Iterator[FlawRow]:
    for row in checklist.binding_items():
        if row.status is Status.NOT_APPLICABLE:
            continue
        for figure in row.indicators:
            name, key = figure.indicator.name, figure.indicator.key
            if row.status is Status.MET and figure.judgement is Judgement.MISSED:
                yield FlawRow(Flaw.MET_BUT_MISSED, row.key, name, indicator=key)
            if offer_of(checklist.policy.slug, figure, checklist.facts).footing is Footing.CONTRADICTS:
                yield FlawRow(Flaw.CONTRADICTS, row.key, name, indicator=key)


def _unread(checklist: Checklist, today: date) -> Iterator[FlawRow]:
    for row in outlook(checklist, today).unread:
        figure = row.figure.indicator
        yield FlawRow(Flaw.UNREAD, row.item.key, figure.name, indicator=figure.key)


def _of_pieces(dossier: Dossier, today: date, reused_from: int) -> Iterator[FlawRow]:
    flaw_of = {
        EvidenceFlag.EXPIRED: Flaw.EXPIRED,
        EvidenceFlag.OUTSIDE: Flaw.OUTSIDE,
        EvidenceFlag.REUSED: Flaw.REUSED,
    }
    for piece in dossier.pieces:
        year, serves = dossier.checklist.year, len(piece.items)
        for flag in flags_of(piece.evidence, serves, year, today, reused_from=reused_from):
            if flag in flaw_of:
                row = piece.evidence
                yield FlawRow(flaw_of[flag], piece.items[0], f"{row.number} {row.name}".strip(), evidence=row.id)


def _of_findings(findings: Iterable[FindingRow]) -> Iterator[FlawRow]:
    return (
        FlawRow(Flaw.OVERDUE, row.item, row.remedy.problem, finding=row.number) for row in findings if row.is_overdue
    )
