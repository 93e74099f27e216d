"""One SQLite connection as we want it, every setting read back, every refusal in our own errors."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from models.causes import Damage, Failure, failure_named
from models.errors import DamagedStoreError, DiskFullError, ReadOnlyStoreError, StoreError, StoreFailedError

_SETTINGS: dict[str, object] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged edit survives a power cut
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "journal_size_limit": 64 * 1024 * 1024,
    "recursive_triggers": 1,  # so that REPLACE meets the guards, too
}
_NO_ROOM = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"}
_NOT_TEXT = "Could not decode to UTF-8"
"""Begins Python's own refusal, which goes on to quote the bytes: too long to be kept."""
_NOT_JSON = "malformed JSON"
_NOT_THERE = ("no such table", "no such column")
_MAY_BE_MISSING = {"mmap_size"}  # SQLite built without it answers nothing


def connect(path: Path) -> sqlite3.Connection:
    """Open the database for writing; raises StoreError when it cannot be had as we want it."""
    with sqlite_refusals(path), _header_refusals(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            for name, value in _SETTINGS.items():
                _set(connection, path, name, value)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open the database so that it cannot be written to; it sees what was committed, also beside a writer.

    Where not even SQLite's own files beside it may be written, a database without a journal is read as it lies; raises
    ReadOnlyStoreError where there is a journal that cannot be read without them.
    """
    if not path.is_file():  # SQLite would lay an empty one
        raise StoreFailedError(path, os.strerror(errno.ENOENT), Failure.MISSING)
    try:
        if not _may_write_beside(path):
            return _reading_only(path)
        return _reading(path, "?mode=ro" if _journal(path).exists() else "")  # else the last to close takes it away
    except (ReadOnlyStoreError, DiskFullError):
        if has_journal(path):
            raise
        return _reading(path, "?immutable=1")


def _may_write_beside(path: Path) -> bool:
    """Say whether SQLite may do as it likes; Windows tells of a folder's rights only when they are used."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _reading_only(path: Path) -> sqlite3.Connection:
    """Read with what others laid beside it; SQLite would try to lay that itself where the folder lets it."""
    if not path.with_name(f"{path.name}-shm").exists():
        raise ReadOnlyStoreError(path)
    return _reading(path, "?mode=ro")


def _reading(path: Path, how: str = "") -> sqlite3.Connection:
    name = f"{path.resolve().as_uri()}{how}" if how else path
    with sqlite_refusals(path), _header_refusals(path):
        connection = sqlite3.connect(name, isolation_level=None, check_same_thread=False, uri=bool(how))
        try:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("PRAGMA busy_timeout=5000")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def has_journal(path: Path) -> bool:
    """Say whether a database has a journal that holds anything."""
    journal = _journal(path)
    return journal.exists() and journal.stat().st_size > 0


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


@contextmanager
def _header_refusals(path: Path) -> Iterator[None]:
    """Tell damaged names of tables: Python fails at them before SQLite's own word of the damage is out."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise DamagedStoreError(path, Damage.PAGES, error.reason) from error


def _set(connection: sqlite3.Connection, path: Path, name: str, value: object) -> None:
    connection.execute(f"PRAGMA {name}={value}")
    found = connection.execute(f"PRAGMA {name}").fetchone()
    if found is None and name in _MAY_BE_MISSING:
        return
    if found is None or found[0] != value:
        raise StoreFailedError(path, f"PRAGMA {name} {found}", Failure.SETTING)


def is_disk_failure(error: BaseException) -> bool:
    """Say whether the disk failed under SQLite, so that what it has in memory may no longer be what is written."""
    return str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_IOERR")


@contextmanager
def sqlite_refusals(path: Path) -> Iterator[None]:
    """Say what SQLite refuses, and stored JSON that is none any more, in our own errors; our bugs stay as they are."""
    try:
        yield
    except JSONDecodeError as error:
        raise DamagedStoreError(path, Damage.CONTENT, error.msg) from error
    except sqlite3.DatabaseError as error:
        refusal = _refusal(error, path)
        if refusal is None:
            raise
        raise refusal from error


def _refusal(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name in _NO_ROOM:
        return DiskFullError(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ReadOnlyStoreError(path)
    if (failure := failure_named(name)) is not None:
        return StoreFailedError(path, name, failure)
    if (damage := _damage(name, str(error))) is not None:
        return DamagedStoreError(path, damage, _NOT_TEXT if str(error).startswith(_NOT_TEXT) else str(error))
    return None


def _damage(name: str, said: str) -> Damage | None:
    """Name what is damaged by SQLite's name of the error, or by what it or Python said."""
    if name.startswith("SQLITE_NOTADB"):
        return Damage.HEADER
    if name.startswith("SQLITE_CORRUPT"):
        return Damage.PAGES
    if said.startswith(_NOT_THERE):
        return Damage.TABLES
    return Damage.CONTENT if said.startswith((_NOT_TEXT, _NOT_JSON)) else None
