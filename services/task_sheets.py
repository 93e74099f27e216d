"""Task sheets (任务单): what each department is asked for, and what came back, compared before it is taken in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import compiled
from models.store import Store
from models.vocabulary import AssessmentId, Status
from services import rows
from services.assessments import Assessments
from services.checklist import Checklist, DepartmentRow, IndicatorRow, ItemRow, MeasureRow
from services.errors import ReasonMissingError
from services.intake.errors import OtherAssessmentSheetError, SheetError
from services.intake.form import FigureRow, TaskField, TaskForm, TaskRow
from services.judging import actual_value
from services.progress import Progress, silent
from services.sheets import line_of
from services.texts import checked
from services.trail.changes import AnswerPart, Change, Part, ReadingPart

if TYPE_CHECKING:  # what reads foreign files takes longer to import than the workspace takes to open
    from services.intake.comparing import Comparison, Difference
    from services.intake.task_sheet import ReturnedSheet

_COUNTS = (TaskField.PART, TaskField.WHOLE)


class TaskSheets:
    """The task sheets of the assessments of one workspace."""

    def __init__(self, store: Store, assessments: Assessments) -> None:
        self._store = store
        self._assessments = assessments

    def forms(self, assessment: AssessmentId) -> tuple[TaskForm, ...]:
        """Give a form for every department that answers for anything, in the departments' order."""
        return self.forms_of(self._assessments.checklist(assessment))

    def forms_of(self, checklist: Checklist) -> tuple[TaskForm, ...]:
        """Do what `forms` does for an assessment that was read already."""
        uuid, digest, departments = self._known(checklist.assessment)
        heads = {row.name: row.head for row in departments}
        named = {row.answer.department for row in checklist.binding_items()} - {""}
        order = [name for name in heads if name in named] + sorted(named - heads.keys())
        return tuple(_form(checklist, uuid, digest, name, heads.get(name, "")) for name in order)

    def compare(self, assessment: AssessmentId, paths: Iterable[Path], progress: Progress = silent) -> "Comparison":
        """Read sheets and lay them beside the assessment; a file that cannot be read is refused, the others go on."""
        from services.intake.comparing import Refused, compared

        uuid, digest, _ = self._known(assessment)
        sheets, refused, paths = [], [], tuple(dict.fromkeys(paths))
        for done, path in enumerate(paths):
            try:
                sheets.append(_ours(_read(path, done, len(paths), progress), uuid))
            except SheetError as refusal:
                refused.append(Refused(path, "", refusal))
        found = compared(self._assessments.checklist(assessment), digest, sheets)
        progress.step(len(paths), len(paths))
        return replace(found, refused=(*refused, *found.refused))

    def take_in(self, comparison: "Comparison", chosen: "Iterable[Difference]") -> Change:
        """Write chosen values down in one step; raises OutOfStepError where an answer has moved on since.

        Raises ReasonMissingError where the choice leaves an item 不适用 without a reason.
        """
        parts = tuple(self._parts(comparison, tuple(chosen)))
        return self._assessments.carry_out(comparison.assessment, parts)

    def _parts(self, comparison: "Comparison", chosen: "tuple[Difference, ...]") -> Iterator[Part]:
        assessment = comparison.assessment
        earlier = frozenset(comparison.earlier)
        for key in dict.fromkeys(one.item for one in chosen):
            ours = [one for one in chosen if one.item == key]
            row = self._assessments.item(assessment, key)
            yield from _answer_part(row, [one for one in ours if one.indicator is None], earlier)
            for figure in row.indicators:
                yield from _reading_part(row, figure, [o for o in ours if o.indicator == figure.indicator.key])

    def _known(self, assessment: AssessmentId) -> tuple[str, str, tuple[DepartmentRow, ...]]:
        with self._store.reading() as work:
            line = line_of(work, assessment)
            policy = work.one(compiled.POLICY, policy_id=line.policy_id)
            found = work.all(compiled.DEPARTMENTS_OF, school_id=line.school_id)
            return line.uuid, policy.digest, tuple(map(rows.department_row, found))


def _read(path: Path, done: int, total: int, progress: Progress) -> "ReturnedSheet":
    from services.intake.task_sheet import read_task_sheet

    def waiting() -> None:
        progress.step(done, total, path.name)

    waiting()
    return read_task_sheet(path, waiting=waiting)


def _ours(sheet: "ReturnedSheet", uuid: str) -> "ReturnedSheet":
    if sheet.assessment != uuid:
        told = {name: sheet.about.get(name, "") for name in ("school", "city", "year")}
        raise OtherAssessmentSheetError(sheet.path, **told)
    return sheet


def _form(checklist: Checklist, uuid: str, digest: str, department: str, head: str) -> TaskForm:
    asked = [
        (measure, row)
        for measure in checklist.measures()
        for row in measure.items
        if row.is_binding and row.answer.department == department
    ]
    return TaskForm(
        assessment=uuid,
        digest=digest,
        school=checklist.school.name,
        city=checklist.policy.city,
        policy=checklist.policy.title,
        year=checklist.year,
        department=department,
        head=head,
        rows=tuple(_task(measure, row) for measure, row in asked),
        figures=tuple(one for _, row in asked for figure in row.indicators for one in _figures(row, figure)),
    )


def _task(measure: MeasureRow, row: ItemRow) -> TaskRow:
    heading, papers = f"{measure.number} {measure.heading}".strip(), "、".join(row.item.evidence)
    return TaskRow(row.key, row.label, heading, row.item.text, papers, row.answer)


def _figures(row: ItemRow, figure: IndicatorRow) -> Iterator[FigureRow]:
    counts = (TaskField.VALUE,) if figure.indicator.ratio is None else _COUNTS
    return (FigureRow(row.key, row.label, figure.indicator, count, figure.reading) for count in counts)


def _answer_part(row: ItemRow, chosen: "list[Difference]", earlier: frozenset[Path]) -> Iterator[Part]:
    """Lay what was chosen over an answer; a sheet written from an earlier revision is no review of the new one."""
    if not chosen:
        return
    laid, held = _values(chosen)
    is_reviewed = all(one.path not in earlier for one in chosen)
    before = replace(row.answer, **held)
    after = replace(before, **laid, needs_review=before.needs_review and not is_reviewed)
    if after.status is Status.NOT_APPLICABLE and not after.reason.strip():
        raise ReasonMissingError(row.key)
    yield AnswerPart(row.key, before, after)


def _reading_part(row: ItemRow, figure: IndicatorRow, chosen: "list[Difference]") -> Iterator[Part]:
    if not chosen:
        return
    laid, held = _values(chosen)
    before = replace(figure.reading, **held)
    after = replace(before, **laid)
    if any(one.field in _COUNTS for one in chosen):
        after = replace(after, value=None)  # worked out anew from the counts
    after = replace(after, value=actual_value(figure.indicator, after))
    yield ReadingPart(row.key, figure.indicator.key, before, after)


def _values(chosen: "list[Difference]") -> tuple[dict[str, Any], dict[str, Any]]:
    """Give by field what is taken, and what it was compared with: whatever else has changed since stays."""
    taken = {one.field.value: checked(one.theirs) if isinstance(one.theirs, str) else one.theirs for one in chosen}
    return taken, {one.field.value: one.ours for one in chosen}
