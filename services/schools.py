"""The schools of a workspace, and their base figures by year."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from models import compiled
from models.store import Store
from models.vocabulary import AssessmentId, Ownership, PolicyId, SchoolId, SchoolType, Status
from models.work import Work
from services import listed, rows, workspace_parts
from services.changes import FactsPart, SchoolPart, WorkspaceChange
from services.checklist import Fact
from services.errors import NameMissingError
from services.ledger import Ledger
from services.listed import SchoolRow
from services.scoring import score_of
from services.sheets import Sheet, Sheets
from services.texts import checked


class Schools:
    """The schools of one workspace."""

    def __init__(self, store: Store, sheets: Sheets, ledger: Ledger, now: Callable[[], datetime]) -> None:
        self._store = store
        self._sheets = sheets
        self._ledger = ledger
        self._now = now

    def register(self, name: str, *, type: SchoolType, ownership: Ownership, place: str = "") -> SchoolId:
        """Enter a school; raises NameMissingError, TextTooLongError."""
        wanted = _fit(SchoolRow(SchoolId(0), name, type, ownership, place))
        registered_at = self._now().isoformat()
        with self._store.work() as work:
            values = listed.school_values(wanted)
            added = work.do(compiled.ADD_SCHOOL, uuid=str(uuid4()), registered_at=registered_at, **values)
            self._ledger.note(work, SchoolPart(None, replace(wanted, id=SchoolId(added))))
        return SchoolId(added)

    def amend(
        self, school: SchoolId, *, name: str, type: SchoolType, ownership: Ownership, place: str
    ) -> WorkspaceChange:
        """Correct a school's particulars; what binds it is worked out anew, what it wrote stays."""
        wanted = _fit(SchoolRow(school, name, type, ownership, place))
        with self._store.work() as work:
            before = listed.school_row(work.one(compiled.SCHOOL, school_id=school))
            if wanted == before:
                return self._ledger.note(work)
            work.do(compiled.AMEND_SCHOOL, school_id=school, **listed.school_values(wanted))
            self._recount_all(work, school)
            change = self._ledger.note(work, SchoolPart(before, wanted))
        self._sheets.forget()
        return change

    def facts(self, school: SchoolId, year: int) -> tuple[Fact, ...]:
        """Give a school's base figures of a year in their order."""
        with self._store.reading() as work:
            return _facts(work, school, year)

    def put_facts(self, school: SchoolId, year: int, facts: Iterable[Fact]) -> WorkspaceChange:
        """Write down all base figures of a year in place of those there were; raises TextTooLongError."""
        wanted = tuple(map(_fit_fact, facts))
        with self._store.work() as work:
            before = _facts(work, school, year)
            if wanted == before:
                return self._ledger.note(work)
            work.do(compiled.CLEAR_FACTS, school_id=school, year=year)
            key = {"school_id": school, "year": year}
            written = ({**key, "position": place, **rows.fact_values(fact)} for place, fact in enumerate(wanted))
            work.do_each(compiled.ADD_FACT, written)
            return self._ledger.note(work, FactsPart(school, year, before, wanted))

    def trail(self, limit: int = 200) -> tuple[WorkspaceChange, ...]:
        """Give what was changed of schools and their figures, and what was started, newest first."""
        with self._store.reading() as work:
            lines = work.all(compiled.CHANGES, assessment_id=None, limit=limit)
            names = workspace_parts.names_in(work)
        return tuple(
            WorkspaceChange(
                one.seq, datetime.fromisoformat(one.at), one.who, workspace_parts.parts_of(one.parts, names)
            )
            for one in lines
        )

    def _recount_all(self, work: Work, school: SchoolId) -> None:
        for line in work.all(compiled.ASSESSMENTS_OF_SCHOOL, school_id=school):
            sheet, assessment = self._sheets.fresh(work, PolicyId(line.policy_id), school), AssessmentId(line.id)
            work.do(compiled.RECOUNT, assessment_id=assessment, **counters(work, assessment, sheet))


def counters(work: Work, assessment: AssessmentId, sheet: Sheet) -> dict[str, int]:
    """Count an assessment's answers by status, from the answers themselves."""
    written = {line.item: Status(line.status) for line in work.all(compiled.STATUSES, assessment_id=assessment)}
    counted = score_of(written.get(key, Status.UNANSWERED) for key in sheet.items if sheet.binds(key))
    return {status.value: counted.count(status) for status in Status}


def _facts(work: Work, school: SchoolId, year: int) -> tuple[Fact, ...]:
    return tuple(map(rows.fact, work.all(compiled.FACTS, school_id=school, year=year)))


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
