"""The schools of a workspace, and their base figures by year."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from models import compiled
from models.vocabulary import Ownership, SchoolId, SchoolType
from models.work import Work
from services import listed
from services.checklist import Fact
from services.desk import Desk
from services.errors import NameMissingError
from services.listed import SchoolRow
from services.stamps import moment, written
from services.texts import checked
from services.trail import workspace_parts
from services.trail.changes import FactsPart, SchoolPart, Step, WorkspaceChange
from services.trail.workspace_rows import apply, facts_now


class Schools:
    """The schools of one workspace."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def register(self, name: str, *, type: SchoolType, ownership: Ownership, place: str = "") -> SchoolId:
        """Enter a school; raises NameMissingError, TextTooLongError."""
        wanted = _fit(SchoolRow(SchoolId(0), name, type, ownership, place))
        registered_at = self._desk.now().isoformat()
        with self._store.work() as work:
            values = listed.school_values(wanted)
            added = work.do(compiled.ADD_SCHOOL, uuid=str(uuid4()), registered_at=registered_at, **values)
            self._desk.ledger.note(work, SchoolPart(None, replace(wanted, id=SchoolId(added))))
        return SchoolId(added)

    def amend(self, school: SchoolId, *, name: str, type: SchoolType, ownership: Ownership, place: str) -> Step:
        """Correct a school's particulars; what binds it is worked out anew, what it wrote stays."""
        wanted = _fit(SchoolRow(school, name, type, ownership, place))
        with self._store.work() as work:
            step = self._bring(work, SchoolPart(listed.school_row(work.one(compiled.SCHOOL, school_id=school)), wanted))
        self._desk.sheets.forget()
        return step

    def facts(self, school: SchoolId, year: int) -> tuple[Fact, ...]:
        """Give a school's base figures of a year in their order."""
        with self._store.reading() as work:
            return facts_now(work, school, year)

    def put_facts(self, school: SchoolId, year: int, facts: Iterable[Fact]) -> Step:
        """Write down all base figures of a year in place of those there were; raises TextTooLongError."""
        wanted = tuple(map(_fit_fact, facts))
        with self._store.work() as work:
            return self._bring(work, FactsPart(school, year, facts_now(work, school, year), wanted))

    def trail(self, limit: int = 200) -> tuple[WorkspaceChange, ...]:
        """Give what was changed of schools and their figures, and what was started, newest first."""
        with self._store.reading() as work:
            lines = work.all(compiled.CHANGES, assessment_id=None, limit=limit)
            names = workspace_parts.names_in(work)
        return tuple(
            WorkspaceChange(one.seq, moment(one.at), written(one.who), workspace_parts.parts_of(one.parts, names))
            for one in lines
        )

    def _bring(self, work: Work, part: SchoolPart | FactsPart) -> Step:
        if part.before == part.after:
            return Step(())
        apply(work, self._desk.sheets, part)
        return Step((self._desk.ledger.note(work, part),))


def _fit(school: SchoolRow) -> SchoolRow:
    if not school.name.strip():
        raise NameMissingError
    return replace(
        school,
        name=checked(school.name.strip()),
        type=SchoolType(school.type),
        ownership=Ownership(school.ownership),
        place=checked(school.place.strip()),
    )


def _fit_fact(fact: Fact) -> Fact:
    return replace(
        fact,
        name=checked(fact.name),
        value=checked(fact.value),
        unit=checked(fact.unit),
        source=checked(fact.source),
    )
