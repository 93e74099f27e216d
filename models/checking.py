"""Looking for damage in a database and its files, changing nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from pathlib import Path

from models.asking import Query
from models.blobs import Blobs, hash_of
from models.connection import connect_for_reading, sqlite_refusals
from models.guards import GUARDS
from models.laying import version_of
from models.lines import StrayLine, TriggerLine, WordLine
from models.read_only import readable
from models.work import Work

_INTEGRITY = Query("PRAGMA integrity_check(20)", WordLine)
_STRAYS = Query("PRAGMA foreign_key_check", StrayLine)
_TRIGGERS = Query("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')", TriggerLine)


class BlobState(Enum):
    """How an evidence file is."""

    SOUND = auto()
    MISSING = auto()
    ALTERED = auto()


@contextmanager
def looking_into(database: Path) -> Iterator[tuple[Work, tuple[str, ...]]]:
    """Read one consistent state, with SQLite's own findings; raises NotOurStoreError, NewerStoreError."""
    version_of(database)
    with sqlite_refusals(database), readable(database) as place, closing(connect_for_reading(place)) as connection:
        connection.execute("BEGIN")
        work = Work(connection)
        yield work, (*_damages(work), *strange_guards(work))


def strange_guards(work: Work) -> tuple[str, ...]:
    """Name triggers and views that are not ours, or ours that are gone or reworded."""
    found = {(line.name, line.sql) for line in work.all(_TRIGGERS)}
    return tuple(sorted({name for name, _ in found ^ set(GUARDS.items())}))


def loose_rows(work: Work) -> Iterator[str]:
    """Name rows that hang on nothing."""
    return (f"{line.table} {line.rowid}" for line in work.all(_STRAYS))


def blob_state(blobs: Blobs, sha256: str) -> BlobState:
    """Read a file whole and hold it against its name."""
    path = blobs.path(sha256)
    if not path.is_file():
        return BlobState.MISSING
    try:
        return BlobState.SOUND if hash_of(path) == sha256 else BlobState.ALTERED
    except OSError:
        return BlobState.ALTERED


def _damages(work: Work) -> tuple[str, ...]:
    return tuple(line.word for line in work.all(_INTEGRITY) if line.word != "ok")
