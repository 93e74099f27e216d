"""A database file laid for the first time, or brought to the present tables, whole or not at all."""

import sqlite3
from pathlib import Path

from models.causes import Damage
from models.connection import connect, sqlite_refusals
from models.durable import disk_refusals, put_in_place, sync_path
from models.errors import DamagedStoreError, NewerStoreError, NotOurStoreError, StoreError
from models.identity import APPLICATION_ID, BACKUPS, DATABASE, EVIDENCE, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def version_of(path: Path) -> int:
    """Read the version from the file's header without touching it.

    Raises NotOurStoreError, DamagedStoreError, NewerStoreError.
    """
    if path.exists() and not path.is_file():  # a pipe may never end
        raise _stranger(path)
    with disk_refusals(path), path.open("rb") as stream:
        header = stream.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC) or _number(header, 68) != APPLICATION_ID:
        raise _stranger(path)
    version = _number(header, 60)
    if version > SCHEMA_VERSION:
        raise NewerStoreError(path, version, SCHEMA_VERSION)
    return version


def is_lost(path: Path) -> bool:
    """Say whether a database that is not there has left its journal, evidence or backups behind."""
    if path.exists():
        return False
    beside = (path.with_name(f"{path.name}-wal"), *path.parent.glob(f"{BACKUPS}/*.db"))
    return any(map(_has_content, beside)) or any(path.parent.glob(f"{EVIDENCE}/[0-9a-f][0-9a-f]/*"))


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _stranger(path: Path) -> StoreError:
    """Name a file that does not begin as ours do: beside what only we make it was ours and is damaged."""
    beside = (EVIDENCE, BACKUPS) if path.name == DATABASE else ()
    was_ours = path.parent.name == BACKUPS or any((path.parent / name).is_dir() for name in beside)
    return DamagedStoreError(path, Damage.HEADER) if was_ours else NotOurStoreError(path)


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def lay(path: Path) -> None:
    """Make an empty database under a temporary name, then give it its own."""
    made = _beside(path)
    with disk_refusals(path), sqlite_refusals(path):
        _finish(made, path)


def renew(path: Path) -> None:
    """Bring an older database to the present tables: on a copy, which takes its place when it is proved good."""
    made = _beside(path)
    with disk_refusals(path), sqlite_refusals(path):
        _copy(path, made)
        _finish(made, path)


def sweep(path: Path) -> None:
    """Remove what an interrupted laying left behind; raises StoreError."""
    with disk_refusals(path):
        for left in path.parent.glob(f"{path.name}.new*"):
            left.unlink()


def _beside(path: Path) -> Path:
    sweep(path)
    return path.with_name(f"{path.name}.new")


def _copy(path: Path, made: Path) -> None:
    """Copy with the journal folded in; the old file is left closed, whole and without a journal."""
    source, target = connect(path), sqlite3.connect(made)
    try:
        source.backup(target)
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        target.close()
        source.close()


def _finish(made: Path, path: Path) -> None:
    from models.migrations.upgrading import upgrade

    upgrade(made)
    connection = connect(made)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        _prove(connection, path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    sync_path(made)
    put_in_place(made, path)


def _prove(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if found != "ok" or stray is not None:
        raise DamagedStoreError(path, Damage.PAGES if found != "ok" else Damage.ROWS, str(stray or found))
