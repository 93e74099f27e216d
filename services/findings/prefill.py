"""What a finding begins with when it is opened from an item: plain words, all to be changed by people."""

import tomllib
from datetime import date
from functools import cache

from checklists.policy import CheckItem
from models.vocabulary import RemedyKind, Status
from resources import resource
from services.checklist import Answer
from services.findings.remedy_days import kind_for, suggested_deadline
from services.findings.rows import Remedy
from services.sheets import Sheet


def remedy_for(sheet: Sheet, item: CheckItem, answer: Answer, today: date) -> Remedy:
    """Give the problem in the answer's own words, or else in the item's; the clause; who and by when."""
    kind = kind_for(today, answer.due) if answer.due and answer.due >= today else RemedyKind.AT_ONCE
    deadline = answer.due if answer.due and answer.due >= today else suggested_deadline(kind, today)
    return Remedy(
        problem=_problem(item, answer),
        basis=_basis(sheet, item),
        kind=kind,
        lead=answer.department,
        person=answer.person,
        found_on=today,
        deadline=deadline,
    )


def suggested_evidence(item: CheckItem | None) -> str:
    """Name what would show that it is put right."""
    return item.evidence[0] if item and item.evidence else _words()["evidence"]


def _problem(item: CheckItem, answer: Answer) -> str:
    said = answer.missing.strip() or (answer.note.strip() if answer.status is Status.NOT_MET else "")
    template = _words()["partly_met" if answer.status is Status.PARTLY_MET else "not_met"]
    return said or template.format(text=item.text)


def _basis(sheet: Sheet, item: CheckItem) -> str:
    measure = next(one for one in sheet.policy.measures if item in one.items)
    return _words()["basis"].format(title=sheet.policy.title, number=measure.ref, heading=measure.heading)


@cache
def _words() -> dict[str, str]:
    return tomllib.loads(resource("terms", "findings_zh_CN.toml").read_text(encoding="utf-8"))
