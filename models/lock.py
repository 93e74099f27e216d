"""The workspace's lock: one process at a time, let go by the operating system when its holder dies."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from models.durable import disk_refusals
from models.errors import Holder, StoreInUseError
from models.identity import LOCK

_OPENING = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""A link put in the lock's place would have us write into somebody else's file."""

_HOST = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
_JOURNAL = "journal"
_FAR = 1 << 30
"""The byte that is locked; far behind the text, as Windows would not let others read a locked one."""


def _take_on_windows(stream: IO[bytes]) -> bool:
    import msvcrt

    stream.seek(_FAR)
    try:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True


def _take_elsewhere(stream: IO[bytes]) -> bool:
    import fcntl

    try:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


_take: Callable[[IO[bytes]], bool] = _take_on_windows if sys.platform == "win32" else _take_elsewhere


@contextmanager
def holding(path: Path) -> Iterator[bool]:
    """Hold a file while a block runs, and remove it then; False where another process holds it, and it stays."""
    with os.fdopen(os.open(path, _OPENING, 0o644), "r+b", buffering=0) as stream:
        is_ours = _take(stream)
        try:
            yield is_ours
        finally:
            if is_ours and os.name != "nt":
                path.unlink(missing_ok=True)
    if is_ours and os.name == "nt":  # which removes no file that is open
        with suppress(OSError):
            path.unlink(missing_ok=True)


class FolderLock:
    """A held lock; `release` lets go of it. What a dead process left behind is taken over.

    `left_journal` says that the one before died while there were edits, or might have been, only in the journal.
    """

    def __init__(self, folder: Path, who: str) -> None:
        path = folder / LOCK
        with disk_refusals(folder):
            self._stream = os.fdopen(os.open(path, _OPENING, 0o644), "r+b", buffering=0)
        try:
            with disk_refusals(folder):
                self._take(folder, who)
        except BaseException:
            self._stream.close()
            raise

    def note_journal(self, *, is_there: bool) -> None:
        """Note whether there is a journal from now on, for whoever comes after a crash; it may be lost by a cut."""
        with suppress(OSError):  # a full disk: then nothing is noted, and nothing will be missed
            if is_there != self._has_journal:
                self._sign(self._words, has_journal=is_there)

    def release(self) -> None:
        """Let go; the file stays, without a name in it, but with what is noted of a journal."""
        if not self._stream.closed:
            with suppress(OSError):  # the disk is gone, and the name with it
                self._sign({}, has_journal=self._has_journal)
            self._stream.close()

    def _take(self, folder: Path, who: str) -> None:
        if not _take(self._stream):
            raise StoreInUseError(folder, _holder(self._stream))
        self.left_journal = _signed(self._stream).get(_JOURNAL) is True
        since = datetime.now(UTC).isoformat(timespec="seconds")
        self._words = {"pid": os.getpid(), "host": _HOST, "who": who, "since": since}
        self._sign(self._words, has_journal=self.left_journal)

    def _sign(self, words: dict[str, Any], *, has_journal: bool) -> None:
        self._has_journal = has_journal
        said = words | ({_JOURNAL: True} if has_journal else {})
        self._stream.seek(0)
        self._stream.truncate(0)
        self._stream.write(json.dumps(said).encode() if said else b"")


def _holder(stream: IO[bytes]) -> Holder:
    """Read who holds the lock, however the file looks."""
    signed = _signed(stream)
    try:
        return Holder(int(signed["pid"]), *(str(signed[name])[:200] for name in ("host", "who", "since")))
    except (ValueError, KeyError, TypeError):
        return Holder()


def _signed(stream: IO[bytes]) -> dict[str, Any]:
    """Read what the file says, however it looks."""
    stream.seek(0)
    try:
        signed = json.loads(stream.read(4096))
    except (ValueError, RecursionError, OSError):
        return {}
    return signed if isinstance(signed, dict) else {}
