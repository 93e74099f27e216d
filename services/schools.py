"""The schools of a workspace, and their base figures by year."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import uuid4

from models import compiled
from models.store import Store
from models.vocabulary import AssessmentId, Ownership, PolicyId, SchoolId, SchoolType, Status
from models.work import Work
from services import rows
from services.checklist import Fact, SchoolRow
from services.errors import NameMissingError
from services.scoring import score_of
from services.sheets import Sheet, Sheets
from services.texts import checked


class Schools:
    """The schools of one workspace."""

    def __init__(self, store: Store, sheets: Sheets, now: Callable[[], datetime]) -> None:
        self._store = store
        self._sheets = sheets
        self._now = now

    def listed(self) -> tuple[SchoolRow, ...]:
        """Give all schools in the order they were registered."""
        with self._store.reading() as work:
            return tuple(map(rows.school_row, work.all(compiled.SCHOOLS)))

    def register(self, name: str, *, type: SchoolType, ownership: Ownership, place: str = "") -> SchoolId:
        """Enter a school; raises NameMissingError, TextTooLongError."""
        values = _values(name, type, ownership, place)
        with self._store.work() as work:
            added = work.do(compiled.ADD_SCHOOL, uuid=str(uuid4()), registered_at=self._now().isoformat(), **values)
            _note_edit(work)
        return SchoolId(added)

    def amend(self, school: SchoolId, *, name: str, type: SchoolType, ownership: Ownership, place: str) -> None:
        """Correct a school's particulars; what binds it is worked out anew, what it wrote stays."""
        values = _values(name, type, ownership, place)
        with self._store.work() as work:
            work.do(compiled.AMEND_SCHOOL, school_id=school, **values)
            _note_edit(work)
            for line in work.all(compiled.ASSESSMENTS_OF_SCHOOL, school_id=school):
                sheet = self._sheets.fresh(work, PolicyId(line.policy_id), school)
                _recount(work, AssessmentId(line.id), sheet)
        self._sheets.forget()

    def facts(self, school: SchoolId, year: int) -> tuple[Fact, ...]:
        """Give a school's base figures of a year in their order."""
        with self._store.reading() as work:
            return tuple(map(rows.fact, work.all(compiled.FACTS, school_id=school, year=year)))

    def put_facts(self, school: SchoolId, year: int, facts: Iterable[Fact]) -> None:
        """Write down all base figures of a year in place of those there were."""
        written = [
            {"school_id": school, "year": year, "position": position, **_fact_values(fact)}
            for position, fact in enumerate(facts)
        ]
        with self._store.work() as work:
            work.do(compiled.CLEAR_FACTS, school_id=school, year=year)
            work.do_each(compiled.ADD_FACT, written)
            _note_edit(work)


def counters(work: Work, assessment: AssessmentId, sheet: Sheet) -> dict[str, int]:
    """Count an assessment's answers by status, from the answers themselves."""
    written = {line.item: Status(line.status) for line in work.all(compiled.STATUSES, assessment_id=assessment)}
    counted = score_of(written.get(key, Status.UNANSWERED) for key in sheet.items if sheet.binds(key))
    return {status.value: counted.count(status) for status in Status}


def _recount(work: Work, assessment: AssessmentId, sheet: Sheet) -> None:
    work.do(compiled.RECOUNT, assessment_id=assessment, **counters(work, assessment, sheet))


def _note_edit(work: Work) -> None:
    """Count edits that leave no change in the trail, so that a backup knows of them."""
    line = work.first(compiled.META, key="edits")
    work.do(compiled.PUT_META, key="edits", value=str(int(line.word) + 1 if line else 1))


def _values(name: str, type: SchoolType, ownership: Ownership, place: str) -> dict[str, str]:
    if not name.strip():
        raise NameMissingError
    return {
        "name": checked(name.strip()),
        "type": SchoolType(type).value,
        "ownership": Ownership(ownership).value,
        "place": checked(place.strip()),
    }


def _fact_values(fact: Fact) -> dict[str, str | None]:
    return {
        "name": checked(fact.name),
        "value": checked(fact.value),
        "unit": checked(fact.unit),
        "as_of": fact.as_of.isoformat() if fact.as_of else None,
        "source": checked(fact.source),
    }
