"""How a change gets into the store: rows, counters and trail in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from models import compiled
from models.lines import HeadLine
from models.trail import entry_hash
from models.vocabulary import AssessmentId, EvidenceId, ItemKey, Status
from models.work import Value, Work
from services import rows
from services.checklist import Answer
from services.editions import parts as edition_parts
from services.editions.errors import EditionOutOfStepError
from services.editions.parts import EditionPart, EditionStanding
from services.errors import OutOfStepError, PassageOutOfStepError
from services.evidence import trail as evidence_trail
from services.evidence.values import EvidenceEdit, NumberPart, ParticularsPart, VersionPart
from services.findings import lines as finding_lines
from services.findings.errors import FindingOutOfStepError
from services.findings.parts import FindingEvidencePart, FindingPart, FindingStep, RoundPart
from services.findings.rows import Finding, Round
from services.judging import Overruling, Reading
from services.progress import Progress, silent
from services.reporting import parts as report_parts
from services.reporting.parts import PassagePart, ReportSettings, ReportSettingsPart, ReportStep
from services.sheets import Sheet
from services.trail import parts as writing
from services.trail import workspace_parts
from services.trail.changes import (
    AnswerPart,
    Change,
    EvidencePart,
    OverrulingPart,
    Part,
    ReadingPart,
    WorkspaceChange,
    WorkspacePart,
)
from services.trail.uuids import evidence_ids


class Ledger:
    """Writes parts down for one person; the work it is given decides when they are kept."""

    def __init__(self, who: str, now: Callable[[], datetime]) -> None:
        self._who = who
        self._now = now

    def write(
        self,
        work: Work,
        assessment: AssessmentId,
        sheet: Sheet,
        parts: tuple[Part, ...],
        progress: Progress = silent,
    ) -> Change:
        """Bring the rows to what the parts say and add the change; parts that change nothing leave no trace."""
        parts = tuple(part for part in parts if part.before != part.after)
        at = self._now()
        stamp = {"changed_at": at.isoformat(timespec="microseconds"), "changed_by": self._who}
        evidence_trail.clear_numbers(work, assessment, parts)
        for number, part in enumerate(parts, 1):
            _apply(work, assessment, part, stamp)
            progress.step(number, len(parts))
        seq = self._enter(work, assessment, parts, stamp["changed_at"], _moved(sheet, parts))
        return Change(seq, assessment, at, self._who, parts)

    def note(self, work: Work, *parts: WorkspacePart) -> WorkspaceChange:
        """Add a change of the workspace itself; its rows are the caller's, written in the same work."""
        head, at = work.one(compiled.WORKSPACE), self._now()
        if not parts:
            return WorkspaceChange(head.head_seq, at, self._who, ())
        text = workspace_parts.text_of(parts, workspace_parts.names_in(work))
        _, end = self._lengthen(work, None, head, at.isoformat(timespec="microseconds"), text)
        work.do(compiled.MOVE_WORKSPACE_HEAD, **_end_values(end))
        return WorkspaceChange(end.head_seq, at, self._who, parts)

    def _enter(
        self, work: Work, assessment: AssessmentId, parts: tuple[Part, ...], at: str, moved: dict[str, int]
    ) -> int:
        head = work.one(compiled.HEAD, assessment_id=assessment)
        if not parts:
            return head.head_seq
        text = writing.text_of(parts, _uuids(work, assessment, parts))
        added, end = self._lengthen(work, assessment, head, at, text)
        edited: dict[str, Value] = {"edited_at": at, "edited_no": added}
        work.do(compiled.MOVE_HEAD, assessment_id=assessment, **edited, **_end_values(end), **moved)
        return end.head_seq

    def _lengthen(
        self, work: Work, assessment: AssessmentId | None, head: HeadLine, at: str, text: str
    ) -> tuple[int, HeadLine]:
        """Add an entry to a chain; give its id and the chain's new end, which the caller writes down."""
        seq = head.head_seq + 1
        digest = entry_hash(head.uuid, seq, at, self._who, text, head.head_hash)
        entry: dict[str, Value] = {"seq": seq, "at": at, "who": self._who, "parts": text, "prev": head.head_hash}
        added = work.do(compiled.ADD_CHANGE, assessment_id=assessment, hash=digest, **entry)
        return added, HeadLine(head.uuid, seq, digest)


def _end_values(end: HeadLine) -> dict[str, Value]:
    return {"head_seq": end.head_seq, "head_hash": end.head_hash}


def check_step(work: Work, assessment: AssessmentId, parts: Iterable[Part]) -> None:
    """Refuse parts that do not start from what is written, and any of an edition; raises OutOfStepError."""
    for part in parts:
        if isinstance(part, EditionPart) or _state(work, assessment, part) != part.before:
            raise _out_of_step(part)


def _out_of_step(part: Part) -> OutOfStepError:
    if isinstance(part, FindingStep):
        return FindingOutOfStepError(part.item, part.label)
    if isinstance(part, ReportStep):
        return PassageOutOfStepError()
    if isinstance(part, EditionPart):
        return EditionOutOfStepError()
    return OutOfStepError(part.item)


def answer_now(work: Work, assessment: AssessmentId, item: ItemKey) -> Answer:
    """Read an answer as it stands."""
    return rows.answer(work.first(compiled.ANSWER, assessment_id=assessment, item=item))


def reading_now(work: Work, assessment: AssessmentId, indicator: str) -> Reading:
    """Read a reading as it stands."""
    return rows.reading(work.first(compiled.READING, assessment_id=assessment, indicator=indicator))


def overruling_now(work: Work, assessment: AssessmentId, indicator: str) -> Overruling:
    """Read a person's own judgement as it stands."""
    return rows.overruling(work.first(compiled.OVERRULING, assessment_id=assessment, indicator=indicator))


def _state(
    work: Work, assessment: AssessmentId, part: Part
) -> (
    Answer
    | Reading
    | Overruling
    | evidence_trail.State
    | Finding
    | Round
    | ReportSettings
    | EditionStanding
    | str
    | bool
    | None
):
    match part:
        case AnswerPart():
            return answer_now(work, assessment, part.item)
        case ReadingPart():
            return reading_now(work, assessment, part.indicator)
        case OverrulingPart():
            return overruling_now(work, assessment, part.indicator)
        case EvidencePart():
            links = work.all(compiled.EVIDENCE_LINKS, evidence_id=part.evidence)
            ours = (one for one in links if (one.assessment_id, one.item) == (assessment, part.item))
            return any(one.attached for one in ours)
        case ParticularsPart() | NumberPart() | VersionPart():
            return evidence_trail.state(work, assessment, part)
        case FindingPart() | RoundPart() | FindingEvidencePart():
            return finding_lines.state_now(work, assessment, part)
        case PassagePart() | ReportSettingsPart():
            return report_parts.state_now(work, assessment, part)
        case EditionPart():
            return edition_parts.state_now(work, assessment, part)


def _apply(work: Work, assessment: AssessmentId, part: Part, stamp: dict[str, str]) -> None:
    match part:
        case AnswerPart():
            values = rows.answer_values(part.after)
            work.do(compiled.PUT_ANSWER, assessment_id=assessment, item=part.item, **values, **stamp)
        case ReadingPart():
            values = {"item": part.item, "indicator": part.indicator, **rows.reading_values(part.after)}
            work.do(compiled.PUT_READING, assessment_id=assessment, **values, **stamp)
        case OverrulingPart():
            said = {"item": part.item, "indicator": part.indicator, **rows.overruling_values(part.after)}
            work.do(compiled.PUT_OVERRULING, assessment_id=assessment, **said, **stamp)
        case EvidencePart():
            key = {"evidence_id": part.evidence, "assessment_id": assessment}
            work.do(compiled.SWITCH_EVIDENCE_LINK, **key, item=part.item, attached=int(part.after), **stamp)
        case ParticularsPart() | NumberPart() | VersionPart():
            evidence_trail.carry_out(work, assessment, part, stamp)
        case FindingPart() | RoundPart() | FindingEvidencePart():
            finding_lines.apply(work, assessment, part, stamp)
        case PassagePart() | ReportSettingsPart():
            report_parts.apply(work, assessment, part, stamp)
        case EditionPart():
            edition_parts.apply(work, assessment, part, stamp)


def _moved(sheet: Sheet, parts: tuple[Part, ...]) -> dict[str, int]:
    """Say by how much each counter moves."""
    moved: Counter[Status] = Counter()
    for part in parts:
        if isinstance(part, AnswerPart) and sheet.binds(part.item):
            moved[part.before.status] -= 1
            moved[part.after.status] += 1
    return {status.value: moved[status] for status in Status}


def _uuids(work: Work, assessment: AssessmentId, parts: tuple[Part, ...]) -> dict[EvidenceId, str]:
    if not any(isinstance(part, EvidencePart | EvidenceEdit | FindingEvidencePart) for part in parts):
        return {}
    return {id: uuid for uuid, id in evidence_ids(work, assessment).items()}
