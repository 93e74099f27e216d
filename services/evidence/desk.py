"""What every service over evidence works with, wired once for an open workspace."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models import compiled
from models.blobs import Blob
from models.store import Store
from models.vocabulary import AssessmentId, EvidenceKind, SchoolId
from models.work import Work
from services.evidence.laying import Laying, Piece
from services.evidence.numbers import DEFAULT
from services.evidence.photographs import taken_at
from services.media import is_picture, media_type_of
from services.sheets import Sheet, Sheets, line_of
from services.trail.changes import Change, Part
from services.trail.ledger import Ledger


@dataclass(frozen=True, slots=True)
class EvidenceDesk:
    """The store, the checklists, the trail, and who is writing."""

    store: Store
    sheets: Sheets
    ledger: Ledger
    who: str
    now: Callable[[], datetime]

    def sheet(self, work: Work, assessment: AssessmentId) -> Sheet:
        """Give an assessment's sheet; raises UnknownAssessmentError."""
        return self.sheets.of(work, assessment)

    def laying(self, work: Work, assessment: AssessmentId) -> Laying:
        """Begin to write pieces down; raises UnknownAssessmentError."""
        line = line_of(work, assessment)
        at = self.now().isoformat(timespec="microseconds")
        return Laying(work, assessment, line.year, pattern_of(work, SchoolId(line.school_id)), at, self.who)

    def write(self, work: Work, assessment: AssessmentId, *parts: Part) -> Change:
        """Carry parts out and enter them into the trail."""
        return self.ledger.write(work, assessment, self.sheet(work, assessment), parts)

    def file_piece(self, blob: Blob, name: str) -> Piece:
        """Describe a file that was taken in: its kind, and when it was taken if it is a photograph."""
        media_type = media_type_of(blob.start, name)
        kind = EvidenceKind.PHOTO if is_picture(media_type) else EvidenceKind.FILE
        moment = taken_at(self.path(blob.sha256), media_type) if kind is EvidenceKind.PHOTO else ""
        return Piece(kind, name, media_type, blob.sha256, blob.size, taken_at=moment)

    def path(self, sha256: str) -> Path:
        """Say where a file lies; raises BlobMissingError."""
        return self.store.blobs.find(sha256)


def pattern_of(work: Work, school: SchoolId) -> str:
    """Give the pattern a school numbers by."""
    line = work.first(compiled.PATTERN, school_id=school)
    return line.word if line is not None else DEFAULT
