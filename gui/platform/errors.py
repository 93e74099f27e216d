"""Errors on their way to the user: one sentence for the expected, one dialog for our bugs."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from typing_extensions import override

from resources.refusals import sentence

_LOG = logging.getLogger("voccheck")


class ErrorHook(QObject):
    """Takes every exception nobody caught, in any thread; the program lives on."""

    _caught = Signal(str)
    refused = Signal(str)

    def __init__(self, log_file: Path, version: str, show: Callable[[str], None]) -> None:
        super().__init__()
        self._version = version
        self._show = show
        self._is_showing = False
        self._handler = _LateFile(log_file)
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand in for Python's own hook."""
        _LOG.addHandler(self._handler)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Give Python its own hook back and close the log."""
        sys.excepthook, threading.excepthook = self._before
        _LOG.removeHandler(self._handler)
        self._handler.close()

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say an expected error in its sentence; log anything else and show it once."""
        said = sentence(error)
        if said is not None:
            self.refused.emit(said)
        elif issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._report("".join(traceback.format_exception(kind, error, trace)))

    def _take_from_thread(self, caught: threading.ExceptHookArgs) -> None:
        self.take(caught.exc_type, caught.exc_value or caught.exc_type(), caught.exc_traceback)

    def _report(self, trace: str) -> None:
        report = f"VocCheck {self._version}\nPython {sys.version}\n{sys.platform}\n\n{trace}"
        _LOG.error("unexpected\n%s", report)
        self._caught.emit(report)

    @Slot(str)
    def _on_caught(self, report: str) -> None:
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(report)
        finally:
            self._is_showing = False


class _LateFile(logging.Handler):
    """Keeps a log in files that are made when there is something to write; most days there is nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @override
    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:  # nothing can be written there; what the dialog shows can be copied
            return
        self._file.handle(record)
        self._file.close()  # it lies in the workspace, which Windows renames only where no file of it is open

    @override
    def close(self) -> None:
        if "_file" in self.__dict__:
            self._file.close()
        super().close()

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        file = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file
