"""Findings: opened, put right round by round, reviewed, recognised and closed; or reopened, or withdrawn."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from models import compiled
from models.lines import FindingEvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, FindingNumber, ItemKey, Outcome
from models.work import Work
from services.desk import Desk
from services.evidence.files import file_in, openable_copy
from services.evidence.laying import Piece, file_piece, laying_for
from services.findings import lines as finding_lines
from services.findings import steps
from services.findings.errors import PercentError, UnknownFindingError
from services.findings.gathering import gather_findings, gathered_finding
from services.findings.parts import FindingEvidencePart, FindingPart, FindingStep, RoundPart
from services.findings.prefill import remedy_for
from services.findings.remedy_days import with_found_on
from services.findings.rows import (
    Finding,
    FindingEvidenceRow,
    FindingRow,
    Recognition,
    Remedy,
    Review,
    Round,
    SelfReport,
    finding_label,
)
from services.progress import Progress, silent
from services.texts import checked
from services.trail.answers import answer_now
from services.trail.changes import Change

Step = Callable[[str, Finding], Finding]


class Findings:
    """The findings of one workspace, as one person edits them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def rows(self, assessment: AssessmentId) -> tuple[FindingRow, ...]:
        """Give all findings of an assessment by their numbers; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            return gather_findings(work, assessment, self._desk.sheet(work, assessment), self._desk.today())

    def overdue(self, assessment: AssessmentId) -> tuple[FindingRow, ...]:
        """Give those whose deadline has passed, the longest overdue first."""
        late = (row for row in self.rows(assessment) if row.is_overdue)
        return tuple(sorted(late, key=lambda row: (-row.days_over, row.number)))

    def of_item(self, assessment: AssessmentId, item: ItemKey) -> tuple[FindingRow, ...]:
        """Give those opened from one item."""
        with self._store.reading() as work:
            sheet, today = self._desk.sheet(work, assessment), self._desk.today()
            lines = work.all(compiled.FINDINGS_OF_ITEM, assessment_id=assessment, item=item)
            numbers = [FindingNumber(line.number) for line in lines if line.is_listed]
            return tuple(gathered_finding(work, assessment, sheet, today, number) for number in numbers)

    def row(self, assessment: AssessmentId, number: FindingNumber) -> FindingRow:
        """Give one finding; raises UnknownFindingError."""
        with self._store.reading() as work:
            _known(work, assessment, number)
            return gathered_finding(work, assessment, self._desk.sheet(work, assessment), self._desk.today(), number)

    def open_from(self, assessment: AssessmentId, item: ItemKey) -> Change:
        """Open a finding from an item, filled in from what was answered; raises UnknownItemError."""
        with self._store.work() as work:
            sheet = self._desk.sheet(work, assessment)
            remedy = remedy_for(sheet, sheet.item(item), answer_now(work, assessment, item), self._desk.today())
            return self._open(work, assessment, item, remedy)

    def open_by_hand(self, assessment: AssessmentId, remedy: Remedy) -> Change:
        """Open a finding of no item, found today and due as usual unless it says when; raises ProblemMissingError."""
        found = with_found_on(remedy, remedy.found_on or self._desk.today())
        with self._store.work() as work:
            return self._open(work, assessment, None, found)

    def amend(self, assessment: AssessmentId, number: FindingNumber, remedy: Remedy) -> Change:
        """Correct what is written; raises ProblemMissingError, DeadlineTooEarlyError, FindingStateError."""
        return self._step(assessment, number, lambda label, finding: steps.amended(label, finding, remedy))

    def add_round(
        self, assessment: AssessmentId, number: FindingNumber, *, on: date, percent: int, words: str, person: str = ""
    ) -> Change:
        """Write down what was done and how much of it all is done by then; raises PercentError."""
        after = self._round(on, percent, words, person)
        with self._store.work() as work:
            held = work.all(compiled.ROUNDS_OF_FINDING, assessment_id=assessment, finding=number)
            place = max((line.number for line in held), default=0) + 1
            return self._write_round(work, assessment, number, place, after)

    def amend_round(
        self, assessment: AssessmentId, number: FindingNumber, place: int, *, on: date, percent: int, words: str
    ) -> Change:
        """Correct a round, whose person stays; raises PercentError, LookupError."""
        with self._store.work() as work:
            person = _round_now(work, assessment, number, place).person
            return self._write_round(work, assessment, number, place, self._round(on, percent, words, person))

    def drop_round(self, assessment: AssessmentId, number: FindingNumber, place: int) -> Change:
        """Take a round back that was written by mistake; its evidence stays with the finding."""
        with self._store.work() as work:
            _round_now(work, assessment, number, place)
            return self._write_round(work, assessment, number, place, Round())

    def report_result(
        self, assessment: AssessmentId, number: FindingNumber, outcome: Outcome, words: str = ""
    ) -> Change:
        """Say what has become of it and ask for a review (提请复查); raises FindingStateError."""
        report = SelfReport(outcome, self._desk.today(), words)
        return self._step(assessment, number, lambda label, one: steps.reported(label, one, report))

    def review(self, assessment: AssessmentId, number: FindingNumber, review: Review) -> Change:
        """Write down what was found on looking again; raises FindingStateError."""
        return self._step(assessment, number, lambda label, one: steps.reviewed(label, one, review))

    def recognise(self, assessment: AssessmentId, number: FindingNumber, recognition: Recognition) -> Change:
        """Write down the recognised result; raises FindingStateError."""
        return self._step(assessment, number, lambda label, one: steps.recognised(label, one, recognition))

    def close(self, assessment: AssessmentId, number: FindingNumber) -> Change:
        """Strike it off (销号); raises EvidenceLackingError, RecognitionLackingError, FindingStateError."""
        row, today = self.row(assessment, number), self._desk.today()
        return self._step(
            assessment,
            number,
            lambda label, one: steps.closed(label, one, today, evidence=len(row.evidence), suggested=row.suggested),
        )

    def what_bars_closing(self, row: FindingRow) -> Exception | None:
        """Give the refusal that closing would meet, None where it may be closed."""
        return steps.what_bars_closing(row.label, row.finding, len(row.evidence), row.suggested)

    def reopen(self, assessment: AssessmentId, number: FindingNumber, reason: str) -> Change:
        """Begin anew with what was closed or withdrawn; raises FindingReasonMissingError, FindingStateError."""
        return self._step(assessment, number, lambda label, one: steps.reopened(label, one, reason))

    def withdraw(self, assessment: AssessmentId, number: FindingNumber, reason: str) -> Change:
        """Say that it was opened by mistake; raises FindingReasonMissingError, FindingStateError."""
        return self._step(assessment, number, lambda label, one: steps.withdrawn(label, one, reason))

    def attach(
        self, assessment: AssessmentId, number: FindingNumber, source: Path, progress: Progress = silent
    ) -> Change:
        """Take a file in as evidence of the remedy, and of its item where it has one; raises BlobError."""
        name = checked(source.name)
        with self._store.reading() as work:
            self._open_item(work, assessment, number)
        blob = self._store.blobs.take_file(source, lambda done, total: progress.step(done, total, name))
        return self._lay(assessment, number, file_piece(self._store.blobs, blob, name))

    def attach_bytes(self, assessment: AssessmentId, number: FindingNumber, content: bytes, name: str) -> Change:
        """Take in content that never was a file, such as a picture from the clipboard; raises BlobError."""
        blob = self._store.blobs.take_bytes(content, name)
        return self._lay(assessment, number, file_piece(self._store.blobs, blob, checked(name)))

    def detach(self, assessment: AssessmentId, number: FindingNumber, evidence: EvidenceId) -> Change:
        """Take a piece off a finding; it stays with its item."""
        with self._store.work() as work:
            item = self._open_item(work, assessment, number)
            held = work.all(compiled.EVIDENCE_OF_FINDING, assessment_id=assessment, finding=number)
            there = (line for line in held if line.evidence_id == evidence and line.attached)
            return self._desk.write(work, assessment, *(_taken_off(line, number, item) for line in there))

    def file_of(self, row: FindingEvidenceRow) -> Path:
        """Say where a piece's file lies, to be read and never written; raises EvidenceMissingError."""
        return file_in(self._store.blobs, row)

    def copy_for_viewing(self, row: FindingEvidenceRow) -> Path:
        """Make a read-only copy that another program may open; raises NotOpenableError, EvidenceMissingError."""
        return openable_copy(self._store, row)

    def _round(self, on: date, percent: int, words: str, person: str) -> Round:
        if not 0 <= percent <= 100:
            raise PercentError(percent)
        return Round(True, on, percent, checked(words.strip()), checked(person.strip()) or self._desk.who)

    def _write_round(
        self, work: Work, assessment: AssessmentId, number: FindingNumber, place: int, after: Round
    ) -> Change:
        item = self._open_item(work, assessment, number)
        before = _round_now(work, assessment, number, place, Round())
        return self._desk.write(work, assessment, RoundPart(number, item, place, before, after))

    def _open(self, work: Work, assessment: AssessmentId, item: ItemKey | None, remedy: Remedy) -> Change:
        number = FindingNumber(work.one(compiled.NEXT_FINDING, assessment_id=assessment).number)
        after = steps.opened(finding_label(number), remedy)
        return self._desk.write(work, assessment, FindingPart(number, item, Finding(), after))

    def _step(self, assessment: AssessmentId, number: FindingNumber, step: Step) -> Change:
        with self._store.work() as work:
            item = _known(work, assessment, number)
            before = finding_lines.finding_now(work, assessment, number)
            after = step(finding_label(number), before)
            return self._desk.write(work, assessment, FindingPart(number, item, before, after))

    def _lay(self, assessment: AssessmentId, number: FindingNumber, piece: Piece) -> Change:
        with self._store.work() as work:
            item = self._open_item(work, assessment, number)
            laying = laying_for(self._desk, work, assessment)
            if item is None:
                brought = _brought(work, assessment, number, item, laying.lay_apart(piece), piece)
                return self._desk.write(work, assessment, brought)
            of_item = laying.lay(item, piece)
            brought = _brought(work, assessment, number, item, of_item.evidence, piece)
            return self._desk.write(work, assessment, of_item, brought)

    def _open_item(self, work: Work, assessment: AssessmentId, number: FindingNumber) -> ItemKey | None:
        """Give the item of a finding that can be added to; raises UnknownFindingError, FindingStateError."""
        item = _known(work, assessment, number)
        steps.check_open(finding_label(number), finding_lines.finding_now(work, assessment, number))
        return item


def opened_number(change: Change) -> FindingNumber:
    """Say which finding a step was about; raises LookupError where it was about none."""
    return next(part.finding for part in change.parts if isinstance(part, FindingStep))


def _taken_off(line: FindingEvidenceLine, number: FindingNumber, item: ItemKey | None) -> FindingEvidencePart:
    evidence, said = EvidenceId(line.evidence_id), {"sha256": line.sha256, "whereabouts": line.whereabouts}
    return FindingEvidencePart(number, item, line.round, evidence, line.name, before=True, after=False, **said)


def _brought(
    work: Work,
    assessment: AssessmentId,
    number: FindingNumber,
    item: ItemKey | None,
    evidence: EvidenceId,
    piece: Piece,
) -> FindingEvidencePart:
    """Bring a piece with the round that is going on."""
    held = work.all(compiled.ROUNDS_OF_FINDING, assessment_id=assessment, finding=number)
    now = max((line.number for line in held if line.is_listed), default=0)
    content = {"sha256": piece.sha256, "whereabouts": piece.whereabouts}
    return FindingEvidencePart(number, item, now, evidence, piece.name, before=False, after=True, **content)


def _round_now(
    work: Work, assessment: AssessmentId, number: FindingNumber, place: int, blank: Round | None = None
) -> Round:
    """Read a round as it stands; raises LookupError where there is none and nothing is to stand for it."""
    for line in work.all(compiled.ROUNDS_OF_FINDING, assessment_id=assessment, finding=number):
        if line.number == place:
            return finding_lines.round_of(line)
    if blank is None:
        raise LookupError(place)
    return blank


def _known(work: Work, assessment: AssessmentId, number: FindingNumber) -> ItemKey | None:
    line = work.first(compiled.FINDING, assessment_id=assessment, finding=number)
    if line is None or not line.is_listed:
        raise UnknownFindingError(finding_label(number))
    return finding_lines.item_of(line)
