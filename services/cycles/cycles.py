"""From year to year: the next cycle begun from the last one, and the two compared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checklists import revisions
from models import compiled
from models.lines import AssessmentLine
from models.vocabulary import AssessmentId, FindingNumber, ItemKey, PolicyId, Status
from models.work import Work
from services import listed
from services.assessments import Assessments, Cycle
from services.checklist import Answer, Checklist, ItemRow
from services.cycles.carrying import Carrying, Ways, carried_answers, carried_findings, parted, ways_of
from services.cycles.comparison import CycleComparison, compare
from services.cycles.handover import Handover
from services.desk import Desk
from services.evidence.register import EvidenceRegister
from services.findings.findings import Findings
from services.findings.parts import FindingPart
from services.progress import Progress, silent
from services.sheets import Sheet, line_of
from services.trail.changes import AnswerPart, Part
from services.trail.showing import shown

__all__ = ["Cycles", "LastYear", "Started", "compare"]


@dataclass(frozen=True, slots=True)
class Started:
    """A cycle that was begun, with exactly what went over."""

    assessment: AssessmentId
    carrying: Carrying


@dataclass(frozen=True, slots=True)
class LastYear:
    """The cycle before as the one in hand sees it: last year's items under this year's keys."""

    assessment: AssessmentId
    year: int
    items: dict[ItemKey, ItemRow]
    findings: frozenset[FindingNumber]
    """Those of this year's findings that were carried over."""


class Cycles:
    """The cycles of the schools of one workspace; beginning one never touches the one before."""

    def __init__(self, desk: Desk, assessments: Assessments, register: EvidenceRegister, findings: Findings) -> None:
        self._desk = desk
        self._store = desk.store
        self._assessments = assessments
        self._register = register
        self._findings = findings

    def plan(self, source: AssessmentId, year: int | None = None) -> Carrying:
        """Say what `start` would carry over, and do nothing; raises UnknownAssessmentError."""
        checklist = self._assessments.checklist(source)
        pieces, findings = self._register.pieces(source), self._findings.rows(source)
        with self._store.reading() as work:
            line = line_of(work, source)
            newest = self._desk.policies.newest(work, line.slug)
            ways = self._ways(work, PolicyId(line.policy_id), newest)
            after = listed.policy_row(work.one(compiled.POLICY, policy_id=newest))
            departments = work.all(compiled.DEPARTMENTS_OF, school_id=line.school_id)
        year = year or self.next_year(checklist.year)
        carried, left = parted(pieces, ways, year, self._desk.today())
        return Carrying(
            school=checklist.school,
            before=checklist.policy,
            after=after,
            last_year=checklist.year,
            year=year,
            ways=ways,
            answers=carried_answers(checklist, ways, (one.name for one in departments if one.is_retired)),
            pieces=carried,
            left=left,
            findings=carried_findings(findings, ways),
            own_items=sum(row.is_own and bool(ways.get(row.key)) for row in checklist.items()),
            facts=len(checklist.facts),
            answered=sum(row.status is not Status.UNANSWERED for row in checklist.binding_items()),
        )

    def next_year(self, year: int) -> int:
        """Name the year that comes after a cycle: the one after it, or this one where that is later."""
        return max(year + 1, self._desk.today().year)

    def start(self, source: AssessmentId, year: int | None = None, progress: Progress = silent) -> Started:
        """Begin the next cycle: all of it or nothing; raises AlreadyStartedError, CancelledError.

        Verdicts start unanswered, figures unread; the assessment it begins from stays as it is, to the byte.
        """
        carrying = self.plan(source, year)
        to_review = self._assessments.to_review(carrying.after.slug)

        with self._store.work() as work:

            def first(target: AssessmentId, sheet: Sheet) -> tuple[Part, ...]:
                return self._parts(work, carrying, _Span(source, target), to_review & sheet.items.keys())

            cycle = Cycle(carrying.school_id, carrying.after.slug, carrying.year)
            begun = self._assessments.begin(work, cycle, first, progress)
        return Started(begun, carrying)

    def started(self, source: AssessmentId) -> AssessmentId | None:
        """Name the cycle that was already begun after this one."""
        with self._store.reading() as work:
            line = line_of(work, source)
            later = [one for one in _of_school(work, line) if one.year > line.year]
        first = min(later, key=lambda one: one.year, default=None)
        return AssessmentId(first.id) if first else None

    def previous(self, assessment: AssessmentId) -> AssessmentId | None:
        """Name the school's assessment against the same policy in the latest year before."""
        with self._store.reading() as work:
            line = line_of(work, assessment)
            earlier = [one for one in _of_school(work, line) if one.year < line.year]
        latest = max(earlier, key=lambda one: one.year, default=None)
        return AssessmentId(latest.id) if latest else None

    def ways(self, before: AssessmentId, after: AssessmentId) -> Ways:
        """Say where the items of one assessment stand in another of the same policy."""
        with self._store.reading() as work:
            old, new = line_of(work, before), line_of(work, after)
            return self._ways(work, PolicyId(old.policy_id), PolicyId(new.policy_id))

    def last_year(self, assessment: AssessmentId) -> LastYear | None:
        """Give the cycle before, item by item; None where there is none."""
        before = self.previous(assessment)
        if before is None:
            return None
        checklist, ways = self._assessments.checklist(before), self.ways(before, assessment)
        items: dict[ItemKey, ItemRow] = {}
        for row in checklist.items():
            for key in ways.get(row.key, ()):
                items.setdefault(key, row)
        return LastYear(before, checklist.year, items, self._carried_findings(assessment, before))

    def comparison(self, assessment: AssessmentId) -> CycleComparison | None:
        """Lay the cycle before beside this one; None where there is none."""
        before = self.previous(assessment)
        if before is None:
            return None
        old, new = self._assessments.checklist(before), self._assessments.checklist(assessment)
        return compare(old, new, self.ways(before, assessment))

    def previous_checklist(self, assessment: AssessmentId) -> Checklist | None:
        """Give the cycle before whole."""
        before = self.previous(assessment)
        return self._assessments.checklist(before) if before is not None else None

    def _parts(self, work: Work, carrying: Carrying, span: "_Span", to_review: frozenset[ItemKey]) -> tuple[Part, ...]:
        stamp = {"changed_at": self._desk.now().isoformat(timespec="microseconds"), "changed_by": self._desk.who}
        handover = Handover(work, span.source, span.target, stamp)
        answers = _marked(carrying.answers, to_review)
        parts: list[Part] = [AnswerPart(key, Answer(), answer) for key, answer in answers.items()]
        for piece in carrying.pieces:
            parts += handover.evidence(piece)
        for finding in carrying.findings:
            parts += handover.finding(finding)
        return tuple(parts)

    def _ways(self, work: Work, before: PolicyId, after: PolicyId) -> Ways:
        old = self._desk.policies.at(work, before)
        if before == after:
            return {item.key: (item.key,) for item in old.items()}
        return ways_of(revisions.compare(old, self._desk.policies.at(work, after)))

    def _carried_findings(self, assessment: AssessmentId, before: AssessmentId) -> frozenset[FindingNumber]:
        """Know them by the first step of the assessment, which found them opened long ago."""
        found_on = {row.number: row.remedy.found_on for row in self._findings.rows(before)}
        parts = self._first_parts(assessment)
        return frozenset(
            part.finding
            for part in parts
            if isinstance(part, FindingPart)
            and part.finding in found_on
            and part.after.remedy.found_on == found_on[part.finding]
        )

    def _first_parts(self, assessment: AssessmentId) -> tuple[Part, ...]:
        with self._store.reading() as work:
            first = work.first(compiled.FIRST_CHANGE, assessment_id=assessment)
            return shown(work, assessment, (first,))[0].parts if first else ()


@dataclass(frozen=True, slots=True)
class _Span:
    source: AssessmentId
    target: AssessmentId


def _marked(answers: Mapping[ItemKey, Answer], to_review: frozenset[ItemKey]) -> dict[ItemKey, Answer]:
    keys = dict.fromkeys([*answers, *sorted(to_review)])
    return {key: replace(answers.get(key, Answer()), needs_review=key in to_review) for key in keys}


def _of_school(work: Work, line: AssessmentLine) -> list[AssessmentLine]:
    """Give all cycles of the school against the same policy."""
    return [one for one in work.all(compiled.ASSESSMENTS_OF_SCHOOL, school_id=line.school_id) if one.slug == line.slug]
