"""The departments of a school: set up, renamed with everything that names them, put in order, given up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from models import compiled
from models.vocabulary import AssessmentId, DepartmentId, SchoolId
from models.work import Work
from services import rows
from services.checklist import DepartmentRow
from services.departments.kinds import usual_names
from services.departments.naming import renamed
from services.desk import Desk
from services.errors import DepartmentTakenError, NameMissingError
from services.texts import checked
from services.trail.changes import Change, DepartmentPart, Step
from services.trail.workspace_rows import apply


@dataclass(frozen=True, slots=True)
class Renaming:
    """How many places of one assessment name a department, and would name it anew: items, findings, evidence."""

    assessment: AssessmentId
    slug: str
    year: int
    places: int


class Departments:
    """The departments of the schools of one workspace; none is ever deleted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def of(self, school: SchoolId, *, with_retired: bool = False) -> tuple[DepartmentRow, ...]:
        """Give a school's departments in their order, those given up only when asked for."""
        with self._store.reading() as work:
            found = _departments(work, school)
        return tuple(row for row in found if with_retired or not row.is_retired)

    def usual(self, school: SchoolId) -> tuple[str, ...]:
        """Name what most schools have and this one lacks."""
        known = {row.name for row in self.of(school)}
        return tuple(name for name in usual_names() if name not in known)

    def add(self, school: SchoolId, name: str, *, head: str = "", contact: str = "") -> Step:
        """Set up a department, or bring one back; raises NameMissingError, DepartmentTakenError, TextTooLongError."""
        return self._set_up(school, [DepartmentRow(DepartmentId(0), school, name, head, contact)])

    def add_all(self, school: SchoolId, names: Iterable[str]) -> Step:
        """Set up several departments in one step, those that are there already left out."""
        known = {row.name for row in self.of(school)}
        new = dict.fromkeys(name.strip() for name in names)
        wanted = [DepartmentRow(DepartmentId(0), school, name) for name in new if name not in known]
        return self._set_up(school, wanted)

    def renamings(self, department: DepartmentId) -> tuple[Renaming, ...]:
        """Count, by assessment, the places that a new name would be written into."""
        with self._store.reading() as work:
            row = _department(work, department)
            return tuple(
                Renaming(assessment, slug, year, len(parts))
                for assessment, slug, year in _assessments(work, row.school)
                if (parts := renamed(work, assessment, row.name, row.name))
            )

    def amend(self, department: DepartmentId, *, name: str, head: str, contact: str) -> Step:
        """Change a department's particulars, and its name wherever it is written down, all or nothing.

        The step has a Change for each assessment in which it was. Raises as `add` does.
        """
        with self._store.work() as work:
            before = _department(work, department)
            after = _fit(replace(before, name=name, head=head, contact=contact))
            _check_free(work, _departments(work, before.school), after)
            step = self._write(work, (DepartmentPart(before, after),))
            if after.name == before.name:
                return step
            return replace(step, changes=tuple(self._rename(work, before, after.name)))

    def reorder(self, school: SchoolId, order: Sequence[DepartmentId]) -> Step:
        """Put departments in this order, those not named behind them as they were."""
        with self._store.work() as work:
            found = {row.id: row for row in _departments(work, school)}
            wanted = dict.fromkeys([*(id for id in order if id in found), *found])
            parts = [DepartmentPart(found[id], replace(found[id], position=at)) for at, id in enumerate(wanted)]
            return self._write(work, parts)

    def retire(self, department: DepartmentId) -> Step:
        """Give a department up: it is offered no more, what names it stays."""
        return self._stand(department, is_retired=True)

    def restore(self, department: DepartmentId) -> Step:
        """Take a department back that was given up."""
        return self._stand(department, is_retired=False)

    def _stand(self, department: DepartmentId, *, is_retired: bool) -> Step:
        with self._store.work() as work:
            before = _department(work, department)
            return self._write(work, (DepartmentPart(before, replace(before, is_retired=is_retired)),))

    def _set_up(self, school: SchoolId, wanted: Sequence[DepartmentRow]) -> Step:
        with self._store.work() as work:
            known = list(_departments(work, school))
            parts = []
            for row in map(_fit, wanted):
                _check_free(work, known, row)
                parts.append(self._added(work, known, row))
                known.append(parts[-1].after)
            return self._write(work, parts)

    def _added(self, work: Work, known: Sequence[DepartmentRow], row: DepartmentRow) -> DepartmentPart:
        at = max((one.position for one in known), default=-1) + 1
        gone = next((one for one in known if one.is_retired and one.name == row.name), None)
        if gone is not None:
            head, contact = row.head or gone.head, row.contact or gone.contact
            return DepartmentPart(gone, replace(gone, head=head, contact=contact, position=at, is_retired=False))
        row = replace(row, position=at)
        values = {"school_id": row.school, **rows.department_values(row)}
        added = work.do(compiled.ADD_DEPARTMENT, uuid=str(uuid4()), **values)
        return DepartmentPart(None, replace(row, id=DepartmentId(added)))

    def _write(self, work: Work, parts: Iterable[DepartmentPart]) -> Step:
        parts = tuple(part for part in parts if part.before != part.after)
        for part in parts:
            apply(work, self._desk.sheets, part)
        return Step((self._desk.ledger.note(work, *parts),))

    def _rename(self, work: Work, before: DepartmentRow, name: str) -> Iterable[Change]:
        for assessment, _, _ in _assessments(work, before.school):
            if parts := renamed(work, assessment, before.name, name):
                yield self._desk.write(work, assessment, *parts)


def _departments(work: Work, school: SchoolId) -> tuple[DepartmentRow, ...]:
    return tuple(map(rows.department_row, work.all(compiled.DEPARTMENTS_OF, school_id=school)))


def _department(work: Work, department: DepartmentId) -> DepartmentRow:
    return rows.department_row(work.one(compiled.DEPARTMENT, department_id=department))


def _assessments(work: Work, school: SchoolId) -> list[tuple[AssessmentId, str, int]]:
    found = work.all(compiled.ASSESSMENTS_OF_SCHOOL, school_id=school)
    return [(AssessmentId(line.id), line.slug, line.year) for line in found]


def _check_free(work: Work, known: Iterable[DepartmentRow], row: DepartmentRow) -> None:
    """Refuse a name that another department has; that of one given up may be had anew where nothing names it."""
    for one in known:
        if one.name == row.name and one.id != row.id and not (one.is_retired and _is_free(work, row)):
            raise DepartmentTakenError(row.name)


def _is_free(work: Work, row: DepartmentRow) -> bool:
    """Say whether a department may have the name of one given up: it is new, or nothing names the other."""
    return not row.id or not any(renamed(work, one, row.name, row.name) for one, _, _ in _assessments(work, row.school))


def _fit(row: DepartmentRow) -> DepartmentRow:
    name = " ".join(row.name.split())
    if not name:
        raise NameMissingError
    return replace(row, name=checked(name), head=checked(row.head.strip()), contact=checked(row.contact.strip()))
