"""Copies of a database in use, proved good before they are given their name."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from models.blobs import Blobs
from models.causes import Damage
from models.connection import connect_for_reading, sqlite_refusals
from models.durable import PARTIAL, disk_refusals, make_folder, put_in_place, sync_folder, sync_path
from models.errors import DamagedStoreError, StoreError
from models.laying import version_of

_CHAINED = ("workspace", "assessments")

Census = tuple[tuple[str, int], ...]
Step = Callable[[int, int], None]


def back_up(database: Path, target: Path) -> None:
    """Copy a database that may be in use; the copy gets its name when it is proved to be the same and sound."""
    partial = target.with_name(target.name + PARTIAL)
    with disk_refusals(target), sqlite_refusals(target):
        make_folder(target.parent)
        try:
            census = _copy(database, partial)
            _prove(partial, census)
            sync_path(partial)
            put_in_place(partial, target)
        finally:
            _remove(partial)


def keep_blobs(blobs: Blobs, names: Iterable[str], folder: Path, step: Step) -> None:
    """Give each evidence file that is not there yet a second name in the backup's folder, or copy it."""
    kept, wanted = Blobs(folder), list(names)
    changed: set[Path] = set()
    with disk_refusals(folder):
        try:
            for done, name in enumerate(wanted, start=1):
                source, target = blobs.path(name), kept.path(name)
                if source.is_file() and not target.is_file():
                    _keep(source, target)
                    changed.add(target.parent)
                step(done, len(wanted))
        finally:
            for place in sorted(changed):  # once each: a sync for every file of an intake takes seconds
                sync_folder(place)


def keep_files(source: Path, folder: Path) -> None:
    """Give every file under a folder a second name under another, or copy it."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.name.endswith(PARTIAL):
            _keep(path, folder / path.relative_to(source))


def edition_of_copy(copy: Path) -> tuple[int, int] | None:
    """Name a backup's edition; None where it is damaged or gone, so that it stands for nothing."""
    try:
        version_of(copy)
        return edition(copy)
    except StoreError:
        return None


def edition(database: Path) -> tuple[int, int]:
    """Name its newest change and count its policies; two databases of the same edition hold the same."""
    with sqlite_refusals(database), closing(connect_for_reading(database)) as connection:
        newest = connection.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0]
        return newest, _count(connection, "policies")


def _copy(database: Path, partial: Path) -> Census:
    _remove(partial)
    with closing(connect_for_reading(database)) as source, closing(sqlite3.connect(partial)) as target:
        source.execute("BEGIN")
        census = _census(source)
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        return census


def _prove(partial: Path, census: Census) -> None:
    with closing(connect_for_reading(partial)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        stray = connection.execute("PRAGMA foreign_key_check").fetchone()
        if found != "ok" or stray is not None or _census(connection) != census:
            raise DamagedStoreError(partial, Damage.PAGES if found != "ok" else Damage.ROWS, str(stray or found))


def _census(connection: sqlite3.Connection) -> Census:
    """Count every table's rows, and name the end of every chain of changes."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    counted = [(name, _count(connection, name)) for (name,) in tables]
    ends = (f"SELECT head_hash, head_seq FROM {table} ORDER BY id" for table in _CHAINED if (table,) in tables)  # noqa: S608
    return (*counted, *(end for statement in ends for end in connection.execute(statement)))


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    count: int = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # noqa: S608
    return count


def _keep(source: Path, target: Path) -> None:
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:
        partial = target.with_name(target.name + PARTIAL)
        shutil.copyfile(source, partial)
        sync_path(partial)
        put_in_place(partial, target)


def _remove(partial: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        partial.with_name(partial.name + ending).unlink(missing_ok=True)
