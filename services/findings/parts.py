"""What a step did to findings."""

from dataclasses import dataclass

from models.vocabulary import EvidenceId, FindingNumber, ItemKey
from services.findings.rows import Finding, Round, finding_label
from services.trail.turning import Turning


@dataclass(frozen=True, slots=True)
class FindingPart(Turning):
    """One finding went from one state to another; `item` is the one it was opened from."""

    finding: FindingNumber
    item: ItemKey | None
    before: Finding
    after: Finding

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return finding_label(self.finding)


@dataclass(frozen=True, slots=True)
class RoundPart(Turning):
    """One round of progress was added, corrected or taken back."""

    finding: FindingNumber
    item: ItemKey | None
    round: int
    before: Round
    after: Round

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return finding_label(self.finding)


@dataclass(frozen=True, slots=True)
class FindingEvidencePart(Turning):
    """One piece of evidence was added to a finding or taken off it; what it is stays in the trail, too."""

    finding: FindingNumber
    item: ItemKey | None
    round: int
    evidence: EvidenceId
    name: str
    before: bool
    after: bool
    sha256: str = ""
    whereabouts: str = ""

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return finding_label(self.finding)


FindingStep = FindingPart | RoundPart | FindingEvidencePart
