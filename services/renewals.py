"""An assessment taken to the newest revision of its policy: shown first, then done in one step."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from checklists.revisions import Fate, Placed, RevisionRow, compare
from models import compiled
from models.lines import AssessmentLine, EvidenceLine
from models.vocabulary import AssessmentId, ItemKey, PolicyId, SchoolId
from models.work import Work
from services import listed, rows
from services.checklist import Answer, ItemRow
from services.desk import Desk
from services.evidence.laying import put_to
from services.gathering import Gathered, gather
from services.judging import NOT_OVERRULED, Overruling, Reading
from services.listed import PolicyRow
from services.sheets import line_of
from services.trail.changes import AnswerPart, OverrulingPart, Part, ReadingPart, RenewPart, Step
from services.trail.workspace_rows import apply

_KEPT_AS_IT_IS = (Fate.UNCHANGED, Fate.NEW)


class Following(StrEnum):
    """What happens to what was written of an item."""

    STAYS = "stays"
    TO_REVIEW = "to_review"
    ARCHIVED = "archived"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class RenewalRow:
    """One item of either revision, what becomes of it, and what happens to its answer and its evidence."""

    revision: RevisionRow
    answer: Answer
    evidence: int
    following: Following

    @property
    def fate(self) -> Fate:
        """Say what becomes of it."""
        return self.revision.fate

    @property
    def before(self) -> Placed | None:
        """Give it as it stands in the earlier revision."""
        return self.revision.before

    @property
    def after(self) -> tuple[Placed, ...]:
        """Give what it is in the later one."""
        return self.revision.after


@dataclass(frozen=True, slots=True)
class Renewal:
    """What taking an assessment to the newest revision would do; there is none to do where `is_needed` is false.

    Without an assessment two revisions are merely compared.
    """

    assessment: AssessmentId | None
    before: PolicyRow
    after: PolicyRow
    is_needed: bool
    rows: tuple[RenewalRow, ...]


class Renewals:
    """Takes the assessments of one workspace to newer revisions; nothing that was written is deleted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def plan(self, assessment: AssessmentId) -> Renewal:
        """Say what `renew` would do, and do nothing; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            line = line_of(work, assessment)
            newest = self._desk.policies.newest(work, line.slug)
            written = _Written(gather(work, assessment))
            compared = self._compared(work, line, newest)
            before, after = (work.one(compiled.POLICY, policy_id=one) for one in (line.policy_id, newest))
        shown = tuple(_row(row, written) for row in compared)
        is_needed = line.policy_id != newest
        return Renewal(assessment, listed.policy_row(before), listed.policy_row(after), is_needed, shown)

    def renew(self, assessment: AssessmentId) -> Step:
        """Do it: all in one step, or nothing; raises UnknownAssessmentError."""
        with self._store.work() as work:
            newest = self._desk.policies.newest(work, line_of(work, assessment).slug)
            step = self.turn(work, assessment, newest)
        self._desk.sheets.forget()
        return step

    def turn(self, work: Work, assessment: AssessmentId, policy: PolicyId) -> Step:
        """Take an assessment to a revision as a part of other work; the sheets must be forgotten after it."""
        line = line_of(work, assessment)
        if line.policy_id == policy:
            return Step(())
        sheet = self._desk.sheets.fresh(work, policy, SchoolId(line.school_id))
        change = self._desk.ledger.write(work, assessment, sheet, self._parts(work, line, policy))
        part = RenewPart(assessment, work.one(compiled.POLICY, policy_id=line.policy_id).digest, sheet.policy.digest)
        apply(work, self._desk.sheets, part)
        return Step((self._desk.ledger.note(work, part),), (change,))

    def newer(self, assessment: AssessmentId) -> PolicyRow | None:
        """Give its policy's newest revision where it is on an earlier one; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            line = line_of(work, assessment)
            newest = self._desk.policies.newest(work, line.slug)
            return None if newest == line.policy_id else listed.policy_row(work.one(compiled.POLICY, policy_id=newest))

    def is_behind(self, assessment: AssessmentId) -> bool:
        """Say whether its policy has a newer revision on the shelf; raises UnknownAssessmentError."""
        return self.newer(assessment) is not None

    def archive(self, assessment: AssessmentId, also: Collection[ItemKey] = frozenset()) -> tuple[ItemRow, ...]:
        """Give what was written of items that the assessment's revision no longer has, as they were last said.

        The items of `also` are given even where nothing was written of them.
        """
        with self._store.reading() as work:
            line = line_of(work, assessment)
            gathered = gather(work, assessment)
            current = self._desk.policies.at(work, PolicyId(line.policy_id))
            written = _Written(gathered)
            gone = (written.items() | set(also)) - {item.key for item in current.items()}
            return tuple(self._archived(work, line, gathered, gone))

    def _compared(self, work: Work, line: AssessmentLine, newest: PolicyId) -> tuple[RevisionRow, ...]:
        return compare(self._desk.policies.at(work, PolicyId(line.policy_id)), self._desk.policies.at(work, newest))

    def _parts(self, work: Work, line: AssessmentLine, newest: PolicyId) -> tuple[Part, ...]:
        written = _Written(gather(work, AssessmentId(line.id)))
        parts: list[Part] = []
        for row in self._compared(work, line, newest):
            if row.before is not None and _following(row, written) is Following.TO_REVIEW:
                for target in row.after:
                    parts += _carried(work, line.id, written, row.before, target)
        return tuple(parts)

    def _archived(self, work: Work, line: AssessmentLine, gathered: Gathered, gone: set[ItemKey]) -> Iterator[ItemRow]:
        for policy in reversed([one for one in work.all(compiled.POLICIES) if one.slug == line.slug]):
            sheet = self._desk.sheets.fresh(work, PolicyId(policy.id), SchoolId(line.school_id))
            for key in [key for key in sheet.items if key in gone]:
                gone.discard(key)
                yield gathered.item_row(sheet, sheet.item(key), self._desk.today())


@dataclass(frozen=True, slots=True)
class _Written:
    """What a school wrote, by item."""

    gathered: Gathered

    def answer(self, key: ItemKey) -> Answer:
        return rows.answer(self.gathered.answers.get(key))

    def reading(self, key: str) -> Reading:
        return rows.reading(self.gathered.readings.get(key))

    def overruling(self, key: str) -> Overruling:
        return rows.overruling(self.gathered.overrulings.get(key))

    def evidence(self, key: ItemKey) -> list[EvidenceLine]:
        return [line for line in self.gathered.evidence.get(key, ()) if line.attached]

    def items(self) -> set[ItemKey]:
        gathered = self.gathered
        keys = {line.item for line in gathered.answers.values()} | set(gathered.evidence)
        keys |= {line.item for line in gathered.readings.values()}
        keys |= {line.item for line in gathered.overrulings.values()}
        return {ItemKey(key) for key in keys if self.has(ItemKey(key))}

    def has(self, key: ItemKey) -> bool:
        answer = replace(self.answer(key), needs_review=False)  # a mark alone says nothing
        return answer != Answer() or self._has_figures(key) or bool(self.evidence(key))

    def _has_figures(self, key: ItemKey) -> bool:
        readings = (rows.reading(line) for line in self.gathered.readings.values() if line.item == key)
        judged = (rows.overruling(line) for line in self.gathered.overrulings.values() if line.item == key)
        return any(one != Reading() for one in readings) or any(one != NOT_OVERRULED for one in judged)


def _row(row: RevisionRow, written: _Written) -> RenewalRow:
    key = row.before.key if row.before else row.after[0].key
    return RenewalRow(
        revision=row,
        answer=written.answer(key),
        evidence=len(written.evidence(key)),
        following=_following(row, written),
    )


def _following(row: RevisionRow, written: _Written) -> Following:
    key = row.before.key if row.before else row.after[0].key
    if not written.has(key):
        return Following.NOTHING
    if row.fate is Fate.GONE:
        return Following.ARCHIVED
    is_same = row.fate in _KEPT_AS_IT_IS or (row.after[0].key == key and not row.changed)
    return Following.STAYS if is_same else Following.TO_REVIEW


def _carried(work: Work, assessment: int, written: _Written, old: Placed, new: Placed) -> Iterator[Part]:
    """Take what was written of an item to where it is now; where something stands there already, that stays."""
    now = written.answer(new.key)
    if new.key == old.key or written.has(new.key):
        yield AnswerPart(new.key, now, replace(now, needs_review=True))
        return
    yield AnswerPart(new.key, now, replace(written.answer(old.key), needs_review=True))
    yield from _readings(written, old, new)
    for line in written.evidence(old.key):
        yield _linked(work, assessment, written, line, new.key)


def _readings(written: _Written, old: Placed, new: Placed) -> Iterator[Part]:
    """Take readings, and what a person judged of them, to the figures of the same name."""
    known = {(one.name, one.unit): one.key for one in old.indicators}
    for one in new.indicators:
        if earlier := known.get((one.name, one.unit)):
            yield ReadingPart(new.key, one.key, Reading(), written.reading(earlier))
            yield OverrulingPart(new.key, one.key, NOT_OVERRULED, written.overruling(earlier))


def _linked(work: Work, assessment: int, written: _Written, line: EvidenceLine, item: ItemKey) -> Part:
    """Let a piece of evidence serve another item too, under a number of its own."""
    if line.id not in {one.id for one in written.gathered.evidence.get(item, ())}:
        work.do(
            compiled.ADD_EVIDENCE_LINK,
            evidence_id=line.id,
            assessment_id=assessment,
            item=item,
            sequence=work.one(compiled.NEXT_SEQUENCE, assessment_id=assessment, item=item).number,
            attached=0,
            changed_at=line.changed_at,
            changed_by=line.changed_by,
        )
    return put_to(line, item, line.number)
