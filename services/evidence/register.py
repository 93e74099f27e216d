"""All evidence of an assessment, piece by piece: what is said of it, what it serves, its number, its files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from models import compiled
from models.lines import EvidenceLine, VersionLine
from models.vocabulary import AssessmentId, EvidenceId, ItemKey, SchoolId
from models.work import Work
from services import rows
from services.checklist import EvidenceRow
from services.desk import Desk
from services.evidence.laying import Piece, file_piece, laying_for, pattern_of, taken_off
from services.evidence.numbers import checked_pattern, number_in, series_of
from services.evidence.trail import particulars_of
from services.evidence.values import FileVersion, NumberPart, Particulars, ParticularsPart, VersionPart
from services.progress import Progress, silent
from services.sheets import line_of
from services.stamps import moment, written
from services.texts import checked
from services.trail.changes import Change, Part, PatternPart, Step

Value = date | int | str | None


@dataclass(frozen=True, slots=True)
class PieceRow:
    """One piece with every item it serves, in the order of the document; `evidence` is it on the first of them."""

    evidence: EvidenceRow
    items: tuple[ItemKey, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One file of a piece."""

    version: int
    name: str
    sha256: str
    size: int
    added_at: datetime
    added_by: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Renumbering:
    """The number a piece has and the one it would get."""

    evidence: EvidenceId
    name: str
    before: str
    after: str


class EvidenceRegister:
    """The pieces of evidence of one workspace, looked at and amended."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def pieces(self, assessment: AssessmentId) -> tuple[PieceRow, ...]:
        """Give every piece that serves an item, in the order of the document; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            order = {key: place for place, key in enumerate(self._desk.sheet(work, assessment).items)}
            lines = [one for one in work.all(compiled.EVIDENCE, assessment_id=assessment) if one.attached]
        return tuple(sorted(_pieces(lines, order), key=lambda piece: _place(piece, order)))

    def amend(self, assessment: AssessmentId, said: Mapping[EvidenceId, Particulars]) -> Change:
        """Write down what is said of pieces, all in one step; raises LookupError, TextTooLongError."""
        wanted = {evidence: _fit(one) for evidence, one in said.items()}
        with self._store.work() as work:
            parts = tuple(self._amended(work, assessment, evidence, one) for evidence, one in wanted.items())
            return self._desk.write(work, assessment, *parts)

    def amend_field(self, assessment: AssessmentId, pieces: Iterable[EvidenceId], name: str, value: Value) -> Change:
        """Write one of the particulars of pieces down and leave the others as they stand, all in one step."""
        with self._store.work() as work:
            parts: list[Part] = []
            for evidence in pieces:
                said = particulars_of(_links(work, assessment, evidence)[0])
                after = _fit(replace(said, **{name: value}))  # type: ignore[arg-type]
                parts.append(self._amended(work, assessment, evidence, after))
            return self._desk.write(work, assessment, *parts)

    def serve(self, assessment: AssessmentId, evidence: EvidenceId, items: Iterable[ItemKey]) -> Change:
        """Let a piece serve these items and no others, in one step; raises UnknownItemError, LookupError."""
        with self._store.work() as work:
            sheet, wanted = self._desk.sheet(work, assessment), tuple(items)
            links, laying = _links(work, assessment, evidence), laying_for(self._desk, work, assessment)
            has = {one.item for one in links if one.attached}
            added = [laying.serve(links[0], sheet.item(key).key, links) for key in wanted if key not in has]
            gone = [taken_off(one) for one in links if one.attached and one.item not in wanted]
            return self._desk.write(work, assessment, *added, *gone)

    def take_off(self, assessment: AssessmentId, pieces: Iterable[EvidenceId]) -> Change:
        """Take pieces off all they serve, in one step; they keep their numbers; raises LookupError."""
        with self._store.work() as work:
            links = [line for evidence in pieces for line in _links(work, assessment, evidence) if line.attached]
            return self._desk.write(work, assessment, *map(taken_off, links))

    def take_version(
        self, assessment: AssessmentId, evidence: EvidenceId, source: Path, progress: Progress = silent
    ) -> Change:
        """Take in a newer file of a piece; the older ones are kept; raises BlobError, CancelledError."""
        name = checked(source.name)
        blob = self._store.blobs.take_file(source, lambda done, total: progress.step(done, total, name))
        piece = file_piece(self._store.blobs, blob, name)
        with self._store.work() as work:
            links = _links(work, assessment, evidence)
            added = self._add_version(work, {"evidence_id": evidence, "assessment_id": assessment}, piece)
            return self._shown(work, assessment, links, added)

    def show_version(self, assessment: AssessmentId, evidence: EvidenceId, version: int) -> Change:
        """Let one of a piece's files be the one that counts; raises LookupError."""
        with self._store.work() as work:
            found = next(one for one in _versions(work, assessment, evidence) if one.version == version)
            links = _links(work, assessment, evidence)
            return self._shown(work, assessment, links, FileVersion(version, found.name, found.sha256))

    def versions(self, assessment: AssessmentId, evidence: EvidenceId) -> tuple[VersionRow, ...]:
        """Give every file of a piece, the newest first."""
        with self._store.reading() as work:
            shown = _links(work, assessment, evidence)[0].version
            found = _versions(work, assessment, evidence)
        return tuple(_version_row(one, shown) for one in reversed(found))

    def pattern(self, assessment: AssessmentId) -> str:
        """Give the pattern by which new pieces are numbered; raises UnknownAssessmentError."""
        with self._store.reading() as work:
            return pattern_of(work, _school(work, assessment))

    def set_pattern(self, assessment: AssessmentId, pattern: str) -> Step:
        """Keep the pattern by which the school numbers what comes in from now on; raises NumberPatternError."""
        pattern = checked_pattern(pattern)
        with self._store.work() as work:
            school = _school(work, assessment)
            before = pattern_of(work, school)
            if before == pattern:
                return Step(())
            work.do(compiled.PUT_PATTERN, school_id=school, pattern=pattern)
            return Step((self._desk.ledger.note(work, PatternPart(school, before, pattern)),))

    def renumbered(self, assessment: AssessmentId, pattern: str) -> tuple[Renumbering, ...]:
        """Say which numbers `renumber` would change, and change nothing; raises NumberPatternError."""
        pieces, found = self.pieces(assessment), []
        given: dict[str, int] = {}
        with self._store.reading() as work:
            year = work.one(compiled.ASSESSMENT, assessment_id=assessment).year
        for piece in pieces:
            series = series_of(checked_pattern(pattern), piece.items[0], year)
            given[series] = given.get(series, 0) + 1
            number, row = number_in(series, given[series]), piece.evidence
            found.append(Renumbering(row.id, row.name, row.number, number))
        return tuple(one for one in found if one.before != one.after)

    def renumber(self, assessment: AssessmentId, pattern: str) -> Change:
        """Give every piece a new number in the order of the document, in one step; raises NumberPatternError."""
        wanted = {one.evidence: one.after for one in self.renumbered(assessment, pattern)}
        with self._store.work() as work:
            parts = [_numbered(_links(work, assessment, evidence), after) for evidence, after in wanted.items()]
            return self._desk.write(work, assessment, *_freed(work, assessment, wanted), *parts)

    def _add_version(self, work: Work, key: Mapping[str, int], piece: Piece) -> FileVersion:
        number = max((one.version for one in work.all(compiled.VERSIONS, **key)), default=0) + 1
        at = self._desk.now().isoformat(timespec="microseconds")
        said = {"name": piece.name, "added_at": at, "added_by": self._desk.who}
        content = {"media_type": piece.media_type, "sha256": piece.sha256, "taken_at": piece.taken_at}
        work.do(compiled.ADD_VERSION, **key, **said, **content, version=number, size=piece.size)
        return FileVersion(number, piece.name, piece.sha256)

    def _amended(self, work: Work, assessment: AssessmentId, evidence: EvidenceId, said: Particulars) -> Part:
        links = _links(work, assessment, evidence)
        first, others = _served(links)
        return ParticularsPart(first, evidence, links[0].name, particulars_of(links[0]), said, others)

    def _shown(self, work: Work, assessment: AssessmentId, links: list[EvidenceLine], after: FileVersion) -> Change:
        line, (first, others) = links[0], _served(links)
        before = FileVersion(line.version, line.name, line.sha256)
        return self._desk.write(work, assessment, VersionPart(first, EvidenceId(line.id), before, after, others))


def _pieces(lines: Iterable[EvidenceLine], order: Mapping[ItemKey, int]) -> Iterable[PieceRow]:
    for _, group in groupby(sorted(lines, key=lambda line: line.id), key=lambda line: line.id):
        served = sorted(group, key=lambda line: order.get(ItemKey(line.item), len(order)))
        yield PieceRow(rows.evidence_row(served[0]), tuple(ItemKey(line.item) for line in served))


def _place(piece: PieceRow, order: Mapping[ItemKey, int]) -> tuple[int, int, str, int]:
    row = piece.evidence
    return order.get(piece.items[0], len(order)), len(row.number), row.number, row.id


def _links(work: Work, assessment: AssessmentId, evidence: EvidenceId) -> list[EvidenceLine]:
    """Give a piece on every item it was ever put to, those it serves now first; raises LookupError."""
    links = work.all(compiled.EVIDENCE_OF_PIECE, assessment_id=assessment, evidence_id=evidence)
    if not links:
        raise LookupError(evidence)
    return sorted(links, key=lambda line: not line.attached)


def _served(links: list[EvidenceLine]) -> tuple[ItemKey, tuple[ItemKey, ...]]:
    first, *others = (ItemKey(one.item) for one in links if one.attached or one is links[0])
    return first, tuple(others)


def _numbered(links: list[EvidenceLine], after: str) -> NumberPart:
    line, (first, others) = links[0], _served(links)
    return NumberPart(first, EvidenceId(line.id), line.name, line.number, after, others)


def _freed(work: Work, assessment: AssessmentId, wanted: Mapping[EvidenceId, str]) -> Iterable[NumberPart]:
    """Take the numbers wanted from pieces that were taken off, which stand in no list any more."""
    numbers = set(wanted.values())
    for line in {one.id: one for one in work.all(compiled.EVIDENCE, assessment_id=assessment)}.values():
        if line.number in numbers and EvidenceId(line.id) not in wanted:
            links = _links(work, assessment, EvidenceId(line.id))
            if not links[0].attached:
                yield _numbered(links, "")


def _versions(work: Work, assessment: AssessmentId, evidence: EvidenceId) -> list[VersionLine]:
    key = {"evidence_id": evidence, "assessment_id": assessment}
    return [work.one(compiled.FIRST_VERSION, **key), *work.all(compiled.VERSIONS, **key)]


def _version_row(line: VersionLine, shown: int) -> VersionRow:
    at, who = moment(line.added_at), written(line.added_by)
    return VersionRow(line.version, line.name, line.sha256, line.size, at, who, line.version == shown)


def _school(work: Work, assessment: AssessmentId) -> SchoolId:
    return SchoolId(line_of(work, assessment).school_id)


def _fit(said: Particulars) -> Particulars:
    formed: date | None = said.formed_on
    return Particulars(formed, said.valid_until, said.year, checked(said.department.strip()), checked(said.note))
