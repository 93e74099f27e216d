"""Evidence: files, photos, links and papers that show an item is carried out."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from models import compiled
from models.blobs import Blob
from models.durable import disk_refusals, put_in_place, sync_path
from models.errors import BlobMissingError
from models.lines import EvidenceLine
from models.store import Store
from models.vocabulary import AssessmentId, EvidenceId, EvidenceKind, ItemKey
from models.work import Work
from services import rows
from services.changes import Change, EvidencePart
from services.checklist import EvidenceRow
from services.errors import EvidenceMissingError, NameMissingError, NotOpenableError
from services.ledger import Ledger
from services.media import is_openable, is_picture, media_type_of, safe_name
from services.progress import Progress, silent
from services.sheets import Sheets
from services.texts import checked


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of evidence about to be written down."""

    kind: EvidenceKind
    name: str
    media_type: str = ""
    sha256: str = ""
    size: int = 0
    whereabouts: str = ""


class EvidenceVault:
    """The evidence of one workspace; a file is on the disk before its row is."""

    def __init__(self, store: Store, sheets: Sheets, ledger: Ledger, who: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._sheets = sheets
        self._ledger = ledger
        self._who = who
        self._now = now

    def attach(self, assessment: AssessmentId, item: ItemKey, source: Path, progress: Progress = silent) -> Change:
        """Copy a file in for an item; raises BlobError, UnknownItemError, CancelledError."""
        self._check(assessment, item)
        name = checked(source.name)
        blob = self._store.blobs.take_file(source, lambda done, total: progress.step(done, total, name))
        return self._add(assessment, item, _file(blob, name))

    def attach_bytes(self, assessment: AssessmentId, item: ItemKey, content: bytes, name: str) -> Change:
        """Take in content that never was a file, such as a picture from the clipboard; raises BlobError."""
        self._check(assessment, item)
        return self._add(assessment, item, _file(self._store.blobs.take_bytes(content, name), checked(name)))

    def attach_link(self, assessment: AssessmentId, item: ItemKey, address: str, name: str) -> Change:
        """Note an address; raises NameMissingError when it is empty."""
        return self._attach_place(assessment, item, EvidenceKind.LINK, address, name)

    def attach_paper(self, assessment: AssessmentId, item: ItemKey, whereabouts: str) -> Change:
        """Note where a paper is kept; raises NameMissingError when it is empty."""
        return self._attach_place(assessment, item, EvidenceKind.PAPER, whereabouts, whereabouts)

    def detach(self, assessment: AssessmentId, item: ItemKey, evidence: EvidenceId) -> Change:
        """Take a piece off an item; it keeps its number and its file, so that undo finds them."""
        with self._store.work() as work:
            sheet = self._sheets.of(work, assessment)
            line = _linked(work, assessment, item, evidence)
            content = {"sha256": line.sha256, "whereabouts": line.whereabouts}
            part = EvidencePart(item, evidence, line.name, bool(line.attached), after=False, **content)
            return self._ledger.write(work, assessment, sheet, (part,))

    def row(self, evidence: EvidenceId) -> EvidenceRow:
        """Give one piece; raises LookupError."""
        return rows.evidence_row(self._line(evidence))

    def path_of(self, evidence: EvidenceId) -> Path:
        """Say where a piece's file lies, to be read and never written; raises EvidenceMissingError."""
        line = self._line(evidence)
        try:
            return self._store.blobs.find(line.sha256)
        except BlobMissingError as error:
            raise EvidenceMissingError(evidence, line.name) from error

    def copy_for_viewing(self, evidence: EvidenceId) -> Path:
        """Make a read-only copy that another program may open; raises NotOpenableError, EvidenceMissingError."""
        line = self._line(evidence)
        if not is_openable(line.media_type, line.name):
            raise NotOpenableError(line.name)
        source, folder = self.path_of(evidence), self._store.viewing / uuid4().hex[:8]
        with disk_refusals(folder):
            folder.mkdir(mode=0o700, parents=True)
            copy = folder / safe_name(line.name, line.media_type)
            shutil.copyfile(source, copy)
            copy.chmod(0o444)
        return copy

    def save_copy(self, evidence: EvidenceId, target: Path) -> None:
        """Write a copy where the user says, whole or not at all; raises EvidenceMissingError, StoreError."""
        source, partial = self.path_of(evidence), target.with_name(f"{target.name}.partial")
        with disk_refusals(target):
            try:
                shutil.copyfile(source, partial)
                sync_path(partial)
                put_in_place(partial, target)
            finally:
                partial.unlink(missing_ok=True)

    def limit_files_to(self, size: int) -> None:
        """Refuse files of more bytes from now on."""
        self._store.blobs.limit = size

    def _attach_place(
        self, assessment: AssessmentId, item: ItemKey, kind: EvidenceKind, place: str, name: str
    ) -> Change:
        if not place.strip():
            raise NameMissingError
        self._check(assessment, item)
        name = checked(name.strip() or place.strip())
        return self._add(assessment, item, _Piece(kind, name, whereabouts=checked(place.strip())))

    def _check(self, assessment: AssessmentId, item: ItemKey) -> None:
        with self._store.reading() as work:
            self._sheets.of(work, assessment).item(item)

    def _add(self, assessment: AssessmentId, item: ItemKey, piece: _Piece) -> Change:
        with self._store.work() as work:
            sheet = self._sheets.of(work, assessment)
            evidence = self._lay(work, assessment, item, piece)
            content = {"sha256": piece.sha256, "whereabouts": piece.whereabouts}
            part = EvidencePart(item, evidence, piece.name, before=False, after=True, **content)
            return self._ledger.write(work, assessment, sheet, (part,))

    def _lay(self, work: Work, assessment: AssessmentId, item: ItemKey, piece: _Piece) -> EvidenceId:
        """Write the piece and its number down, not yet attached: the ledger does that."""
        at = self._now().isoformat(timespec="microseconds")
        evidence = work.do(
            compiled.ADD_EVIDENCE,
            **asdict(piece) | {"kind": piece.kind.value},
            uuid=str(uuid4()),
            formed_on=None,
            added_at=at,
            added_by=self._who,
        )
        work.do(
            compiled.ADD_EVIDENCE_LINK,
            evidence_id=evidence,
            assessment_id=assessment,
            item=item,
            sequence=work.one(compiled.NEXT_SEQUENCE, assessment_id=assessment, item=item).number,
            attached=0,
            changed_at=at,
            changed_by=self._who,
        )
        return EvidenceId(evidence)

    def _line(self, evidence: EvidenceId) -> EvidenceLine:
        with self._store.reading() as work:
            links = work.all(compiled.EVIDENCE_LINKS, evidence_id=evidence)
        if not links:
            raise LookupError(evidence)
        return next((one for one in links if one.attached), links[0])


def _file(blob: Blob, name: str) -> _Piece:
    media_type = media_type_of(blob.start, name)
    kind = EvidenceKind.PHOTO if is_picture(media_type) else EvidenceKind.FILE
    return _Piece(kind, name, media_type, blob.sha256, blob.size)


def _linked(work: Work, assessment: AssessmentId, item: ItemKey, evidence: EvidenceId) -> EvidenceLine:
    for line in work.all(compiled.EVIDENCE_LINKS, evidence_id=evidence):
        if (line.assessment_id, line.item) == (assessment, item):
            return line
    raise LookupError(evidence)
