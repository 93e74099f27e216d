"""The steps of an edition in the trail: frozen, withdrawn, its signed scan kept."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from models import compiled
from models.lines import EditionLine
from models.vocabulary import AssessmentId, EditionState
from models.work import Work
from services.editions.values import Paper, Scan

Json = dict[str, Any]
KINDS = ("edition",)


@dataclass(frozen=True, slots=True)
class EditionStanding:
    """What a step may change of an edition, beside the fingerprint and the printed paper that none may."""

    fingerprint: str
    paper: Paper
    state: EditionState = EditionState.CURRENT
    reason: str = ""
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class EditionPart:
    """An edition was frozen (no `before`), withdrawn, or given its signed scan."""

    number: int
    before: EditionStanding | None
    after: EditionStanding | None
    item: None = None

    def inverted(self) -> "EditionPart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


def written(part: EditionPart) -> Json:
    """Write a part down."""
    standings = {name: asdict(one) if one else None for name, one in (("before", part.before), ("after", part.after))}
    return {"kind": "edition", "number": part.number, **standings}


def read(one: Json, _ids: object) -> EditionPart:
    """Read a part back."""
    return EditionPart(one["number"], _standing(one["before"]), _standing(one["after"]))


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


def _standing(values: Json | None) -> EditionStanding | None:
    if values is None:
        return None
    scan = Scan(**values["scan"]) if values["scan"] else None
    paper, state = Paper(**values["paper"]), EditionState(values["state"])
    return EditionStanding(values["fingerprint"], paper, state, values["reason"], scan)
