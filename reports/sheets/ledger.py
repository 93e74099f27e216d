"""The rectification ledger (整改台账) as a sheet: what it says and how its columns look."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from models.vocabulary import FindingState
from reports.sheets.cells import Look, Value, content_of, new_book
from reports.sheets.pages import Column, Page, lay
from reports.wording import say, words
from resources import word
from services.checklist import Checklist
from services.findings.rows import FindingRow, Recognition, Review, RoundRow, SelfReport

_WIDTHS = (7, 26, 18, 14, 20, 9, 10, 8, 10, 12, 12, 9, 6, 7, 24, 20, 12, 16, 12)
_LOOKS = {
    0: Look.WORD,
    5: Look.WORD,
    9: Look.DAY,
    10: Look.DAY,
    11: Look.WORD,
    12: Look.WORD,
    13: Look.PERCENT,
    16: Look.DAY,
}


def ledger_sheet(checklist: Checklist, rows: Sequence[FindingRow], today: date, mark: str = "") -> bytes:
    """Give the ledger of an assessment as an XLSX file, as it stands on a day; the overdue come first.

    `mark` says at the foot of each page which edition it is.
    """
    title = say("ledger.title", school=checklist.school.name, year=checklist.year)
    book = new_book(title)
    cells = list(map(_cells, ranked(rows)))
    lay(book, Page(say("ledger.name"), title, _about(checklist, rows, today), _columns(), cells, held=2, mark=mark))
    return content_of(book)


def ranked(rows: Iterable[FindingRow]) -> list[FindingRow]:
    """Put the overdue first, then by how far they have come, then by deadline."""
    return sorted(rows, key=_rank)


def _rank(row: FindingRow) -> tuple[bool, int, date, int]:
    state = list(FindingState).index(row.state)
    return not row.is_overdue, 0 if row.is_overdue else state, row.remedy.deadline or date.max, row.number


def _columns() -> tuple[Column, ...]:
    heads = words("ledger.heads")
    return tuple(
        Column(head, width, _LOOKS.get(place, Look.TEXT))
        for place, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True))
    )


def _about(checklist: Checklist, rows: Sequence[FindingRow], today: date) -> str:
    counts = {state: sum(row.state is state for row in rows) for state in FindingState}
    told = say("ledger.counted", count=len(rows), overdue=sum(row.is_overdue for row in rows))
    standing = (say("ledger.standing", state=word(state), count=count) for state, count in counts.items() if count)
    return say("ledger.about", title=checklist.policy.title, told="，".join((told, *standing)), day=today.isoformat())


def _cells(row: FindingRow) -> tuple[Value, ...]:
    remedy, finding = row.remedy, row.finding
    return (
        row.number,
        remedy.problem,
        " ".join(filter(None, (row.item_label, remedy.basis))),
        remedy.cause,
        remedy.measure,
        word(remedy.kind),
        remedy.lead,
        remedy.person,
        remedy.joint,
        remedy.found_on,
        remedy.deadline,
        word(row.state),
        row.days_over if row.is_overdue else None,
        row.percent,
        "\n".join(map(_round, row.rounds)),
        "\n".join(_results(finding.report, finding.review, finding.recognition)),
        finding.closed_on,
        "\n".join(f"{piece.number} {piece.name}".strip() for piece in row.evidence),
        finding.reason,
    )


def _round(row: RoundRow) -> str:
    on = row.round.on.isoformat() if row.round.on else ""
    return say("ledger.round", day=on, who=row.round.person, percent=row.round.percent, said=row.round.words)


def _results(report: SelfReport | None, review: Review | None, recognition: Recognition | None) -> Iterator[str]:
    if report:
        yield say("ledger.reported", outcome=word(report.outcome), day=report.on.isoformat(), said=report.words)
    if review:
        verdict = say("ledger.passed" if review.is_passed else "ledger.failed")
        yield say("ledger.reviewed", verdict=verdict, by=review.by, day=review.on.isoformat(), said=review.words)
    if recognition:
        outcome, day = word(recognition.outcome), recognition.on.isoformat()
        yield say("ledger.recognised", outcome=outcome, by=recognition.by, day=day)
