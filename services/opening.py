"""What there is to be opened: the schools of a workspace and their assessments, read without what fills them in."""

from dataclasses import dataclass
from datetime import datetime

from models import compiled
from models.store import Store
from models.vocabulary import AssessmentId
from services import listed, shelved
from services.listed import PolicyRow, SchoolRow
from services.scoring import Score
from services.stamps import moment


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """An assessment without its items; `score` is of the items that bind the school.

    It is behind where its policy has a newer revision on the shelf.
    """

    id: AssessmentId
    school: SchoolRow
    policy: PolicyRow
    year: int
    score: Score
    edited_at: datetime
    is_behind: bool = False


class Opening:
    """What the start page lists."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def is_filled_by(self, version: str) -> bool:
        """Say whether it was this version of the program that filled the shelf last."""
        with self._store.reading() as work:
            return shelved.mark(work, shelved.FILLED_BY) == version

    def schools(self) -> tuple[SchoolRow, ...]:
        """Give all schools in the order they were registered."""
        with self._store.reading() as work:
            return tuple(map(listed.school_row, work.all(compiled.SCHOOLS)))

    def assessments(self) -> tuple[AssessmentRow, ...]:
        """Give all assessments with their counters, the one edited last first."""
        with self._store.reading() as work:
            schools = {line.id: listed.school_row(line) for line in work.all(compiled.SCHOOLS)}
            policies = {line.id: listed.policy_row(line) for line in work.all(compiled.POLICIES)}
            newest = shelved.newest_of_all(work)
            return tuple(
                AssessmentRow(
                    id=AssessmentId(line.id),
                    school=schools[line.school_id],
                    policy=policies[line.policy_id],
                    year=line.year,
                    score=Score(line.met, line.partly_met, line.not_met, line.not_applicable, line.unanswered),
                    edited_at=moment(line.edited_at),
                    is_behind=newest[line.slug] != line.policy_id,
                )
                for line in work.all(compiled.RECENT)
            )
