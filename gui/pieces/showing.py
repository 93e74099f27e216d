"""Makes the pictures a viewer shows, off the window's thread, the newest wish first."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from gui.pieces import decoding
from gui.pieces.decoding import NotShownError, Shot, Trouble
from gui.pieces.viewer import Viewer, Zoom
from gui.platform.jobs import Job, Jobs
from services.checklist import EvidenceRow
from services.evidence.errors import EvidenceMissingError
from services.evidence.vault import EvidenceVault

_PAUSE_MS = 120
_LARGEST = 8000


class Showing(QObject):
    """Shows one piece in a viewer; `paged` says which page it is and of how many."""

    paged = Signal(int, int)

    def __init__(self, viewer: Viewer, vault: EvidenceVault, jobs: Jobs) -> None:
        super().__init__(viewer)
        self._viewer, self._vault, self._jobs = viewer, vault, jobs
        self._row: EvidenceRow | None = None
        self._page, self._pages = 0, 1
        self._job: Job[Shot | str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        viewer.room_changed.connect(self._on_room_changed)
        viewer.page_wanted.connect(self.turn_page)

    def show_piece(self, row: EvidenceRow | None) -> None:
        """Show another piece, or none."""
        if row is not None and self._row is not None and (row.id, row.sha256) == (self._row.id, self._row.sha256):
            return
        self._row, self._page, self._pages = row, 0, 1
        self._viewer.reset()
        self.paged.emit(0, 1)
        self._make()

    def turn_page(self, step: int) -> None:
        """Show the next page, or the one before."""
        wanted = min(max(self._page + step, 0), self._pages - 1)
        if wanted != self._page:
            self._page = wanted
            self._make()

    def close(self) -> None:
        """Touch the viewer no more."""
        self._forget()
        self._pause.stop()
        self._row = None

    def _on_room_changed(self) -> None:
        if self._row is not None and decoding.can_be_seen(self._row.media_type):
            self._pause.start()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _make(self) -> None:
        self._forget()
        row = self._row
        if row is None:
            self._viewer.show_words(self.tr("选一件佐证，在这里看。"), "image")
        elif not row.sha256:
            self._viewer.show_words(row.whereabouts, "link" if row.kind.value == "link" else "box")
        else:
            self._ask(row)

    def _ask(self, row: EvidenceRow) -> None:
        try:
            path = self._vault.file_of(row)
        except EvidenceMissingError:
            self._viewer.show_words(self.tr("文件不在工作文件夹里了。可以从备份取回，或换新版本。"), "warn")
            return
        if not decoding.can_be_seen(row.media_type) and row.media_type != decoding.TEXT:
            self._viewer.show_words(self.tr("这种文件在这里看不了。点“打开”用电脑上的程序看。"), "file")
            return
        room, page, is_whole = self._viewer.room, self._page, self._viewer.zoom is Zoom.WHOLE
        self._job = self._jobs.run(
            lambda _progress: made(path, row.media_type, room, page=page, is_whole=is_whole),
            done=self._on_made,
            failed=self._on_failed,
        )

    def _on_made(self, shot: Shot | str) -> None:
        if isinstance(shot, str):
            self._viewer.show_text(shot)
            return
        self._page, self._pages = shot.page, shot.pages
        self._viewer.show_image(shot.image, shot.whole)
        self.paged.emit(self._page, self._pages)

    def _on_failed(self, error: Exception) -> None:
        trouble = error.trouble if isinstance(error, NotShownError) else Trouble.UNREADABLE
        self._viewer.show_words(
            {
                Trouble.UNREADABLE: self.tr("这份文件打不开：内容不完整，或不是它的名字说的那一种。"),
                Trouble.TOO_LARGE: self.tr("图太大，在这里看会占满内存。可以另存一份，用看图软件看。"),
            }[trouble],
            "warn",
        )


def made(path: Path, media_type: str, room: QSize, *, page: int, is_whole: bool) -> Shot | str:
    """Make what a viewer shows of a file; raises NotShownError."""
    if media_type == decoding.TEXT:
        return decoding.text(path)
    if media_type == decoding.PDF:
        return _page(path, room, page, is_whole=is_whole)
    size = decoding.picture_size(path)
    wanted = size if is_whole else room
    image = decoding.picture(path, wanted.boundedTo(QSize(_LARGEST, _LARGEST)))
    return Shot(image, whole=size)


def _page(path: Path, room: QSize, page: int, *, is_whole: bool) -> Shot:
    if is_whole:
        first = decoding.page(path, page, 16)
        return decoding.page(path, page, first.whole.width())
    shot = decoding.page(path, page, room.width())
    if shot.image.height() > room.height() > 0:
        return decoding.page(path, page, max(1, round(room.width() * room.height() / shot.image.height())))
    return shot
