"""What a principal must decide: the findings and shortfalls that are most pressing, and evidence that runs out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.vocabulary import ItemKey, Status
from reports.content.ledger import standing_rows
from reports.content.tables import one_line
from reports.wording import say
from services.checklist import EvidenceRow, ItemRow
from services.dossiers import Dossier
from services.findings.rows import FindingRow

_SOON = timedelta(days=60)
_FEW = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide; `item` is what would be carried out by it."""

    text: str
    department: str
    due: str
    item: ItemKey | None


@dataclass(frozen=True, slots=True)
class _Ranked:
    day: date
    decision: Decision


def decisions(dossier: Dossier, today: date) -> tuple[Decision, ...]:
    """List them by their days, the overdue first; what has no day comes last."""
    items = {item.key: item for item in dossier.checklist.binding_items()}
    findings = [row for row in standing_rows(dossier.findings) if row.finding.is_open]
    told = {row.item for row in standing_rows(dossier.findings)}
    ranked = [_of_finding(row, items) for row in findings]
    ranked += [_of_item(item) for item in items.values() if item.status is Status.NOT_MET and item.key not in told]
    ranked += _of_evidence(dossier, today)
    return tuple(one.decision for one in sorted(ranked, key=lambda one: one.day))


def _of_finding(row: FindingRow, items: dict[ItemKey, ItemRow]) -> _Ranked:
    remedy = row.remedy
    said = one_line(remedy.measure) or one_line(remedy.problem)
    text = say("one_page.mend", number=row.number, said=said)
    item = items.get(row.item) if row.item else None
    is_short = item is not None and item.status in (Status.PARTLY_MET, Status.NOT_MET)
    decision = Decision(text, remedy.lead or say("label.dash"), _day(remedy.deadline), row.item if is_short else None)
    return _Ranked(remedy.deadline or date.max, decision)


def _of_item(item: ItemRow) -> _Ranked:
    answer = item.answer
    said = one_line(answer.missing) or one_line(item.item.text)
    text = say("one_page.carry_out", key=item.label, said=said)
    return _Ranked(
        answer.due or date.max, Decision(text, answer.department or say("label.dash"), _day(answer.due), item.key)
    )


def _of_evidence(dossier: Dossier, today: date) -> Iterator[_Ranked]:
    rows = {row.id: (row, item) for item in dossier.checklist.binding_items() for row in item.evidence}
    ending = [(row, item) for row, item in rows.values() if row.valid_until and row.valid_until <= today + _SOON]
    if ending:
        text = _renewal([row for row, _ in ending], today)
        first = min(row.valid_until for row, _ in ending if row.valid_until)
        departments = list(dict.fromkeys(row.department or item.answer.department for row, item in ending))
        who = departments[0] if len(departments) == 1 else say("one_page.several")
        yield _Ranked(first, Decision(text, who or say("label.dash"), _day(first), None))


def _renewal(ending: list[EvidenceRow], today: date) -> str:
    """Say how many pieces have run out and how many soon will; a few are named by their numbers."""
    gone = sum(row.valid_until is not None and row.valid_until < today for row in ending)
    told = [say("one_page.renew_expired", count=gone)] if gone else []
    told += [say("one_page.renew_expiring", count=len(ending) - gone, days=_SOON.days)] if len(ending) > gone else []
    numbers = [row.number for row in ending if row.number] if len(ending) <= _FEW else []
    named = say("one_page.renew_numbers", numbers="、".join(numbers)) if numbers else ""
    return say("one_page.renew", told="、".join(told), numbers=named)


def _day(day: date | None) -> str:
    return day.isoformat() if day else say("ledger_paper.no_deadline")
