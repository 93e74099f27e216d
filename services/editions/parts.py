"""The steps of an edition in the trail: frozen, withdrawn, its signed scan kept."""

from dataclasses import dataclass
from typing import ClassVar

from models import compiled
from models.lines import EditionLine
from models.vocabulary import AssessmentId, EditionState
from models.work import Work
from services.editions.values import Paper, Scan
from services.trail.turning import Turning


@dataclass(frozen=True, slots=True)
class EditionStanding:
    """What a step may change of an edition, beside the fingerprint and the printed paper that none may."""

    fingerprint: str
    paper: Paper
    state: EditionState = EditionState.CURRENT
    reason: str = ""
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class EditionPart(Turning):
    """An edition was frozen (no `before`), withdrawn, or given its signed scan."""

    number: int
    before: EditionStanding | None
    after: EditionStanding | None
    item: ClassVar[None] = None


def standing_of(line: EditionLine) -> EditionStanding:
    """Read how an edition stands."""
    scan = Scan(line.scan_name, line.scan_sha256, line.scan_size) if line.scan_sha256 else None
    return EditionStanding(line.fingerprint, paper_of(line), EditionState(line.state), line.reason, scan)


def paper_of(line: EditionLine) -> Paper:
    """Read which file the printed report is."""
    return Paper(line.paper_name, line.paper_sha256, line.paper_size, line.paper_pages, line.paper_missing)


def state_now(work: Work, assessment: AssessmentId, part: EditionPart) -> EditionStanding | None:
    """Read what a part would start from."""
    line = work.first(compiled.EDITION, assessment_id=assessment, number=part.number)
    return None if line is None else standing_of(line)


def apply(work: Work, assessment: AssessmentId, part: EditionPart, stamp: dict[str, str]) -> None:
    """Bring the row to what a part says; an edition that was frozen is never taken back, only withdrawn."""
    if part.after is not None:
        work.do(compiled.SET_EDITION, assessment_id=assessment, number=part.number, **values_of(part.after), **stamp)


def values_of(some: EditionStanding) -> dict[str, str | int]:
    """Write out what may change of an edition."""
    scan = some.scan or Scan("", "", 0)
    return {
        "state": some.state.value,
        "reason": some.reason,
        "scan_sha256": scan.sha256,
        "scan_name": scan.name,
        "scan_size": scan.size,
    }
