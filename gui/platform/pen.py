"""The one way a screen writes: command, undo step, news, and how the saving went."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from gui.platform.changes import ChangeBus
from resources.refusals import sentence as sentence_of
from services.trail.changes import Change, Step, changes_of
from services.trail.history import History

Written = TypeVar("Written", Change, Step)


class Pen(QObject):
    """Carries out commands that answer with what they did: a Change, or a Step that goes beyond one assessment."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, history: History, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._bus = bus
        self._is_writing = False

    @property
    def is_writing(self) -> bool:
        """Say whether the news on the bus is of our own making."""
        return self._is_writing

    def write(self, command: Callable[[], Written], came_of: Step | None = None) -> Written | None:
        """Carry out a command and tell everybody; None when it could not be saved."""
        self.saving.emit()
        try:
            done = command()
        except Exception as error:
            self.refuse(error)
            return None
        self.tell(done, came_of)
        return done

    def tell(self, done: Change | Step, came_of: Step | None = None) -> None:
        """Make what was committed an undo step and news; what came of a step is taken back together with it."""
        if done.is_empty:
            self.saved.emit(datetime.now().astimezone())
            return
        if came_of is not None and isinstance(done, Change):
            self._history.join(done, came_of)
        else:
            self._history.add(done)
        self._spread(done)
        self.saved.emit(done.at.astimezone())

    def _spread(self, done: Change | Step) -> None:
        self._is_writing = True
        try:
            for change in changes_of(done):
                self._bus.changed.emit(change)
        finally:
            self._is_writing = False

    def refuse(self, error: Exception) -> None:
        """Say why something could not be saved."""
        sentence = sentence_of(error)
        if sentence is None:
            sys.excepthook(type(error), error, error.__traceback__)
        self.failed.emit(sentence or self.tr("刚才这一处没有存上，您写的字还在。"))
