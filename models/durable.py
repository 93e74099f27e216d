"""How a file gets to the disk so that it stays there."""

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from models.causes import failure_of
from models.errors import DiskFullError, ReadOnlyStoreError, StoreFailedError

PARTIAL = ".partial"
"""How the name ends of what is not whole yet."""

PATIENCE = 5.0
"""Seconds to wait for another program, such as a virus scanner, to let go of a file."""

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def sync_file(stream: IO[bytes]) -> None:
    """Wait until the file's content is on the disk."""
    stream.flush()
    os.fsync(stream.fileno())


def begin_writing(stream: IO[bytes]) -> None:
    """Let the disk begin on what was written so far, so that waiting for it later is short; a mere hint."""
    if hasattr(os, "posix_fadvise"):
        stream.flush()
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sync_path(path: Path) -> None:
    """Wait until a closed file's content is on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's entries are on the disk; Windows writes them through by itself."""
    if os.name == "nt":
        return
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)


def make_folder(folder: Path) -> None:
    """Make a folder that stays, with its parents."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def put_in_place(made: Path, target: Path) -> None:
    """Rename a synced file onto its target and wait until the name is on the disk."""
    _replace(made, target)
    sync_folder(target.parent)


def write_whole(content: bytes, target: Path) -> None:
    """Write a file whole or not at all, so that it stays, with the folders it lies in; raises StoreError."""
    partial = target.with_name(target.name + PARTIAL)
    with disk_refusals(target):
        make_folder(target.parent)
        try:
            with partial.open("wb") as stream:
                stream.write(content)
                sync_file(stream)
            put_in_place(partial, target)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def _replace(made: Path, target: Path) -> None:
    """Rename, waiting where another program holds the target open."""
    give_up = time.monotonic() + (PATIENCE if os.name == "nt" else 0)
    while True:
        try:
            made.replace(target)
        except PermissionError:
            if time.monotonic() >= give_up:
                raise
            time.sleep(0.05)
        else:
            return


def remove_folder(folder: Path) -> None:
    """Remove a folder of copies, read-only ones too; what another program holds open stays, and what links lead to."""
    if folder.is_symlink():
        with suppress(OSError):
            folder.unlink()
        return
    for path in folder.rglob("*"):
        with suppress(OSError):
            if not path.is_symlink():
                path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def disk_refusals(place: Path) -> Iterator[None]:
    """Say what the operating system refuses in our own errors."""
    try:
        yield
    except OSError as error:
        raise refusal_of(error, place) from error


def refusal_of(error: OSError, place: Path) -> DiskFullError | ReadOnlyStoreError | StoreFailedError:
    """Name what the operating system refused."""
    if error.errno in _FULL:
        return DiskFullError(place)
    if error.errno in _FORBIDDEN:
        return ReadOnlyStoreError(place)
    return StoreFailedError(place, error.strerror or str(error), failure_of(error))
