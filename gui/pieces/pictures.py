"""Small pictures of evidence, decoded small and off the window's thread."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap, QPixmapCache

from gui.pieces import decoding
from gui.pieces.decoding import NotShownError
from gui.platform.jobs import Jobs
from gui.widgets.thumb import PICTURE, WIDTH
from models.vocabulary import EvidenceId
from services.checklist import EvidenceRow
from services.evidence.errors import EvidenceMissingError
from services.evidence.vault import EvidenceVault
from services.findings.rows import FindingEvidenceRow

Piece = EvidenceRow | FindingEvidenceRow
_SHARP = 2


class Thumbs(QObject):
    """Makes each picture once; `made` says that one can be had."""

    made = Signal(int)

    def __init__(self, evidence: EvidenceVault, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._jobs = jobs
        self._asked: set[EvidenceId] = set()
        self._is_closed = False

    def picture(self, row: Piece) -> QPixmap | None:
        """Give a picture if it is made; else have it made, where the content can be seen at all."""
        known = QPixmap()
        if QPixmapCache.find(_name(row), known):
            return known
        if row.id not in self._asked and decoding.can_be_seen(row.media_type):
            self._asked.add(row.id)
            self._ask(row)
        return None

    def lost(self, rows: Sequence[Piece]) -> frozenset[EvidenceId]:
        """Name the pieces whose files are no longer in the workspace."""
        return frozenset(row.id for row in rows if row.sha256 and not self._is_there(row))

    def close(self) -> None:
        """Tell nobody of pictures that are still being made."""
        self._is_closed = True

    def _is_there(self, row: Piece) -> bool:
        try:
            return self._evidence.file_of(row).is_file()
        except EvidenceMissingError:
            return False

    def _ask(self, row: Piece) -> None:
        try:
            path = self._evidence.file_of(row)
        except EvidenceMissingError:
            return  # the tile keeps its icon, and opening it says what is missing
        self._jobs.run(
            lambda _progress: thumbnail(path, row.media_type),
            done=lambda image: self._keep(row, image),
            failed=lambda _error: None,
        )

    def _keep(self, row: Piece, image: QImage) -> None:
        if not self._is_closed and not image.isNull():
            QPixmapCache.insert(_name(row), QPixmap.fromImage(image))
            self._asked.discard(row.id)
            self.made.emit(row.id)


def thumbnail(path: Path, media_type: str) -> QImage:
    """Decode a picture, or the first page of a PDF, no larger than a tile needs; null where it cannot be read."""
    try:
        if media_type == decoding.PDF:
            return decoding.page(path, 0, WIDTH * _SHARP).image
        return decoding.picture(path, QSize(WIDTH, PICTURE) * _SHARP, fills=True)
    except NotShownError:
        return QImage()


def _name(row: Piece) -> str:
    return f"evidence {row.sha256}"
