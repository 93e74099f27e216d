"""Assessments: started, filled in step by step, and looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from checklists.policy import Policy
from models import compiled
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, PolicyId, SchoolId, Status
from models.work import Value, Work
from services import listed, rows
from services.checklist import Answer, Checklist, ItemRow
from services.desk import Desk
from services.errors import (
    AlreadyStartedError,
    OverrulingReasonMissingError,
    ReasonMissingError,
)
from services.gathering import Gathered, gather, gather_item, section_rows
from services.judging import Overruling, Reading, actual_value
from services.progress import Progress, silent
from services.sheets import Sheet, line_of
from services.texts import checked
from services.trail.answers import answer_now, overruling_now, reading_now
from services.trail.changes import AnswerPart, Change, OverrulingPart, Part, ReadingPart, StartPart
from services.trail.ledger import check_step
from services.trail.showing import shown


@dataclass(frozen=True, slots=True)
class Cycle:
    """What an assessment is one of: a school, a policy, a year."""

    school: SchoolId
    slug: str
    year: int


class Assessments:
    """The assessments of one workspace, as one person edits them."""

    def __init__(self, desk: Desk, to_review: Callable[[Policy], frozenset[ItemKey]]) -> None:
        self._desk = desk
        self._store = desk.store
        self._to_review = to_review

    def start(self, school: SchoolId, policy: str, year: int) -> AssessmentId:
        """Begin on the policy's newest revision; raises AlreadyStartedError, UnknownPolicyError.

        Where an official text was read in, the items whose clause is another one in it need a review from the start.
        """
        to_review = self.to_review(policy)

        def marks(_started: AssessmentId, _sheet: Sheet) -> tuple[Part, ...]:
            return tuple(AnswerPart(key, Answer(), Answer(needs_review=True)) for key in sorted(to_review))

        with self._store.work() as work:
            return self.begin(work, Cycle(school, policy, year), marks)

    def to_review(self, policy: str) -> frozenset[ItemKey]:
        """Name the items that need a review from the start; raises UnknownPolicyError."""
        return self._to_review(self._desk.policies.checklist(policy))

    def begin(
        self,
        work: Work,
        cycle: Cycle,
        first: Callable[[AssessmentId, Sheet], tuple[Part, ...]],
        progress: Progress = silent,
    ) -> AssessmentId:
        """Begin as a part of other work, with what is written from the start; raises AlreadyStartedError."""
        started = work.first(compiled.STARTED, school_id=cycle.school, slug=cycle.slug, year=cycle.year)
        if started is not None:
            raise AlreadyStartedError(AssessmentId(started.id))
        assessment, sheet = self._entered(work, cycle)
        self._desk.ledger.write(work, assessment, sheet, first(assessment, sheet), progress)
        return assessment

    def checklist(self, assessment: AssessmentId) -> Checklist:
        """Give everything there is about an assessment; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            sheet = self._desk.sheet(work, assessment)
            line = line_of(work, assessment)
            gathered = gather(work, assessment)
            facts = work.all(compiled.FACTS, school_id=line.school_id, year=line.year)
            policy = work.one(compiled.POLICY, policy_id=line.policy_id)
        return Checklist(
            assessment=assessment,
            school=sheet.school,
            facts=tuple(map(rows.fact, facts)),
            policy=listed.policy_row(policy),
            year=line.year,
            sections=section_rows(sheet, gathered, self._desk.today()),
            opened_on=date.fromisoformat(line.started_on),
        )

    def policy(self, assessment: AssessmentId) -> Policy:
        """Give the revision that an assessment stands on, newest or not; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            return self._desk.sheet(work, assessment).policy

    def item(self, assessment: AssessmentId, key: ItemKey) -> ItemRow:
        """Give one item as it stands; raises UnknownItemError."""
        with self._store.reading() as work:
            sheet = self._desk.sheet(work, assessment)
            item = sheet.item(key)
            gathered: Gathered = gather_item(work, assessment, key)
        return gathered.item_row(sheet, item, self._desk.today())

    def record(self, assessment: AssessmentId, key: ItemKey, answer: Answer) -> Change:
        """Write an answer down; raises ReasonMissingError, TextTooLongError, UnknownItemError."""
        return self.record_many(assessment, {key: answer})

    def record_many(self, assessment: AssessmentId, answers: Mapping[ItemKey, Answer]) -> Change:
        """Write several answers down in one step, all or none."""
        wanted = {key: _fit(key, answer) for key, answer in answers.items()}
        with self._store.work() as work:
            sheet = self._desk.sheet(work, assessment)
            parts = tuple(
                AnswerPart(sheet.item(key).key, answer_now(work, assessment, key), answer)
                for key, answer in wanted.items()
            )
            return self._desk.write(work, assessment, *parts)

    def take_reading(self, assessment: AssessmentId, key: IndicatorKey, reading: Reading) -> Change:
        """Write a measured value down, worked out from its two counts where the indicator is a ratio."""
        return self.take_readings(assessment, {key: reading})

    def take_readings(self, assessment: AssessmentId, readings: Mapping[IndicatorKey, Reading]) -> Change:
        """Write several measured values down in one step, all or none."""
        with self._store.work() as work:
            sheet = self._desk.sheet(work, assessment)
            parts = tuple(_reading_part(work, assessment, sheet, key, reading) for key, reading in readings.items())
            return self._desk.write(work, assessment, *parts)

    def overrule(self, assessment: AssessmentId, key: IndicatorKey, overruling: Overruling) -> Change:
        """Judge an indicator otherwise than the rules do, or take that back; raises OverrulingReasonMissingError."""
        wanted = replace(overruling, reason=checked(overruling.reason.strip()))
        with self._store.work() as work:
            sheet = self._desk.sheet(work, assessment)
            indicator = sheet.indicator(key)
            if wanted.judgement is not None and not wanted.reason:
                raise OverrulingReasonMissingError(indicator.item)
            part = OverrulingPart(indicator.item, key, overruling_now(work, assessment, key), wanted)
            return self._desk.write(work, assessment, part)

    def carry_out(self, assessment: AssessmentId, parts: tuple[Part, ...], progress: Progress = silent) -> Change:
        """Do the parts of a step; raises OutOfStepError where something has moved on since."""
        with self._store.work() as work:
            check_step(work, assessment, parts)
            return self._desk.write(work, assessment, *parts, progress=progress)

    def trail(self, assessment: AssessmentId, item: ItemKey | None = None, limit: int = 200) -> tuple[Change, ...]:
        """Give what was changed, newest first, of the whole assessment or one item."""
        with self._store.reading() as work:
            query = compiled.CHANGES if item is None else compiled.CHANGES_OF_ITEM
            values = {} if item is None else {"item": item}
            lines = work.all(query, assessment_id=assessment, limit=limit, **values)
            return shown(work, assessment, lines)

    def _entered(self, work: Work, cycle: Cycle) -> tuple[AssessmentId, Sheet]:
        policy: PolicyId = self._desk.policies.newest(work, cycle.slug)
        sheet, started_on = self._desk.sheets.fresh(work, policy, cycle.school), self._desk.today()
        key: dict[str, Value] = {"school_id": cycle.school, "policy_id": policy, "slug": cycle.slug, "year": cycle.year}
        at = {"started_on": started_on.isoformat(), "edited_at": self._desk.now().isoformat(timespec="microseconds")}
        head: dict[str, Value] = {"edited_no": work.one(compiled.NEWEST_CHANGE).number, "head_seq": 0, "head_hash": ""}
        counted = _nothing_answered(sum(map(sheet.binds, sheet.items)))
        added = work.do(compiled.ADD_ASSESSMENT, uuid=str(uuid4()), **key, **at, **head, **counted)
        part = StartPart(AssessmentId(added), cycle.school, cycle.slug, sheet.policy.digest, cycle.year, started_on)
        self._desk.ledger.note(work, part)
        return part.assessment, sheet


def _nothing_answered(unanswered: int) -> dict[str, int]:
    return {status.value: 0 for status in Status} | {Status.UNANSWERED.value: unanswered}


def _reading_part(
    work: Work, assessment: AssessmentId, sheet: Sheet, key: IndicatorKey, reading: Reading
) -> ReadingPart:
    indicator = sheet.indicator(key)
    after = replace(reading, value=actual_value(indicator, reading), source=checked(reading.source))
    return ReadingPart(indicator.item, key, reading_now(work, assessment, key), after)


def _fit(key: ItemKey, answer: Answer) -> Answer:
    if answer.status is Status.NOT_APPLICABLE and not answer.reason.strip():
        raise ReasonMissingError(key)
    return replace(
        answer,
        note=checked(answer.note),
        missing=checked(answer.missing),
        reason=checked(answer.reason),
        department=checked(answer.department),
        person=checked(answer.person),
        needs_review=False,  # a person has looked at it
    )
