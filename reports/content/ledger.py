"""The rectification ledger (整改台账) as the papers print it: one line a finding, by its number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.vocabulary import FindingState
from reports.wording import say
from resources import word
from services.findings.rows import FindingRow


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One finding: `number` is printed as 序号 and never given twice, `item` is "" where it was opened by hand.

    `who` is the department and the person as a cell prints them; `lead` and `person` tell them apart.
    """

    number: int
    item: str
    problem: str
    measure: str
    kind: str
    who: str
    deadline: str
    progress: str
    closed_on: str
    lead: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines and what stands around them."""

    lines: tuple[LedgerLine, ...]
    about: str
    counted_on: str
    note: str


def build_ledger(rows: Iterable[FindingRow], school: str, today: date) -> Ledger:
    """Compose the ledger as it stands; what was opened by mistake is left out."""
    standing = standing_rows(rows)
    return Ledger(
        lines=tuple(map(_line, standing)),
        about=say("ledger_paper.about", school=school),
        counted_on=say("ledger_paper.counted_on", day=today.isoformat()),
        note=_note(standing),
    )


def standing_rows(rows: Iterable[FindingRow]) -> list[FindingRow]:
    """Give the findings that were not withdrawn, by number."""
    return sorted((row for row in rows if row.state is not FindingState.WITHDRAWN), key=lambda row: row.number)


def _line(row: FindingRow) -> LedgerLine:
    remedy, closed = row.remedy, row.finding.closed_on
    return LedgerLine(
        number=row.number,
        item=row.item_label,
        problem=remedy.problem.strip(),
        measure=remedy.measure.strip(),
        kind=word(remedy.kind),
        who="\n".join(filter(None, (remedy.lead.strip(), remedy.person.strip()))),
        deadline=remedy.deadline.isoformat() if remedy.deadline else say("ledger_paper.no_deadline"),
        progress=_progress(row),
        closed_on=closed.isoformat() if closed else "",
        lead=remedy.lead.strip(),
        person=remedy.person.strip(),
    )


def _progress(row: FindingRow) -> str:
    """Say how far it has come, what was done last and what proves it."""
    numbers = "、".join(dict.fromkeys(piece.number for piece in row.evidence if piece.number))
    said = (
        say("ledger_paper.overdue", days=row.days_over) if row.is_overdue else "",
        word(row.state) if row.state is not FindingState.MENDING or not row.rounds else "",
        say("ledger_paper.percent", percent=row.percent) if row.rounds and row.finding.is_open else "",
        " ".join(row.rounds[-1].round.words.split()).rstrip("。；") if row.rounds else "",
    )
    proof = say("ledger_paper.evidence", numbers=numbers) if numbers else ""
    return "\n".join(filter(None, ("；".join(filter(None, said)), proof)))


def _note(rows: list[FindingRow]) -> str:
    if not rows:
        return ""
    counts = {state: sum(row.state is state for row in rows) for state in FindingState}
    late = sum(row.is_overdue for row in rows)
    standing = [say("ledger_paper.standing", state=word(state), count=n) for state, n in counts.items() if n]
    if late:
        standing.append(say("ledger_paper.late", count=late))
    return say("ledger_paper.note", count=len(rows), told="，".join(standing))
