"""A word looked for on all pages, off the window's thread and only once typing rests."""

from PySide6.QtCore import QObject, QTimer, Signal

from gui.platform.jobs import Job, Jobs
from reports.preview import Hit, Pages

_REST = 150
"""Milliseconds without a key before a word is looked for."""


class Searching(QObject):
    """Looks for one word at a time; `found` brings the word and where it stands.

    It has a worker of its own: a long paper on its way to the printer keeps nobody from looking into it.
    """

    found = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._word = ""
        self._pages: Pages | None = None
        self._job: Job[tuple[Hit, ...]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rest)

    def look(self, word: str, pages: Pages) -> None:
        """Look for a word soon; one looked for before is given up."""
        self._give_up()
        self._word, self._pages = word, pages
        if word:
            self._rest.start()
        else:
            self.found.emit("", ())

    def forget(self) -> None:
        """Let go of the document, and of what was found in it."""
        self._give_up()
        self._pages = None

    def close(self) -> None:
        """Look no further, now or later."""
        self._give_up()
        self._jobs.close()

    def _give_up(self) -> None:
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_rest(self) -> None:
        word, pages = self._word, self._pages
        if pages is not None:
            self._job = self._jobs.run(lambda progress: pages.search(word, progress), done=self._on_found)

    def _on_found(self, hits: tuple[Hit, ...]) -> None:
        self._job = None
        self.found.emit(self._word, hits)
