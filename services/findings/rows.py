"""Findings as they stand: the frozen values that screens and sheets are given."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from checklists.key_labels import label_of
from models.vocabulary import EvidenceId, EvidenceKind, FindingNumber, FindingState, ItemKey, Outcome, RemedyKind


@dataclass(frozen=True, slots=True)
class Remedy:
    """What people write of a finding, and may correct for as long as it is open."""

    problem: str = ""
    basis: str = ""
    cause: str = ""
    measure: str = ""
    kind: RemedyKind = RemedyKind.AT_ONCE
    lead: str = ""
    joint: str = ""
    person: str = ""
    found_on: date | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class SelfReport:
    """What the school itself says has become of the remedy (自报结果)."""

    outcome: Outcome
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What somebody found who looked again (复查)."""

    is_passed: bool
    by: str
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What those who answer for the ledger recognise (认定结果)."""

    outcome: Outcome
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A shortfall and its remedy as one value; what was never opened, or taken back, is not listed."""

    is_listed: bool = False
    state: FindingState = FindingState.MENDING
    remedy: Remedy = Remedy()
    report: SelfReport | None = None
    review: Review | None = None
    recognition: Recognition | None = None
    closed_on: date | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether there is still something to do."""
        return self.is_listed and self.state in (FindingState.MENDING, FindingState.TO_REVIEW)

    def with_remedy(self, remedy: Remedy) -> "Finding":
        """Take other remedy."""
        return replace(self, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of progress: when, how much of it all is done by then, and what was done."""

    is_listed: bool = False
    on: date | None = None
    percent: int = 0
    words: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class FindingEvidenceRow:
    """One piece of evidence that a finding is put right; `number` is "" where it serves no item."""

    id: EvidenceId
    round: int
    number: str
    kind: EvidenceKind
    name: str
    media_type: str
    sha256: str
    size: int
    whereabouts: str
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round of progress under its number, with the evidence brought with it."""

    number: int
    round: Round
    evidence: tuple[FindingEvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as the ledger shows it on a day."""

    number: FindingNumber
    item: ItemKey | None
    finding: Finding
    rounds: tuple[RoundRow, ...]
    evidence: tuple[FindingEvidenceRow, ...]
    suggested: str
    today: date
    changed_at: datetime
    changed_by: str

    @property
    def label(self) -> str:
        """Say its number as people read it."""
        return finding_label(self.number)

    @property
    def item_label(self) -> str:
        """Say the key of the item it was opened from, "" for one opened by hand."""
        return label_of(self.item) if self.item else ""

    @property
    def remedy(self) -> Remedy:
        """Give what people wrote of it."""
        return self.finding.remedy

    @property
    def state(self) -> FindingState:
        """Say how far it has come."""
        return self.finding.state

    @property
    def percent(self) -> int:
        """Say how much of it is done by the last round."""
        return self.rounds[-1].round.percent if self.rounds else 0

    @property
    def days_over(self) -> int:
        """Count the days since its deadline; 0 while there is time, or once nothing is left to do."""
        deadline = self.remedy.deadline
        return max(0, (self.today - deadline).days) if deadline and self.finding.is_open else 0

    @property
    def is_overdue(self) -> bool:
        """Say whether its deadline has passed with something left to do (过期)."""
        return self.days_over > 0


def finding_label(number: FindingNumber) -> str:
    """Write the number of a finding as people read it, on paper, in sheets and in the window alike: 序号 3."""
    return f"序号 {number}"
