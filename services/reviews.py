"""Items to be looked at again (需复核), because the official text was changed under them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from models import compiled
from models.vocabulary import AssessmentId, ItemKey
from models.work import Work
from services.desk import Desk
from services.stamps import moment
from services.trail.answers import answer_now
from services.trail.changes import AnswerPart, Change
from services.trail.ledger import Ledger
from services.trail.showing import shown

if TYPE_CHECKING:
    from checklists.matching import Matching

_COPIES = 20


@dataclass(frozen=True, slots=True)
class Due:
    """What a newer copy of a text does to the items of one revision: those it changes, those it brings back."""

    to_mark: frozenset[ItemKey] = frozenset()
    to_free: frozenset[ItemKey] = frozenset()


def due(before: "Matching | None", now: "Matching") -> Due:
    """Compare two copies; a clause that another one changed in the same way is not to be looked at twice."""
    earlier, later = _changed(before) if before else {}, _changed(now)
    to_mark = frozenset(key for key in later if key not in earlier or later[key] != earlier[key])
    return Due(to_mark, frozenset(earlier.keys() - later.keys()))


class Reviews:
    """Marks items in the running assessments of a policy; a person takes the marks off by recording an answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def mark(self, work: Work, slug: str, dues: Mapping[str, Due], at: datetime) -> tuple[Change, ...]:
        """Mark and free items, `dues` being those of each revision's digest, as a part of the work that keeps a copy.

        The changes bear the very moment the copy does: by that a mark is known to come from it.
        """
        copies: set[datetime | None] = {
            moment(one.kept_at) for one in work.all(compiled.TEXTS, slug=slug, limit=_COPIES)
        }
        ledger, changes = Ledger(self._desk.who, lambda: at), []
        for assessment in (AssessmentId(line.id) for line in work.all(compiled.RECENT) if line.slug == slug):
            sheet = self._desk.sheet(work, assessment)
            wanted = dues.get(sheet.policy.digest, Due())
            parts = (*_marks(work, assessment, wanted), *_freed(work, assessment, wanted, copies))
            changes.append(ledger.write(work, assessment, sheet, parts))
        return tuple(change for change in changes if change.parts)


def _changed(matching: "Matching") -> dict[ItemKey, str | None]:
    """Give the items to be looked at again with the words their clause has now, None where it is gone."""
    return {
        item.key: match.clause.body if match.clause else None
        for match in matching.measures
        for item in match.measure.items
        if item.key in matching.to_review
    }


def _marks(work: Work, assessment: AssessmentId, wanted: Due) -> Iterator[AnswerPart]:
    for key in sorted(wanted.to_mark):
        answer = answer_now(work, assessment, key)
        yield AnswerPart(key, answer, replace(answer, needs_review=True))


def _freed(
    work: Work, assessment: AssessmentId, wanted: Due, copies: Container[datetime | None]
) -> Iterator[AnswerPart]:
    """Take off the marks that an earlier copy left; those of a renewal stay."""
    for key in sorted(wanted.to_free):
        answer = answer_now(work, assessment, key)
        if answer.needs_review and _marked_at(work, assessment, key) in copies:
            yield AnswerPart(key, answer, replace(answer, needs_review=False))


def _marked_at(work: Work, assessment: AssessmentId, item: ItemKey) -> datetime | None:
    lines = work.all(compiled.CHANGES_OF_ITEM, assessment_id=assessment, item=item, limit=200)
    for change in shown(work, assessment, lines):
        for part in change.parts:
            if isinstance(part, AnswerPart) and part.item == item and _turns_on(part):
                return change.at
    return None


def _turns_on(part: AnswerPart) -> bool:
    return part.after.needs_review and not part.before.needs_review
