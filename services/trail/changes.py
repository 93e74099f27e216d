"""What a command changed: the one record that undo, the trail and every screen share."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from models.vocabulary import AssessmentId, DepartmentId, EvidenceId, IndicatorKey, ItemKey, SchoolId
from services.checklist import Answer, DepartmentRow, Fact
from services.editions.parts import EditionPart
from services.evidence.values import EvidenceEdit
from services.findings.parts import FindingEvidencePart, FindingStep
from services.judging import Overruling, Reading
from services.listed import SchoolRow
from services.reporting.parts import ReportStep
from services.trail.turning import Turning


@dataclass(frozen=True, slots=True)
class AnswerPart(Turning):
    """One answer went from one state to another."""

    item: ItemKey
    before: Answer
    after: Answer

    @property
    def is_mark(self) -> bool:
        """Say whether nothing was done but to ask for a review."""
        return not self.before.needs_review and self.after == replace(self.before, needs_review=True)

    @property
    def is_review(self) -> bool:
        """Say whether a person looked at it again and changed nothing."""
        return self.inverted().is_mark


@dataclass(frozen=True, slots=True)
class ReadingPart(Turning):
    """One reading went from one value to another."""

    item: ItemKey
    indicator: IndicatorKey
    before: Reading
    after: Reading


@dataclass(frozen=True, slots=True)
class OverrulingPart(Turning):
    """A person judged an indicator otherwise than the rules do, or took that back."""

    item: ItemKey
    indicator: IndicatorKey
    before: Overruling
    after: Overruling


@dataclass(frozen=True, slots=True)
class EvidencePart(Turning):
    """One piece of evidence was attached to an item or taken off it; what it is stays in the trail, too."""

    item: ItemKey
    evidence: EvidenceId
    name: str
    before: bool
    after: bool
    sha256: str = ""
    whereabouts: str = ""
    number: str = ""


AnswerStep = AnswerPart | ReadingPart | OverrulingPart
EvidenceStep = EvidencePart | EvidenceEdit
PieceStep = EvidenceStep | FindingEvidencePart
"""The parts that name a piece of evidence."""

Part = AnswerStep | EvidenceStep | FindingStep | ReportStep | EditionPart


@dataclass(frozen=True, slots=True)
class Change:
    """One step of one assessment, committed; `seq` is its place in the trail, `at` is UTC with offset.

    It is altered where the trail's entry is not what its hash says: somebody has written into the database.
    """

    seq: int
    assessment: AssessmentId
    at: datetime
    who: str
    parts: tuple[Part, ...]
    is_altered: bool = False

    def items(self) -> frozenset[ItemKey]:
        """Name the items it touched."""
        return frozenset(item for part in self.parts for item in (part.item, *_others(part)) if item is not None)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was changed at all."""
        return not self.parts

    @property
    def marks(self) -> frozenset[ItemKey]:
        """Name the items a review was asked for, where nothing was done but to ask for some or for some no longer."""
        answers = [part for part in self.parts if isinstance(part, AnswerPart)]
        if len(answers) < len(self.parts) or not all(part.is_mark or part.is_review for part in answers):
            return frozenset()
        return frozenset(part.item for part in answers if part.is_mark)

    def inverted(self) -> tuple[Part, ...]:
        """Give the parts that would take it back, last first."""
        return tuple(part.inverted() for part in reversed(self.parts))


def _others(part: Part) -> tuple[ItemKey, ...]:
    return part.others if isinstance(part, EvidenceEdit) else ()


@dataclass(frozen=True, slots=True)
class SchoolPart:
    """A school's particulars were amended; without a `before` it was registered."""

    before: SchoolRow | None
    after: SchoolRow


@dataclass(frozen=True, slots=True)
class FactsPart:
    """A school's base figures of one year were written in place of those there were."""

    school: SchoolId
    year: int
    before: tuple[Fact, ...]
    after: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class StartPart:
    """An assessment was started on one revision of a policy, named by its digest."""

    assessment: AssessmentId
    school: SchoolId
    slug: str
    digest: str
    year: int
    started_on: date


@dataclass(frozen=True, slots=True)
class RenewPart:
    """An assessment went from one revision of its policy to another, each named by its digest."""

    assessment: AssessmentId
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShelvePart:
    """A policy that the workspace's people wrote, or wrote items to, became the newest of its slug."""

    slug: str
    revision: int
    digest: str


@dataclass(frozen=True, slots=True)
class OwnItemPart:
    """An item of a school's own went from one text in its file to another, "" where it did not stand there."""

    slug: str
    item: ItemKey
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TextPart:
    """An official text was kept: the digest of its file, and that of the lines that were read from it."""

    slug: str
    name: str
    digest: str
    lines: str


@dataclass(frozen=True, slots=True)
class DepartmentPart:
    """A department's particulars, place or standing were changed; without a `before` it was set up."""

    before: DepartmentRow | None
    after: DepartmentRow


@dataclass(frozen=True, slots=True)
class PatternPart:
    """The pattern by which a school numbers its evidence went from one to another."""

    school: SchoolId
    before: str
    after: str


WorkspacePart = (
    SchoolPart | FactsPart | StartPart | RenewPart | ShelvePart | OwnItemPart | DepartmentPart | TextPart | PatternPart
)


@dataclass(frozen=True, slots=True)
class WorkspaceChange:
    """One step of the workspace itself, committed; `seq` is its place in the workspace's own chain."""

    seq: int
    at: datetime
    who: str
    parts: tuple[WorkspacePart, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one command did to the workspace itself, and to its assessments by that; taken back in one piece."""

    noted: tuple[WorkspaceChange, ...]
    changes: tuple[Change, ...] = ()

    @property
    def parts(self) -> tuple[WorkspacePart, ...]:
        """Give what was done to the workspace itself."""
        return tuple(part for change in self.noted for part in change.parts)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was changed at all."""
        return not self.parts and not any(change.parts for change in self.changes)

    @property
    def at(self) -> datetime:
        """Say when it was committed."""
        return self.noted[0].at

    @property
    def own_items(self) -> tuple[ItemKey, ...]:
        """Name the school's own items that it is about."""
        return tuple(part.item for part in self.parts if isinstance(part, OwnItemPart))

    @property
    def departments(self) -> tuple[DepartmentId, ...]:
        """Name the departments that it is about."""
        return tuple(part.after.id for part in self.parts if isinstance(part, DepartmentPart))

    def with_change(self, change: Change) -> "Step":
        """Let a change go with it that was made because of it."""
        return replace(self, changes=(*self.changes, change))


def changes_of(done: Change | Step) -> tuple[Change, ...]:
    """Give what was changed in assessments."""
    changes = done.changes if isinstance(done, Step) else (done,)
    return tuple(change for change in changes if change.parts)
