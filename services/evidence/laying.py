"""Pieces of evidence written down inside a unit of work, each under the next number of its series."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from models import compiled
from models.blobs import Blob, Blobs
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, EvidenceKind, ItemKey, SchoolId
from models.work import Value, Work
from services import rows
from services.desk import Desk
from services.evidence.numbers import DEFAULT, number_in, series_of
from services.evidence.photographs import taken_at
from services.evidence.trail import particulars_values
from services.evidence.values import Particulars
from services.media import is_picture, media_type_of
from services.sheets import line_of
from services.trail.changes import EvidencePart


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence about to be written down."""

    kind: EvidenceKind
    name: str
    media_type: str = ""
    sha256: str = ""
    size: int = 0
    whereabouts: str = ""
    taken_at: str = ""


@dataclass
class Laying:
    """Writes pieces and links of one assessment; what it writes is attached by the ledger."""

    work: Work
    assessment: AssessmentId
    year: int
    pattern: str
    at: str
    who: str
    _series: dict[str, int] = field(default_factory=dict)
    _links: dict[ItemKey, int] = field(default_factory=dict)

    def lay(self, item: ItemKey, piece: Piece, said: Particulars | None = None) -> EvidencePart:
        """Write a piece down with its number and what is said of it."""
        evidence = self._add(piece)
        series, sequence, number = self.next_number(item)
        numbered: dict[str, Value] = {"number": number, "series": series, "sequence": sequence}
        self._add_particulars(evidence, said or Particulars(), numbered, piece.taken_at)
        self._link(evidence, item)
        content = {"sha256": piece.sha256, "whereabouts": piece.whereabouts, "number": number}
        return EvidencePart(item, evidence, piece.name, before=False, after=True, **content)

    def lay_apart(self, piece: Piece) -> EvidenceId:
        """Write a piece down that serves no item, such as one of a finding opened by hand."""
        return self._add(piece)

    def serve(self, line: EvidenceLine, item: ItemKey, links: Iterable[EvidenceLine]) -> EvidencePart:
        """Let a piece serve another item, too; its number stays, and is written down if it was only implied."""
        number = line.number or self._written_number(line)
        if all(one.item != item for one in links):
            self._link(EvidenceId(line.id), item)
        return put_to(line, item, number)

    def next_number(self, item: ItemKey) -> tuple[str, int, str]:
        """Find the next number of an item's series: the series, the place in it, the number."""
        series = series_of(self.pattern, item, self.year)
        sequence = self._last(series, item) + 1
        while self.work.first(compiled.NUMBERED, assessment_id=self.assessment, number=number_in(series, sequence)):
            sequence += 1
        self._series[series] = sequence
        return series, sequence, number_in(series, sequence)

    def _last(self, series: str, item: ItemKey) -> int:
        known = self._series.get(series)
        if known is not None:
            return known
        of = {"assessment_id": self.assessment}
        numbered = self.work.one(compiled.LAST_OF_SERIES, **of, series=series).number
        return max(numbered, self.work.one(compiled.LAST_UNNUMBERED, **of, item=item).number)

    def _add(self, piece: Piece) -> EvidenceId:
        values: dict[str, Value] = {
            "name": piece.name,
            "media_type": piece.media_type,
            "sha256": piece.sha256,
            "size": piece.size,
            "whereabouts": piece.whereabouts,
        }
        return EvidenceId(
            self.work.do(
                compiled.ADD_EVIDENCE,
                **values,
                kind=piece.kind.value,
                uuid=str(uuid4()),
                formed_on=None,
                added_at=self.at,
                added_by=self.who,
            )
        )

    def _link(self, evidence: EvidenceId, item: ItemKey) -> None:
        key: dict[str, Value] = {"assessment_id": self.assessment, "item": item}
        if item not in self._links:
            self._links[item] = self.work.one(compiled.NEXT_SEQUENCE, **key).number
        self.work.do(
            compiled.ADD_EVIDENCE_LINK,
            **key,
            evidence_id=evidence,
            sequence=self._links[item],
            attached=0,
            **self._stamp(),
        )
        self._links[item] += 1

    def _written_number(self, line: EvidenceLine) -> str:
        series, sequence = series_of(self.pattern, line.item, self.year), line.sequence
        number = rows.number(line.item, sequence)
        unnumbered: dict[str, Value] = {"number": None, "series": "", "sequence": 0}
        self._add_particulars(EvidenceId(line.id), Particulars(), unnumbered)
        key = {"evidence_id": line.id, "assessment_id": self.assessment}
        self.work.do(compiled.NUMBER_EVIDENCE, **key, number=number, series=series, sequence=sequence)
        return number

    def _add_particulars(
        self, evidence: EvidenceId, said: Particulars, numbered: Mapping[str, Value], taken_at: str = ""
    ) -> None:
        key: dict[str, Value] = {"evidence_id": evidence, "assessment_id": self.assessment}
        values = {**key, **particulars_values(said), **numbered}
        self.work.do(compiled.ADD_PARTICULARS, **values, taken_at=taken_at, version=0, **self._stamp())

    def _stamp(self) -> dict[str, str]:
        return {"changed_at": self.at, "changed_by": self.who}


def laying_for(desk: Desk, work: Work, assessment: AssessmentId) -> Laying:
    """Begin to write pieces down; raises UnknownAssessmentError."""
    line = line_of(work, assessment)
    at = desk.now().isoformat(timespec="microseconds")
    return Laying(work, assessment, line.year, pattern_of(work, SchoolId(line.school_id)), at, desk.who)


def pattern_of(work: Work, school: SchoolId) -> str:
    """Give the pattern a school numbers by."""
    line = work.first(compiled.PATTERN, school_id=school)
    return line.word if line is not None else DEFAULT


def file_piece(blobs: Blobs, blob: Blob, name: str) -> Piece:
    """Describe a file that was taken in: its kind, and when it was taken if it is a photograph."""
    media_type = media_type_of(blob.start, name)
    kind = EvidenceKind.PHOTO if is_picture(media_type) else EvidenceKind.FILE
    moment = taken_at(blobs.find(blob.sha256), media_type) if kind is EvidenceKind.PHOTO else ""
    return Piece(kind, name, media_type, blob.sha256, blob.size, taken_at=moment)


def put_to(line: EvidenceLine, item: ItemKey, number: str) -> EvidencePart:
    """Say how the piece of a line comes to an item, under this number."""
    content = {"sha256": line.first_sha256, "whereabouts": line.whereabouts, "number": number}
    return EvidencePart(item, EvidenceId(line.id), line.first_name, before=False, after=True, **content)


def taken_off(line: EvidenceLine) -> EvidencePart:
    """Say how a piece comes off the item of its line."""
    content = {"sha256": line.first_sha256, "whereabouts": line.whereabouts, "number": line.number}
    item, evidence = ItemKey(line.item), EvidenceId(line.id)
    return EvidencePart(item, evidence, line.first_name, bool(line.attached), after=False, **content)
