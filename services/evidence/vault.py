"""Evidence: files, photos, links and papers that show an item is carried out."""

import shutil
from contextlib import suppress
from pathlib import Path

from models import compiled
from models.durable import PARTIAL, put_in_place, sync_path
from models.errors import CopyRefusedError
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, EvidenceKind, ItemKey
from models.work import Work
from services import rows
from services.checklist import EvidenceRow
from services.desk import Desk
from services.errors import NameMissingError
from services.evidence.files import file_in, openable_copy, viewing_copy
from services.evidence.intake import EvidenceIntake
from services.evidence.laying import Piece, file_piece, laying_for, taken_off
from services.evidence.register import EvidenceRegister
from services.findings.rows import FindingEvidenceRow
from services.media import safe_name
from services.progress import Progress, silent
from services.texts import checked
from services.trail.changes import Change

_SHORT = 60
"""So many characters leave room for an ending, in whatever bytes they are written."""


class EvidenceVault:
    """The evidence of one workspace; a file is on the disk before its row is.

    `intake` takes many files in at once, `register` looks at all pieces and amends what is said of them.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self.intake = EvidenceIntake(desk)
        self.register = EvidenceRegister(desk)

    def attach(self, assessment: AssessmentId, item: ItemKey, source: Path, progress: Progress = silent) -> Change:
        """Copy a file in for an item; raises BlobError, UnknownItemError, CancelledError."""
        self._check(assessment, item)
        name = checked(source.name)
        blob = self._store.blobs.take_file(source, lambda done, total: progress.step(done, total, name))
        return self._add(assessment, item, file_piece(self._store.blobs, blob, name))

    def attach_bytes(self, assessment: AssessmentId, item: ItemKey, content: bytes, name: str) -> Change:
        """Take in content that never was a file, such as a picture from the clipboard; raises BlobError."""
        self._check(assessment, item)
        blob = self._store.blobs.take_bytes(content, name)
        return self._add(assessment, item, file_piece(self._store.blobs, blob, checked(name)))

    def attach_link(self, assessment: AssessmentId, item: ItemKey, address: str, name: str) -> Change:
        """Note an address; raises NameMissingError when it is empty."""
        return self._attach_place(assessment, item, EvidenceKind.LINK, address, name)

    def attach_paper(self, assessment: AssessmentId, item: ItemKey, whereabouts: str, name: str = "") -> Change:
        """Note where a paper is kept; raises NameMissingError when it is empty."""
        return self._attach_place(assessment, item, EvidenceKind.PAPER, whereabouts, name)

    def detach(self, assessment: AssessmentId, item: ItemKey, evidence: EvidenceId) -> Change:
        """Take a piece off an item; it keeps its number and its file, so that undo finds them."""
        with self._store.work() as work:
            return self._desk.write(work, assessment, taken_off(_linked(work, assessment, item, evidence)))

    def row(self, evidence: EvidenceId, assessment: AssessmentId | None = None) -> EvidenceRow:
        """Give one piece, as it stands in an assessment or wherever it was attached; raises LookupError."""
        return rows.evidence_row(self._line(evidence, assessment))

    def path_of(self, evidence: EvidenceId, assessment: AssessmentId | None = None) -> Path:
        """Say where a piece's newest file lies, to be read and never written; raises EvidenceMissingError."""
        return file_in(self._store.blobs, self._line(evidence, assessment))

    def file_of(self, row: EvidenceRow | FindingEvidenceRow) -> Path:
        """Say where the file of a row lies; raises EvidenceMissingError."""
        return file_in(self._store.blobs, row)

    def copy_for_viewing(self, evidence: EvidenceId, assessment: AssessmentId | None = None) -> Path:
        """Make a read-only copy that another program may open; raises NotOpenableError, EvidenceMissingError."""
        return openable_copy(self._store, self._line(evidence, assessment))

    def copy_for_handing_out(self, evidence: EvidenceId, assessment: AssessmentId | None = None) -> Path:
        """Make a copy with the number in its name, to be dragged into another program; raises EvidenceMissingError."""
        line = self._line(evidence, assessment)
        number = rows.evidence_number(line)
        name = f"{safe_name(number, '')} {safe_name(line.name, line.media_type)}"
        return viewing_copy(self._store.viewing, file_in(self._store.blobs, line), name)

    def save_copy(self, evidence: EvidenceId, target: Path, assessment: AssessmentId | None = None) -> None:
        """Write a copy where the user says, whole or not at all; raises EvidenceMissingError, CopyRefusedError."""
        source, partial = self.path_of(evidence, assessment), target.with_name(f"{target.name[:_SHORT]}{PARTIAL}")
        try:
            shutil.copyfile(source, partial)
            sync_path(partial)
            put_in_place(partial, target)
        except OSError as error:
            raise CopyRefusedError(target) from error
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def _attach_place(
        self, assessment: AssessmentId, item: ItemKey, kind: EvidenceKind, place: str, name: str
    ) -> Change:
        if not place.strip():
            raise NameMissingError
        self._check(assessment, item)
        name = checked(name.strip() or place.strip())
        return self._add(assessment, item, Piece(kind, name, whereabouts=checked(place.strip())))

    def _check(self, assessment: AssessmentId, item: ItemKey) -> None:
        with self._store.reading() as work:
            self._desk.sheet(work, assessment).item(item)

    def _add(self, assessment: AssessmentId, item: ItemKey, piece: Piece) -> Change:
        with self._store.work() as work:
            part = laying_for(self._desk, work, assessment).lay(item, piece)
            return self._desk.write(work, assessment, part)

    def _line(self, evidence: EvidenceId, assessment: AssessmentId | None) -> EvidenceLine:
        with self._store.reading() as work:
            links = work.all(compiled.EVIDENCE_LINKS, evidence_id=evidence)
        ours = [one for one in links if assessment in (None, one.assessment_id)]
        if not ours:
            raise LookupError(evidence)
        return next((one for one in ours if one.attached), ours[0])


def _linked(work: Work, assessment: AssessmentId, item: ItemKey, evidence: EvidenceId) -> EvidenceLine:
    for line in work.all(compiled.EVIDENCE_OF_PIECE, assessment_id=assessment, evidence_id=evidence):
        if line.item == item:
            return line
    raise LookupError(evidence)
