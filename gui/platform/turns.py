"""Small steps taken one after another, so that the window answers between them."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

Step = Callable[[], object]
_WISHES = (
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.DragEnter,
)


class Turns(QObject):
    """Takes a step whenever a window has nothing else to do; its first key or click has all of them taken before it."""

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps: deque[Step] = deque()
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._take)

    def plan(self, *steps: Step) -> None:
        """Have these steps taken, each in a turn of its own, from `begin` on; `finish` takes them all."""
        self._steps.extend(steps)

    def begin(self) -> None:
        """Take the steps from now on."""
        if not self._steps:
            return
        self._clock.start()
        if handle := self._window.windowHandle():
            handle.installEventFilter(self)

    def finish(self) -> None:
        """Take at once what is left."""
        while self._steps:
            self._take()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WISHES:
            self.finish()
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        self._steps.popleft()()
        if not self._steps:
            self._end()

    def _end(self) -> None:
        self._clock.stop()
        if handle := self._window.windowHandle():
            handle.removeEventFilter(self)
        self.ended.emit()
