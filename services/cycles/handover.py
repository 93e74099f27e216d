"""What is carried over as parts of the new assessment's first step, and the rows that they rest on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from models import compiled
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, ItemKey
from models.work import Value, Work
from services.cycles.carrying import CarriedFinding, CarriedPiece
from services.evidence.laying import put_to
from services.evidence.numbers import series_end
from services.evidence.trail import particulars_values
from services.evidence.values import FileVersion, Particulars, ParticularsPart, VersionPart
from services.findings.parts import FindingEvidencePart, FindingPart, RoundPart
from services.findings.rows import Finding, Round
from services.trail.changes import Part


@dataclass
class Handover:
    """Writes the rows of one new assessment; what it answers is for the ledger to carry out."""

    work: Work
    source: AssessmentId
    target: AssessmentId
    stamp: dict[str, str]
    _links: Counter[ItemKey] = field(default_factory=Counter)

    def evidence(self, piece: CarriedPiece) -> Iterator[Part]:
        """Let a piece serve under its old number, with what is said of it and all its files."""
        key = {"assessment_id": self.source, "evidence_id": piece.evidence.id}
        line = self.work.all(compiled.EVIDENCE_OF_PIECE, **key)[0]
        self._lay(piece, line)
        for item in piece.items:
            self._link(piece.evidence.id, item)
            yield put_to(line, item, piece.evidence.number)
        yield from self._said(piece, line)

    def finding(self, carried: CarriedFinding) -> Iterator[Part]:
        """Open a finding as it stood, with its rounds and its evidence."""
        row, item = carried.row, carried.item
        yield FindingPart(row.number, item, Finding(), row.finding)
        for one in row.rounds:
            yield RoundPart(row.number, item, one.number, Round(), one.round)
        for piece in row.evidence:
            content = {"sha256": piece.sha256, "whereabouts": piece.whereabouts}
            yield FindingEvidencePart(
                row.number, item, piece.round, piece.id, piece.name, before=False, after=True, **content
            )

    def _lay(self, piece: CarriedPiece, line: EvidenceLine) -> None:
        key: dict[str, Value] = {"evidence_id": piece.evidence.id, "assessment_id": self.target}
        series, sequence = series_end(piece.evidence.number)
        numbered: dict[str, Value] = {"number": piece.evidence.number, "series": series, "sequence": sequence}
        blank = particulars_values(Particulars())
        self.work.do(
            compiled.ADD_PARTICULARS, **key, **blank, **numbered, taken_at=line.taken_at, version=0, **self.stamp
        )
        of_source = {"evidence_id": piece.evidence.id, "assessment_id": self.source}
        for one in self.work.all(compiled.VERSIONS, **of_source):
            self.work.do(compiled.ADD_VERSION, **key, **one._asdict())

    def _link(self, evidence: EvidenceId, item: ItemKey) -> None:
        self._links[item] += 1
        key: dict[str, Value] = {"evidence_id": evidence, "assessment_id": self.target, "item": item}
        self.work.do(compiled.ADD_EVIDENCE_LINK, **key, sequence=self._links[item], attached=0, **self.stamp)

    def _said(self, piece: CarriedPiece, line: EvidenceLine) -> Iterator[Part]:
        first, *others = piece.items
        said = piece.evidence.particulars
        yield ParticularsPart(first, piece.evidence.id, line.name, Particulars(), said, tuple(others))
        if line.version:
            before = FileVersion(0, line.first_name, line.first_sha256)
            after = FileVersion(line.version, line.name, line.sha256)
            yield VersionPart(first, piece.evidence.id, before, after, tuple(others))
