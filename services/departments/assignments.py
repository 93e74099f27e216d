"""Which department answers for what: given measure by measure or item by item, suggested from the policy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.vocabulary import AssessmentId, ItemKey
from services.checklist import Checklist
from services.departments.kinds import Suggestion, suggested
from services.desk import Desk
from services.texts import checked
from services.trail.answers import answer_now
from services.trail.changes import AnswerPart, Change


class Assignments:
    """The division of work (分工) in the assessments of one workspace."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def assign(self, assessment: AssessmentId, keys: Iterable[ItemKey], department: str) -> Change:
        """Give items to a department, or to none, in one step; whatever else was answered stays."""
        return self.assign_each(assessment, dict.fromkeys(keys, department))

    def assign_each(self, assessment: AssessmentId, wanted: Mapping[ItemKey, str]) -> Change:
        """Give each item to the department named for it, in one step; raises UnknownItemError, TextTooLongError."""
        with self._store.work() as work:
            sheet = self._desk.sheet(work, assessment)
            parts = []
            for key, department in wanted.items():
                before = answer_now(work, assessment, sheet.item(key).key)
                parts.append(AnswerPart(key, before, replace(before, department=checked(department.strip()))))
            return self._desk.write(work, assessment, *parts)


def suggestions(checklist: Checklist, departments: Sequence[str]) -> dict[ItemKey, Suggestion]:
    """Suggest one of these departments for every binding item that none answers for yet."""
    found = {
        row.key: suggested(row.item, measure.units, departments)
        for measure in checklist.measures()
        for row in measure.items
        if row.is_binding and not row.answer.department
    }
    return {key: one for key, one in found.items() if one is not None}
