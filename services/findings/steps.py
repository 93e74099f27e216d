"""What may happen to a finding, and what it is afterwards: pure rules, no store."""

from dataclasses import replace
from datetime import date

from models.vocabulary import FindingState, Outcome
from services.findings.errors import (
    DeadlineTooEarlyError,
    EvidenceLackingError,
    FindingReasonMissingError,
    FindingStateError,
    ProblemMissingError,
    RecognitionLackingError,
)
from services.findings.rows import Finding, Recognition, Remedy, Review, SelfReport
from services.texts import checked

_OPEN = (FindingState.MENDING, FindingState.TO_REVIEW)
_SHUT = (FindingState.CLOSED, FindingState.WITHDRAWN)


def fit(label: str, remedy: Remedy) -> Remedy:
    """Make remedy fit to keep; raises ProblemMissingError, DeadlineTooEarlyError, TextTooLongError."""
    problem = checked(remedy.problem.strip())
    if not problem:
        raise ProblemMissingError
    found_on, deadline = remedy.found_on, remedy.deadline
    if found_on and deadline and deadline < found_on:
        raise DeadlineTooEarlyError(label, found_on)
    return replace(
        remedy,
        problem=problem,
        basis=checked(remedy.basis),
        cause=checked(remedy.cause),
        measure=checked(remedy.measure),
        lead=checked(remedy.lead),
        joint=checked(remedy.joint),
        person=checked(remedy.person),
    )


def opened(label: str, remedy: Remedy) -> Finding:
    """Begin."""
    return Finding(is_listed=True, remedy=fit(label, remedy))


def amended(label: str, finding: Finding, remedy: Remedy) -> Finding:
    """Correct what is written; raises FindingStateError once it is closed or withdrawn."""
    check_state(label, finding, *_OPEN)
    return finding.with_remedy(fit(label, remedy))


def reported(label: str, finding: Finding, report: SelfReport) -> Finding:
    """Take the school's own result; it goes on to be reviewed unless nothing is done."""
    check_state(label, finding, FindingState.MENDING)
    state = FindingState.MENDING if report.outcome is Outcome.NOT_DONE else FindingState.TO_REVIEW
    report = replace(report, words=checked(report.words))
    return replace(finding, state=state, report=report, review=None, recognition=None)


def reviewed(label: str, finding: Finding, review: Review) -> Finding:
    """Take what was found on looking again; what did not pass goes back to be mended."""
    check_state(label, finding, FindingState.TO_REVIEW)
    review = replace(review, by=checked(review.by), words=checked(review.words))
    if review.is_passed:
        return replace(finding, review=review)
    return replace(finding, state=FindingState.MENDING, review=review, recognition=None)


def recognised(label: str, finding: Finding, recognition: Recognition) -> Finding:
    """Take the recognised result; anything but done goes back to be mended."""
    check_state(label, finding, FindingState.TO_REVIEW)
    state = FindingState.TO_REVIEW if recognition.outcome is Outcome.DONE else FindingState.MENDING
    return replace(finding, state=state, recognition=replace(recognition, by=checked(recognition.by)))


def what_bars_closing(label: str, finding: Finding, evidence: int, suggested: str) -> Exception | None:
    """Give the refusal that closing would meet, None where it may be closed."""
    if finding.state not in _OPEN:
        return FindingStateError(label, finding.state)
    if not evidence:
        return EvidenceLackingError(label, suggested)
    if finding.recognition is None or finding.recognition.outcome is not Outcome.DONE:
        return RecognitionLackingError(label)
    return None


def closed(label: str, finding: Finding, on: date, *, evidence: int, suggested: str) -> Finding:
    """Strike it off (销号); raises EvidenceLackingError, RecognitionLackingError, FindingStateError."""
    if refusal := what_bars_closing(label, finding, evidence, suggested):
        raise refusal
    return replace(finding, state=FindingState.CLOSED, closed_on=on)


def reopened(label: str, finding: Finding, reason: str) -> Finding:
    """Begin anew with what was closed or withdrawn; every result must be given again."""
    check_state(label, finding, *_SHUT)
    blank = replace(finding, report=None, review=None, recognition=None, closed_on=None)
    return replace(blank, state=FindingState.MENDING, reason=_reason(label, reason))


def withdrawn(label: str, finding: Finding, reason: str) -> Finding:
    """Say that it was opened by mistake (误开)."""
    check_state(label, finding, *_OPEN)
    return replace(finding, state=FindingState.WITHDRAWN, reason=_reason(label, reason))


def check_state(label: str, finding: Finding, *states: FindingState) -> None:
    """Refuse what does not go with the state; raises FindingStateError."""
    if finding.state not in states:
        raise FindingStateError(label, finding.state)


def check_open(label: str, finding: Finding) -> None:
    """Refuse to add to what is closed or withdrawn; raises FindingStateError."""
    check_state(label, finding, *_OPEN)


def _reason(label: str, reason: str) -> str:
    if not reason.strip():
        raise FindingReasonMissingError(label)
    return checked(reason.strip())
