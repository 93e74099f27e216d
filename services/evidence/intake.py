"""Many files taken in at once: all of them are written in one step, or none is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models import compiled
from models.blobs import Blob
from models.errors import BlobError
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, ItemKey
from models.work import Work
from services import rows
from services.desk import Desk
from services.errors import TextTooLongError
from services.evidence.laying import Laying, Piece, file_piece, laying_for
from services.progress import Progress, silent
from services.texts import checked
from services.trail.changes import Change, EvidencePart


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, or content that never was one, and the item it is for."""

    item: ItemKey
    name: str
    source: Path | bytes

    @classmethod
    def of_file(cls, item: ItemKey, path: Path) -> "Offer":
        """Offer a file under its own name."""
        return cls(item, path.name, path)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose content a piece has already: which file, for which item, and the piece."""

    item: ItemKey
    piece: Piece
    evidence: EvidenceId
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that did not come in, and why."""

    name: str
    error: Exception


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of an intake; duplicates wait for `settle`, those that were on their item already need nothing."""

    change: Change
    kept: int
    duplicates: tuple[Duplicate, ...] = ()
    is_there: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


class EvidenceIntake:
    """Takes files in by the dozen or by the thousand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def take_in(self, assessment: AssessmentId, offers: Sequence[Offer], progress: Progress = silent) -> TakenIn:
        """Copy files in, then write them down in one step.

        A file that cannot be read is refused by itself; raises UnknownItemError, StoreError and CancelledError, and
        then nothing has come in.
        """
        self._check(assessment, offers)
        batch = _Batch()
        try:
            for done, offer in enumerate(offers):
                progress.step(done, len(offers), offer.name)
                self._take(offer, batch, progress if len(offers) == 1 else _Counted(progress, done, len(offers)))
            progress.step(len(offers), len(offers))
            return self._write(assessment, batch)
        except BaseException:
            self._throw_away(batch.new)
            raise

    def settle(self, assessment: AssessmentId, duplicates: Iterable[Duplicate], *, as_copies: bool) -> Change:
        """Let the pieces that are there serve the duplicates' items, or take each in as a piece of its own."""
        with self._store.work() as work:
            laying = laying_for(self._desk, work, assessment)
            settled = _copied if as_copies else _served
            parts = [settled(work, laying, one) for one in _once_each(duplicates, as_copies=as_copies)]
            return self._desk.write(work, assessment, *parts)

    def _check(self, assessment: AssessmentId, offers: Iterable[Offer]) -> None:
        with self._store.reading() as work:
            sheet = self._desk.sheet(work, assessment)
            for item in {offer.item for offer in offers}:
                sheet.item(item)

    def _take(self, offer: Offer, batch: "_Batch", progress: Progress) -> None:
        try:
            name = checked(offer.name)
            blob = self._blob(offer, name, progress)
        except (BlobError, TextTooLongError) as error:
            batch.refused.append(Refused(offer.name, error))
            return
        if blob.is_new:
            batch.new.add(blob.sha256)
        batch.taken.append((offer.item, file_piece(self._store.blobs, blob, name)))

    def _blob(self, offer: Offer, name: str, progress: Progress) -> Blob:
        if isinstance(offer.source, bytes):
            return self._store.blobs.take_bytes(offer.source, name)
        return self._store.blobs.take_file(offer.source, lambda done, total: progress.step(done, total, name))

    def _write(self, assessment: AssessmentId, batch: "_Batch") -> TakenIn:
        with self._store.work() as work:
            known = _Known(work.all(compiled.EVIDENCE, assessment_id=assessment))
            laying = laying_for(self._desk, work, assessment)
            parts = [part for item, piece in batch.taken if (part := known.laid(laying, item, piece)) is not None]
            change = self._desk.write(work, assessment, *parts)
        found = tuple(known.duplicates), tuple(known.is_there)
        return TakenIn(change, len(parts), *found, tuple(batch.refused))

    def _throw_away(self, names: set[str]) -> None:
        """Remove the files that only this intake brought, unless a piece rests on them by now."""
        if not names:
            return
        with self._store.reading() as work:
            held = {line.sha256 for line in work.all(compiled.BLOBS)}
        for name in names - held:
            self._store.blobs.discard(name)


@dataclass
class _Batch:
    """What an intake has copied so far."""

    taken: list[tuple[ItemKey, Piece]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    new: set[str] = field(default_factory=set)


class _Known:
    """The contents that pieces have, among them those of the intake itself."""

    def __init__(self, lines: Iterable[EvidenceLine]) -> None:
        self.duplicates: list[Duplicate] = []
        self.is_there: list[str] = []
        self._pieces: dict[str, tuple[EvidenceId, str, str]] = {}
        self._served: set[tuple[EvidenceId, ItemKey]] = set()
        for line in lines:
            if line.attached and line.sha256:
                self._learn(line.sha256, EvidenceId(line.id), rows.evidence_number(line), line.name, ItemKey(line.item))

    def laid(self, laying: Laying, item: ItemKey, piece: Piece) -> EvidencePart | None:
        """Write a piece down, or note that it is there already."""
        found = self._pieces.get(piece.sha256)
        if found is None:
            part = laying.lay(item, piece)
            self._learn(piece.sha256, part.evidence, part.number, piece.name, item)
            return part
        if (found[0], item) in self._served:
            self.is_there.append(piece.name)
        else:
            self.duplicates.append(Duplicate(item, piece, *found))
        return None

    def _learn(self, sha256: str, evidence: EvidenceId, number: str, name: str, item: ItemKey) -> None:
        self._pieces.setdefault(sha256, (evidence, number, name))
        self._served.add((evidence, item))


def _once_each(duplicates: Iterable[Duplicate], *, as_copies: bool) -> Iterable[Duplicate]:
    if as_copies:
        return tuple(duplicates)
    return {(one.evidence, one.item): one for one in duplicates}.values()


def _served(work: Work, laying: Laying, one: Duplicate) -> EvidencePart:
    links = work.all(compiled.EVIDENCE_OF_PIECE, assessment_id=laying.assessment, evidence_id=one.evidence)
    if not links:
        raise LookupError(one.evidence)
    return laying.serve(links[0], one.item, links)


def _copied(_work: Work, laying: Laying, one: Duplicate) -> EvidencePart:
    return laying.lay(one.item, one.piece)


class _Counted:
    """The progress of one file among several: it counts files, and still hears that the user gave up."""

    def __init__(self, progress: Progress, done: int, total: int) -> None:
        self._progress, self._done, self._total = progress, done, total

    def step(self, _done: int, _total: int, what: str = "") -> None:
        """Pass on how many files are in."""
        self._progress.step(self._done, self._total, what)
