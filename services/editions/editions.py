"""Editions: an assessment frozen to be signed, looked up again by its fingerprint, withdrawn with a reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from models import compiled
from models.errors import BlobMissingError
from models.lines import EditionLine
from models.trail import canonical
from models.vocabulary import AssessmentId, EditionState, SignerRole
from models.work import Work
from services.desk import Desk
from services.dossiers import Dossier
from services.editions import snapshots
from services.editions.errors import (
    EditionStandsError,
    EditionWithdrawnError,
    FreezingDisturbedError,
    ScanKindError,
    ScanMissingError,
    SignerMissingError,
    UnknownEditionError,
    WithdrawalReasonMissingError,
)
from services.editions.fingerprints import Match, NearMiss, matches, near_misses
from services.editions.papers import Printer, kept, paper_values, taken
from services.editions.parts import EditionPart, EditionStanding, paper_of, values_of
from services.editions.rows import edition_row
from services.editions.values import EditionRow, Paper, Scan, Signer, Standing
from services.evidence.files import file_in, viewing_copy
from services.frozen_values import plain
from services.media import is_picture, media_type_of, safe_name
from services.progress import Progress, silent
from services.texts import checked
from services.trail.changes import Change
from services.trail.showing import shown

_TRIES = 3
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class _Draft:
    """What would be frozen, and the ends of the chains it was gathered between."""

    heads: tuple[str, str]
    frame: snapshots.Frame
    text: str


class Editions:
    """The editions of one workspace; none is ever changed or lost."""

    def __init__(self, desk: Desk, dossier: Callable[[AssessmentId], Dossier]) -> None:
        self._desk = desk
        self._store = desk.store
        self._dossier = dossier

    def freeze(self, assessment: AssessmentId, signers: Iterable[Signer], printer: Printer) -> Change:
        """Freeze the assessment as it stands as its next edition, its report printed and kept, all of it or nothing.

        Raises UnknownAssessmentError, SignerMissingError, EditionStandsError, FreezingDisturbedError, StoreError, and
        what the printer does.
        """
        signed_by = _complete(signers)
        for _ in range(_TRIES):
            draft = self._draft(assessment, signed_by)
            with taken(self._store, printer(self._read(draft.text))) as paper, self._store.work() as work:
                if _heads(work, assessment) == draft.heads:
                    return self._write(work, assessment, draft, paper)
        raise FreezingDisturbedError

    def editions(self, assessment: AssessmentId) -> tuple[EditionRow, ...]:
        """Give an assessment's editions, the newest first."""
        with self._store.reading() as work:
            return tuple(map(edition_row, work.all(compiled.EDITIONS, assessment_id=assessment)))

    def edition(self, assessment: AssessmentId, number: int) -> EditionRow:
        """Give one edition; raises UnknownEditionError."""
        with self._store.reading() as work:
            return edition_row(_line(work, assessment, number))

    def log(self, assessment: AssessmentId) -> tuple[Change, ...]:
        """Give every step over the editions, the oldest first: who froze, withdrew or took in what, and when."""
        with self._store.reading() as work:
            return shown(work, assessment, work.all(compiled.EDITION_STEPS, assessment_id=assessment))

    def standing(self, assessment: AssessmentId) -> Standing:
        """Say which edition holds and how much was written since."""
        with self._store.reading() as work:
            current = _current(work.all(compiled.EDITIONS, assessment_id=assessment))
            if current is None:
                return Standing()
            steps = work.one(compiled.STEPS_AFTER, assessment_id=assessment, seq=current.seq).number
            return Standing(edition_row(current), steps)

    def dossier_of(self, assessment: AssessmentId, number: int) -> Dossier:
        """Give the dossier as it was frozen; raises UnknownEditionError, SnapshotError."""
        with self._store.reading() as work:
            paper = paper_of(_line(work, assessment, number))
            content = work.one(compiled.SNAPSHOT, assessment_id=assessment, number=number).snapshot
        dossier = self._read(snapshots.unpacked(content))
        return replace(dossier, kept=partial(kept, self._store.blobs, paper))

    def withdraw(self, assessment: AssessmentId, number: int, reason: str) -> Change:
        """Let an edition no longer hold; raises WithdrawalReasonMissingError, EditionWithdrawnError."""
        said = checked(reason.strip())
        if not said:
            raise WithdrawalReasonMissingError(number)
        with self._store.work() as work:
            row = edition_row(_line(work, assessment, number))
            if not row.is_current:
                raise EditionWithdrawnError(number)
            after = replace(_standing(row), state=EditionState.WITHDRAWN, reason=said)
            return self._put(work, row, after)

    def attach_scan(self, assessment: AssessmentId, number: int, source: Path, progress: Progress = silent) -> Change:
        """Keep the signed paper as it was scanned; a later scan takes its place, the file of the earlier one stays.

        Raises UnknownEditionError, ScanKindError, StoreError, CancelledError.
        """
        self.edition(assessment, number)
        blob = self._store.blobs.take_file(source, lambda done, total: progress.step(done, total, source.name))
        kind = media_type_of(blob.start, source.name)
        if kind != _PDF and not is_picture(kind):
            self._forget(blob.sha256, is_new=blob.is_new)
            raise ScanKindError(source.name)
        with self._store.work() as work:
            row = edition_row(_line(work, assessment, number))
            scan = Scan(checked(source.name), blob.sha256, blob.size)
            return self._put(work, row, replace(_standing(row), scan=scan))

    def scan_for_viewing(self, assessment: AssessmentId, number: int) -> Path:
        """Make a copy of the signed scan that another program may open; raises ScanMissingError."""
        scan = self.edition(assessment, number).scan
        if scan is None:
            raise ScanMissingError(number)
        try:
            source = self._store.blobs.find(scan.sha256)
        except BlobMissingError as error:
            raise ScanMissingError(number) from error
        with source.open("rb") as stream:
            name = safe_name(scan.name, media_type_of(stream.read(4096), scan.name))
        return viewing_copy(self._store.viewing, source, name)

    def look_up(self, text: str) -> tuple[Match, ...]:
        """Tell whose a printed fingerprint is, as people type it; raises FingerprintUnreadableError."""
        return matches(text, self._every_edition())

    def near_misses(self, text: str) -> tuple[NearMiss, ...]:
        """Tell from whose fingerprint that which was typed differs by one slip: it may be a typing error."""
        return near_misses(text, self._every_edition())

    def _every_edition(self) -> list[EditionRow]:
        with self._store.reading() as work:
            return list(map(edition_row, work.all(compiled.EVERY_EDITION)))

    def _draft(self, assessment: AssessmentId, signers: tuple[Signer, ...]) -> "_Draft":
        """Gather what would be frozen now; the chains' ends are noted before anything is read."""
        heads, dossier = self._heads(assessment), self._dossier(assessment)
        with self._store.reading() as work:
            lines = work.all(compiled.EDITIONS, assessment_id=assessment)
            if (current := _current(lines)) is not None:
                raise EditionStandsError(current.number)
            number = lines[0].number + 1 if lines else 1
            uuid = work.one(compiled.HEAD, assessment_id=assessment).uuid
            policy = self._desk.sheet(work, assessment).policy
        frame = snapshots.Frame(uuid, policy.digest, number, self._desk.now().astimezone(), signers)
        return _Draft(heads, frame, snapshots.snapshot_of(frame, dossier))

    def _write(self, work: Work, assessment: AssessmentId, draft: "_Draft", paper: Paper) -> Change:
        frame, frozen_at = draft.frame, draft.frame.frozen_at.isoformat()
        standing = EditionStanding(snapshots.fingerprint_of(draft.text), paper)
        work.do(
            compiled.ADD_EDITION,
            assessment_id=assessment,
            number=frame.number,
            seq=work.one(compiled.HEAD, assessment_id=assessment).head_seq + 1,
            fingerprint=standing.fingerprint,
            snapshot=snapshots.packed(draft.text),
            signers=canonical(plain(frame.signers)),
            frozen_at=frozen_at,
            frozen_by=self._desk.who,
            changed_at=frozen_at,
            changed_by=self._desk.who,
            **paper_values(paper),
            **values_of(standing),
        )
        part = EditionPart(frame.number, None, standing)
        return self._desk.write(work, assessment, part)

    def _read(self, text: str) -> Dossier:
        return snapshots.dossier_in(text, partial(file_in, self._store.blobs))

    def _put(self, work: Work, row: EditionRow, after: EditionStanding) -> Change:
        part = EditionPart(row.number, _standing(row), after)
        return self._desk.write(work, row.assessment, part)

    def _forget(self, sha256: str, *, is_new: bool) -> None:
        if is_new:
            self._store.blobs.discard(sha256)

    def _heads(self, assessment: AssessmentId) -> tuple[str, str]:
        with self._store.reading() as work:
            return _heads(work, assessment)


def _complete(signers: Iterable[Signer]) -> tuple[Signer, ...]:
    """Put those who sign in their order, each with a name; raises SignerMissingError."""
    by_role = {signer.role: replace(signer, name=checked(signer.name.strip())) for signer in signers}
    for role in SignerRole:
        if role not in by_role or not by_role[role].name:
            raise SignerMissingError(role)
    return tuple(by_role[role] for role in SignerRole)


def _heads(work: Work, assessment: AssessmentId) -> tuple[str, str]:
    """Name the ends of both chains: as long as they stand, nothing was written."""
    head = work.first(compiled.HEAD, assessment_id=assessment)
    return head.head_hash if head else "", work.one(compiled.WORKSPACE).head_hash


def _current(lines: Iterable[EditionLine]) -> EditionLine | None:
    return next((line for line in lines if line.state == EditionState.CURRENT), None)


def _standing(row: EditionRow) -> EditionStanding:
    return EditionStanding(row.edition.fingerprint, row.paper, row.state, row.reason, row.scan)


def _line(work: Work, assessment: AssessmentId, number: int) -> EditionLine:
    line = work.first(compiled.EDITION, assessment_id=assessment, number=number)
    if line is None:
        raise UnknownEditionError(number)
    return line
