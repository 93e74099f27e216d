"""The one way a screen writes: command, undo step, news, and how the saving went."""

import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gui.platform.changes import ChangeBus
from resources.refusals import sentence as sentence_of
from services.changes import Change
from services.history import History


class Pen(QObject):
    """Carries out commands that answer with a Change."""

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

    def write(self, command: Callable[[], Change]) -> Change | None:
        """Carry out a command and tell everybody; None when it could not be saved."""
        self.saving.emit()
        try:
            change = command()
        except Exception as error:
            self.refuse(error)
            return None
        self.tell(change)
        return change

    def tell(self, change: Change) -> None:
        """Make a committed change an undo step and news."""
        if not change.parts:
            self.saved.emit(datetime.now().astimezone())
            return
        self._history.add(change)
        self._is_writing = True
        try:
            self._bus.changed.emit(change)
        finally:
            self._is_writing = False
        self.saved.emit(change.at.astimezone())

    def refuse(self, error: Exception) -> None:
        """Say why something could not be saved."""
        sentence = sentence_of(error)
        if sentence is None:
            sys.excepthook(type(error), error, error.__traceback__)
        self.failed.emit(sentence or self.tr("刚才这一处没有存上，您写的字还在。"))
