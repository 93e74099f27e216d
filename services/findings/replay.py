"""The findings, rounds and evidence that an assessment's trail leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models import compiled
from models.vocabulary import EvidenceId, FindingNumber
from models.work import Work
from services.findings import lines as finding_lines
from services.findings.parts import FindingEvidencePart, FindingPart, FindingStep, RoundPart
from services.findings.rows import Finding, Round, finding_label
from services.trail.unlike import unlike

Brought = tuple[FindingNumber, int, EvidenceId]
Piece = tuple[bool, str, str, str]


@dataclass
class FindingReplay:
    """What the rows of findings must be now."""

    findings: dict[FindingNumber, tuple[str | None, Finding]] = field(default_factory=dict)
    rounds: dict[tuple[FindingNumber, int], Round] = field(default_factory=dict)
    evidence: dict[Brought, Piece] = field(default_factory=dict)

    def take(self, part: FindingStep) -> None:
        """Play one part."""
        match part:
            case FindingPart():
                self.findings[part.finding] = (part.item, part.after)
            case RoundPart():
                self.rounds[part.finding, part.round] = part.after
            case FindingEvidencePart():
                place = (part.finding, part.round, part.evidence)
                self.evidence[place] = (part.after, part.name, part.sha256, part.whereabouts)

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name the findings that have a row which was not written by us."""
        found = FindingReplay()
        found.read(work, assessment)
        numbers = set(unlike(self.findings, found.findings))
        numbers |= {number for number, _ in unlike(self.rounds, found.rounds)}
        numbers |= {number for number, _, _ in unlike(self.evidence, found.evidence)}
        yield from map(finding_label, sorted(numbers))

    def read(self, work: Work, assessment: int) -> None:
        """Take the rows as they stand."""
        for line in work.all(compiled.FINDINGS, assessment_id=assessment):
            self.findings[FindingNumber(line.number)] = (line.item, finding_lines.finding(line))
        for one in work.all(compiled.ROUNDS, assessment_id=assessment):
            self.rounds[FindingNumber(one.finding), one.number] = finding_lines.round_of(one)
        for held in work.all(compiled.FINDING_EVIDENCE, assessment_id=assessment):
            place = (FindingNumber(held.finding), held.round, EvidenceId(held.evidence_id))
            self.evidence[place] = (bool(held.attached), held.name, held.sha256, held.whereabouts)
