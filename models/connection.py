"""One SQLite connection as we want it, every setting read back, every refusal in our own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
_MAY_BE_MISSING = {"mmap_size"}  # SQLite built without it answers nothing


def connect(path: Path) -> sqlite3.Connection:
    """Open the database for writing; raises StoreError when it cannot be had as we want it."""
    with sqlite_refusals(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            for name, value in _SETTINGS.items():
                _set(connection, path, name, value)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open the database so that it cannot be written to; it sees what was committed, also beside a writer."""
    with sqlite_refusals(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("PRAGMA busy_timeout=5000")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def _set(connection: sqlite3.Connection, path: Path, name: str, value: object) -> None:
    connection.execute(f"PRAGMA {name}={value}")
    found = connection.execute(f"PRAGMA {name}").fetchone()
    if found is None and name in _MAY_BE_MISSING:
        return
    if found is None or found[0] != value:
        raise StoreFailedError(path, f"PRAGMA {name} {found}")


def is_disk_failure(error: BaseException) -> bool:
    """Say whether the disk failed under SQLite, so that what it has in memory may no longer be what is written."""
    return str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_IOERR")


@contextmanager
def sqlite_refusals(path: Path) -> Iterator[None]:
    """Say what SQLite refuses in our own errors; what would be our bug stays as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        refusal = _refusal(error, path)
        if refusal is None:
            raise
        raise refusal from error


def _refusal(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return DiskFullError(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ReadOnlyStoreError(path)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedStoreError(path, str(error))
    if name.startswith(("SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_NOMEM")):
        return StoreFailedError(path, name)
    return None
