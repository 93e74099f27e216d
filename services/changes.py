"""What a command changed: the one record that undo, the trail and every screen share."""

from dataclasses import dataclass, replace
from datetime import datetime

from models.vocabulary import AssessmentId, EvidenceId, IndicatorKey, ItemKey
from services.checklist import Answer
from services.judging import Reading


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One answer went from one state to another."""

    item: ItemKey
    before: Answer
    after: Answer

    def inverted(self) -> "AnswerPart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """One reading went from one value to another."""

    item: ItemKey
    indicator: IndicatorKey
    before: Reading
    after: Reading

    def inverted(self) -> "ReadingPart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class EvidencePart:
    """One piece of evidence was attached to an item or taken off it."""

    item: ItemKey
    evidence: EvidenceId
    name: str
    before: bool
    after: bool

    def inverted(self) -> "EvidencePart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


Part = AnswerPart | ReadingPart | EvidencePart


@dataclass(frozen=True, slots=True)
class Change:
    """One step of one assessment, committed; `seq` is its place in the trail, `at` is UTC with offset."""

    seq: int
    assessment: AssessmentId
    at: datetime
    who: str
    parts: tuple[Part, ...]

    def items(self) -> frozenset[ItemKey]:
        """Name the items it touched."""
        return frozenset(part.item for part in self.parts)

    def inverted(self) -> tuple[Part, ...]:
        """Give the parts that would take it back, last first."""
        return tuple(part.inverted() for part in reversed(self.parts))
