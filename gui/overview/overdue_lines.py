"""What is overdue, as the overview says it: items and findings, the longest overdue first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.day_words import day_words, deadline_words
from models.vocabulary import FindingNumber, ItemKey
from services.findings.rows import FindingRow
from services.outlook import Outlook, OverdueRow

_tr = partial(QCoreApplication.translate, "Overview")


@dataclass(frozen=True, slots=True)
class OverdueLine:
    """One item that should have been carried out, or a finding that should have been put right."""

    item: ItemKey | None
    days: int
    text: str
    who: str
    finding: FindingNumber | None = None


def overdue_lines(ahead: Outlook, findings: Iterable[FindingRow], today: date) -> tuple[OverdueLine, ...]:
    """Lay overdue items and overdue findings together, the longest overdue first."""
    lines = [_of_item(row, today) for row in ahead.overdue]
    lines += [_of_finding(row) for row in findings if row.is_overdue]
    return tuple(sorted(lines, key=lambda line: -line.days))


def _of_finding(row: FindingRow) -> OverdueLine:
    remedy = row.remedy
    who = " ".join(filter(None, (remedy.lead, remedy.person))) or _tr("未定科室")
    return OverdueLine(row.item, row.days_over, remedy.problem, f"{row.label} · {who}", row.number)


def _due_words(due: date, today: date) -> str:
    day = day_words(due, today)
    return (_tr("{day} 到期") if day[-1].isdigit() else _tr("{day}到期")).format(day=day)


def _of_item(row: OverdueRow, today: date) -> OverdueLine:
    answer, check_item = row.item.answer, row.item.item
    who = " ".join(filter(None, (answer.department, answer.person))) or _tr("未定科室")
    if row.is_own:
        due = _due_words(row.due, today)
    else:
        due = _tr("限 {when}").format(when=deadline_words(check_item.deadline))
    return OverdueLine(row.item.key, (today - row.due).days, check_item.text, f"{row.item.label} · {who} · {due}")
