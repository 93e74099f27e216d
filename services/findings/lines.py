"""Plain lines of findings in the store as values, and back; what their parts start from and lead to."""

from collections.abc import Mapping

from models import compiled
from models.lines import FindingEvidenceLine, FindingLine, RoundLine
from models.vocabulary import (
    AssessmentId,
    EvidenceId,
    EvidenceKind,
    FindingNumber,
    FindingState,
    ItemKey,
    Outcome,
    RemedyKind,
)
from models.work import Value, Work
from services.findings.parts import FindingEvidencePart, FindingPart, FindingStep, RoundPart
from services.findings.rows import (
    Finding,
    FindingEvidenceRow,
    Recognition,
    Remedy,
    Review,
    Round,
    SelfReport,
)
from services.rows import as_text, day
from services.stamps import moment, written


def finding(line: FindingLine | None) -> Finding:
    """Read a finding; what was never opened is a blank one."""
    if line is None:
        return Finding()
    return Finding(
        is_listed=bool(line.is_listed),
        state=FindingState(line.state),
        remedy=_remedy(line),
        report=_report(line),
        review=_review(line),
        recognition=_recognition(line),
        closed_on=day(line.closed_on),
        reason=line.reason,
    )


def finding_values(some: Finding) -> dict[str, Value]:
    """Write a finding out."""
    return {
        "is_listed": int(some.is_listed),
        "state": some.state.value,
        **_remedy_values(some.remedy),
        **_report_values(some.report),
        **_review_values(some.review),
        **_recognition_values(some.recognition),
        "closed_on": as_text(some.closed_on),
        "reason": some.reason,
    }


def round_of(line: RoundLine) -> Round:
    """Read a round of progress."""
    return Round(bool(line.is_listed), day(line.done_on), line.percent, line.words, line.person)


def round_values(some: Round) -> dict[str, Value]:
    """Write a round out."""
    return {
        "is_listed": int(some.is_listed),
        "done_on": as_text(some.on),
        "percent": some.percent,
        "words": some.words,
        "person": some.person,
    }


def evidence_row(line: FindingEvidenceLine, number: str) -> FindingEvidenceRow:
    """Read a piece of evidence as it serves a finding, under the number it has with an item."""
    return FindingEvidenceRow(
        id=EvidenceId(line.evidence_id),
        round=line.round,
        number=number,
        kind=EvidenceKind(line.kind),
        name=line.name,
        media_type=line.media_type,
        sha256=line.sha256,
        size=line.size,
        whereabouts=line.whereabouts,
        added_at=moment(line.added_at),
        added_by=written(line.added_by),
    )


def finding_now(work: Work, assessment: AssessmentId, number: FindingNumber) -> Finding:
    """Read a finding as it stands."""
    return finding(work.first(compiled.FINDING, assessment_id=assessment, finding=number))


def state_now(work: Work, assessment: AssessmentId, part: FindingStep) -> Finding | Round | bool:
    """Read what a part would change as it stands."""
    match part:
        case FindingPart():
            return finding_now(work, assessment, part.finding)
        case RoundPart():
            lines = work.all(compiled.ROUNDS_OF_FINDING, assessment_id=assessment, finding=part.finding)
            return next((round_of(line) for line in lines if line.number == part.round), Round())
        case FindingEvidencePart():
            held = work.all(compiled.EVIDENCE_OF_FINDING, assessment_id=assessment, finding=part.finding)
            return any(one.attached for one in held if (one.round, one.evidence_id) == (part.round, part.evidence))


def apply(work: Work, assessment: AssessmentId, part: FindingStep, stamp: Mapping[str, str]) -> None:
    """Bring the row to what the part says."""
    match part:
        case FindingPart():
            values = finding_values(part.after)
            key: dict[str, Value] = {"number": part.finding, "item": part.item}
            work.do(compiled.PUT_FINDING, assessment_id=assessment, **key, **values, **stamp)
        case RoundPart():
            key = {"finding": part.finding, "number": part.round}
            work.do(compiled.PUT_ROUND, assessment_id=assessment, **key, **round_values(part.after), **stamp)
        case FindingEvidencePart():
            key = {"finding": part.finding, "round": part.round, "evidence_id": part.evidence}
            attached = {"attached": int(part.after)}
            work.do(compiled.PUT_FINDING_EVIDENCE, assessment_id=assessment, **key, **attached, **stamp)


def item_of(line: FindingLine) -> ItemKey | None:
    """Name the item a finding was opened from."""
    return ItemKey(line.item) if line.item else None


def _remedy(line: FindingLine) -> Remedy:
    return Remedy(
        problem=line.problem,
        basis=line.basis,
        cause=line.cause,
        measure=line.measure,
        kind=RemedyKind(line.kind),
        lead=line.lead,
        joint=line.joint,
        person=line.person,
        found_on=day(line.found_on),
        deadline=day(line.deadline),
    )


def _remedy_values(some: Remedy) -> dict[str, Value]:
    words = ("problem", "basis", "cause", "measure", "lead", "joint", "person")
    days = {"found_on": as_text(some.found_on), "deadline": as_text(some.deadline)}
    return {name: getattr(some, name) for name in words} | days | {"kind": some.kind.value}


def _report(line: FindingLine) -> SelfReport | None:
    on = day(line.reported_on)
    return None if on is None or line.reported is None else SelfReport(Outcome(line.reported), on, line.report_words)


def _report_values(some: SelfReport | None) -> dict[str, Value]:
    if some is None:
        return {"reported": None, "report_words": "", "reported_on": None}
    return {"reported": some.outcome.value, "report_words": some.words, "reported_on": as_text(some.on)}


def _review(line: FindingLine) -> Review | None:
    on = day(line.reviewed_on)
    return None if on is None else Review(bool(line.is_passed), line.reviewed_by, on, line.review_words)


def _review_values(some: Review | None) -> dict[str, Value]:
    if some is None:
        return {"is_passed": None, "reviewed_by": "", "reviewed_on": None, "review_words": ""}
    said = {"reviewed_by": some.by, "reviewed_on": as_text(some.on), "review_words": some.words}
    return {"is_passed": int(some.is_passed), **said}


def _recognition(line: FindingLine) -> Recognition | None:
    on = day(line.recognised_on)
    if on is None or line.recognised is None:
        return None
    return Recognition(Outcome(line.recognised), line.recognised_by, on)


def _recognition_values(some: Recognition | None) -> dict[str, Value]:
    if some is None:
        return {"recognised": None, "recognised_by": "", "recognised_on": None}
    return {"recognised": some.outcome.value, "recognised_by": some.by, "recognised_on": as_text(some.on)}
