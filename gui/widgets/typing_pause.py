"""When typed words count as written: on leaving the field, after a pause, at the latest after five seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 500
CEILING_MS = 5000


class TypingPause(QObject):
    """Watches one field; `written` carries text that differs from what is known to be kept."""

    written = Signal(str)

    def __init__(self, text: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._known = ""
        self._pause = self._timer(PAUSE_MS)
        self._ceiling = self._timer(CEILING_MS)

    @property
    def is_pending(self) -> bool:
        """Say whether something was typed that nobody has heard of."""
        return self._text() != self._known

    def know(self, text: str) -> None:
        """Take note of what is kept."""
        self._known = text
        self._rest()

    def touch(self) -> None:
        """Start or stretch the pause after a keystroke."""
        self._pause.start()
        if not self._ceiling.isActive():
            self._ceiling.start()

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        self._rest()
        text = self._text()
        if text != self._known:
            self._known = text
            self.written.emit(text)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def _rest(self) -> None:
        self._pause.stop()
        self._ceiling.stop()
