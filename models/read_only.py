"""A database that may not be written to, read as it lies or from a copy elsewhere: no byte is written beside it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from models.connection import connect_for_reading, sqlite_refusals
from models.durable import disk_refusals
from models.errors import ReadOnlyStoreError

_PREFIX = "voccheck-"


@contextmanager
def readable(database: Path) -> Iterator[Path]:
    """Name a file to read it from: itself, or a copy where its journal can only be read by writing beside it."""
    if _is_readable(database):
        yield database
        return
    with disk_refusals(database), TemporaryDirectory(prefix=_PREFIX) as elsewhere:
        yield _file_copy(database, Path(elsewhere))


def scratch() -> Path:
    """Make a folder of this user's own, away from every workspace; the caller removes it."""
    with disk_refusals(Path()):
        return Path(mkdtemp(prefix=_PREFIX))


def copied(database: Path, folder: Path) -> Path:
    """Copy one consistent state into a folder, its journal with it, whoever may be writing to it; raises StoreError."""
    if not _is_readable(database):
        return _file_copy(database, folder)
    copy = folder / database.name
    with (
        sqlite_refusals(copy),
        closing(connect_for_reading(database)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    return copy


def _is_readable(database: Path) -> bool:
    try:
        connect_for_reading(database).close()
    except ReadOnlyStoreError:
        return False
    return True


def _file_copy(database: Path, folder: Path) -> Path:
    """Copy the files as they lie: nobody is writing to them, or SQLite could have read them in their place."""
    with disk_refusals(folder):
        for ending in ("", "-wal"):
            source = database.with_name(database.name + ending)
            if source.exists():
                shutil.copyfile(source, folder / source.name)
    return folder / database.name
