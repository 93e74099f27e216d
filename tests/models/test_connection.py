"""A connection to the database, on disks and over files that are not as they should be."""

import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from models import compiled
from models.connection import connect_for_reading
from models.errors import DamagedStoreError, DiskFullError, StoreFailedError
from models.store import Store


def _laid(folder: Path) -> Path:
    store = Store.open(folder)
    with store.work() as work:
        work.do(compiled.PUT_META, key="a", value="1")
    store.close()
    return folder / "voccheck.db"


def _read(database: Path) -> str:
    connection = connect_for_reading(database)
    try:
        found: str = connection.execute("SELECT value FROM meta WHERE key = 'a'").fetchone()[0]
    finally:
        connection.close()
    return found


def test_reading_lays_no_database_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(StoreFailedError):
        connect_for_reading(tmp_path / "voccheck.db")
    assert list(tmp_path.iterdir()) == []


def _fill(disk: Path) -> None:
    (disk / "filling").write_bytes(b"")
    with (disk / "filling").open("ab", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)):
                pass
        except OSError:
            pass


def _forbid(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


@pytest.mark.parametrize("happen", [_fill, _forbid])
def test_a_database_is_read_where_nothing_can_be_written_beside_it(disk: Path, happen: Callable[[Path], None]) -> None:
    database = _laid(disk / "w")
    happen(disk)
    assert _read(database) == "1"


def test_a_full_disk_is_called_full_where_the_journal_must_be_read(disk: Path, tmp_path: Path) -> None:
    database = _laid(tmp_path / "w")
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("UPDATE meta SET value = '2'")
    (disk / "w").mkdir()
    for name in ("voccheck.db", "voccheck.db-wal"):
        (disk / "w" / name).write_bytes((tmp_path / "w" / name).read_bytes())
    connection.close()
    _fill(disk)
    with pytest.raises(DiskFullError):
        connect_for_reading(disk / "w" / "voccheck.db")


def test_text_that_is_no_text_any_more_is_told_as_damage(tmp_path: Path) -> None:
    database = _laid(tmp_path)
    raw = sqlite3.connect(database, isolation_level=None)
    raw.execute("UPDATE meta SET value = CAST(x'ff41' AS TEXT) WHERE key = 'a'")
    raw.close()
    store = Store.open(tmp_path)
    with pytest.raises(DamagedStoreError) as refused, store.reading() as work:
        work.first(compiled.META, key="a")
    assert "A" not in refused.value.what.removeprefix("Could not decode to UTF-8"), "what was read is not quoted"
    store.close()


@pytest.mark.parametrize("open_it", [lambda database: Store.open(database.parent), connect_for_reading])
def test_damaged_names_of_tables_are_told_as_damage(tmp_path: Path, open_it: Callable[[Path], object]) -> None:
    database = _laid(tmp_path)
    content = database.read_bytes()
    name = content.index(b"CREATE TABLE meta") + len(b"CREATE TABLE ")
    with database.open("r+b") as stream:
        os.pwrite(stream.fileno(), b"\xff\xfe\xfd(", name)
    with pytest.raises(DamagedStoreError):
        open_it(database)
