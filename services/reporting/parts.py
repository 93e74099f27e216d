"""What people write for a report and how it is made: the values, what a step did to them, and their rows."""

from dataclasses import dataclass
from typing import ClassVar

from models import compiled
from models.lines import ReportSettingsLine
from models.vocabulary import Annex, AssessmentId, PassageName
from models.work import Value, Work
from services.trail.turning import Turning


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """How an assessment's report is made; an empty name is a line to write on."""

    authority: str = ""
    principal: str = ""
    annexes: tuple[Annex, ...] = tuple(Annex)
    is_duplex: bool = False


@dataclass(frozen=True, slots=True)
class PassagePart(Turning):
    """One part of the report was written, or given back to the program's draft (None)."""

    name: PassageName
    before: str | None
    after: str | None
    item: ClassVar[None] = None


@dataclass(frozen=True, slots=True)
class ReportSettingsPart(Turning):
    """The report is made otherwise than before."""

    before: ReportSettings
    after: ReportSettings
    item: ClassVar[None] = None


ReportStep = PassagePart | ReportSettingsPart


def passage_now(work: Work, assessment: AssessmentId, name: PassageName) -> str | None:
    """Read what a person wrote; None where the draft stands."""
    line = work.first(compiled.PASSAGE, assessment_id=assessment, name=name)
    return None if line is None else line.text


def passages_now(work: Work, assessment: int) -> dict[PassageName, str]:
    """Read all that people wrote."""
    lines = work.all(compiled.PASSAGES, assessment_id=assessment)
    return {PassageName(line.name): line.text for line in lines if line.text is not None}


def settings_now(work: Work, assessment: int) -> ReportSettings:
    """Read how the report is made."""
    line: ReportSettingsLine | None = work.first(compiled.REPORT_SETTINGS, assessment_id=assessment)
    if line is None:
        return ReportSettings()
    annexes = tuple(map(Annex, line.annexes.split()))
    return ReportSettings(line.authority, line.principal, annexes, bool(line.is_duplex))


def state_now(work: Work, assessment: AssessmentId, part: ReportStep) -> str | ReportSettings | None:
    """Read what a part would start from."""
    if isinstance(part, PassagePart):
        return passage_now(work, assessment, part.name)
    return settings_now(work, assessment)


def apply(work: Work, assessment: AssessmentId, part: ReportStep, stamp: dict[str, str]) -> None:
    """Bring the rows to what a part says."""
    if isinstance(part, PassagePart):
        work.do(compiled.PUT_PASSAGE, assessment_id=assessment, name=part.name, text=part.after, **stamp)
        return
    some = part.after
    values: dict[str, Value] = {
        "authority": some.authority,
        "principal": some.principal,
        "is_duplex": int(some.is_duplex),
    }
    work.do(compiled.PUT_REPORT_SETTINGS, assessment_id=assessment, annexes=" ".join(some.annexes), **values, **stamp)
