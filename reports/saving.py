"""Something made for people put where they want it: whole or not at all; what lay there stays until it is safe."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from reports.errors import TargetInUseError, TargetRefusedError

_IN_USE = (errno.EACCES, errno.EBUSY, errno.EPERM)
_SHORT = 60
"""So many characters leave room for an ending, in whatever bytes they are written."""


def save_content(content: bytes, target: Path) -> None:
    """Write beside the target, make it safe, then take its place; raises TargetInUseError, TargetRefusedError."""
    partial = target.with_name(f"{target.name[:_SHORT]}.partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise _refusal(target, error) from error


def _refusal(target: Path, error: OSError) -> TargetInUseError | TargetRefusedError:
    if error.errno in _IN_USE and target.exists():
        return TargetInUseError(target)
    return TargetRefusedError(target, error.errno)
