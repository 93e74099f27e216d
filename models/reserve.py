"""Room kept free for the day the disk is full: a file that is given up when it is needed."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 8 * 1024 * 1024
"""Some hundred edits, or two full journals of SQLite."""


class Reserve:
    """The room one open workspace keeps; a closed one keeps none, so none is copied to a stick."""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        self._path = path
        self._size = size

    def keep(self) -> None:
        """Take the room up, unless there is none to spare."""
        try:
            if not self._path.exists() or self._path.stat().st_size < self._size:
                self._path.unlink(missing_ok=True)
                _take_up(self._path, self._size)
        except OSError:
            self.give_up()

    def give_up(self) -> None:
        """Give the room back."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def free_space(folder: Path) -> int:
    """Say how many bytes are left where a folder lies."""
    return shutil.disk_usage(folder).free


def _take_up(path: Path, size: int) -> None:
    with path.open("xb") as stream:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(stream.fileno(), 0, size)
        else:
            stream.write(bytes(size))
