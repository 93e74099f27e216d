"""How a change gets into the store: rows, counters and trail in one transaction."""

from collections.abc import Callable, Iterable
from datetime import datetime

from models import compiled
from models.lines import HeadLine
from models.trail import entry_hash
from models.vocabulary import AssessmentId, EvidenceId, Status
from models.work import Value, Work
from services.editions import parts as edition_parts
from services.editions.errors import EditionOutOfStepError
from services.editions.parts import EditionPart
from services.errors import OutOfStepError, PassageOutOfStepError
from services.evidence import trail as evidence_trail
from services.findings import lines as finding_lines
from services.findings.errors import FindingOutOfStepError
from services.findings.parts import FindingStep
from services.progress import Progress, silent
from services.reporting import parts as report_parts
from services.reporting.parts import ReportStep
from services.sheets import Sheet
from services.trail import answers, workspace_parts
from services.trail import parts as writing
from services.trail.changes import AnswerPart, Change, EvidenceStep, Part, PieceStep, WorkspaceChange, WorkspacePart
from services.trail.uuids import evidence_ids

_COUNTERS = tuple(status.value for status in Status)


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


def _state(work: Work, assessment: AssessmentId, part: Part) -> object:
    """Read what a part would start from; every noun knows its own rows."""
    if isinstance(part, EvidenceStep):
        return evidence_trail.state_now(work, assessment, part)
    if isinstance(part, FindingStep):
        return finding_lines.state_now(work, assessment, part)
    if isinstance(part, ReportStep):
        return report_parts.state_now(work, assessment, part)
    if isinstance(part, EditionPart):
        return edition_parts.state_now(work, assessment, part)
    return answers.state_now(work, assessment, part)


def _apply(work: Work, assessment: AssessmentId, part: Part, stamp: dict[str, str]) -> None:
    if isinstance(part, EvidenceStep):
        evidence_trail.apply(work, assessment, part, stamp)
    elif isinstance(part, FindingStep):
        finding_lines.apply(work, assessment, part, stamp)
    elif isinstance(part, ReportStep):
        report_parts.apply(work, assessment, part, stamp)
    elif isinstance(part, EditionPart):
        edition_parts.apply(work, assessment, part, stamp)
    else:
        answers.apply(work, assessment, part, stamp)


def _moved(sheet: Sheet, parts: tuple[Part, ...]) -> dict[str, int]:
    """Say by how much each counter moves."""
    moved = dict.fromkeys(_COUNTERS, 0)
    for part in parts:
        if isinstance(part, AnswerPart) and sheet.binds(part.item):
            moved[part.before.status] -= 1
            moved[part.after.status] += 1
    return moved


def _uuids(work: Work, assessment: AssessmentId, parts: tuple[Part, ...]) -> dict[EvidenceId, str]:
    if not any(isinstance(part, PieceStep) for part in parts):
        return {}
    return {id: uuid for uuid, id in evidence_ids(work, assessment).items()}
