"""Opening, refusing and closing a workspace's database."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from models import compiled
from models.errors import (
    DamagedStoreError,
    DiskFullError,
    LostStoreError,
    MovedStoreError,
    NewerStoreError,
    NotOurStoreError,
    ReadOnlyStoreError,
    StoreFailedError,
    StoreInUseError,
)
from models.identity import APPLICATION_ID, SCHEMA_VERSION
from models.store import Store

ROOT = Path(__file__).parents[2]
HOLDS = """
import sys
from pathlib import Path
from models.store import Store
store = Store.open(Path(sys.argv[1]), "张老师")
print("ready", flush=True)
sys.stdin.read()
"""


def _put(store: Store, key: str, value: str) -> None:
    with store.work() as work:
        work.do(compiled.PUT_META, key=key, value=value)


def _get(store: Store, key: str) -> str | None:
    with store.reading() as work:
        line = work.first(compiled.META, key=key)
    return line.word if line else None


def _laid(folder: Path) -> Path:
    Store.open(folder).close()
    return folder / "voccheck.db"


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_was_committed_is_there_after_closing(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "new" / "place")
    _put(store, "a", "1")
    store.close()
    store = Store.open(tmp_path / "new" / "place")
    assert _get(store, "a") == "1"
    store.close()


def test_a_closed_workspace_is_one_file_without_a_journal(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    _put(store, "a", "1")
    store.close()
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lock", "voccheck.db"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_VERSION),
    ],
)
def test_every_setting_took(tmp_path: Path, pragma: str, value: object) -> None:
    store = Store.open(tmp_path)
    assert store._connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    store.close()


def test_a_failed_work_leaves_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with pytest.raises(ZeroDivisionError), store.work() as work:
        work.do(compiled.PUT_META, key="a", value="1")
        raise ZeroDivisionError
    assert _get(store, "a") is None
    _put(store, "a", "2")
    assert _get(store, "a") == "2"
    store.close()


def test_threads_take_turns_and_lose_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)

    def write(name: str) -> None:
        for number in range(40):
            _put(store, f"{name}{number}", name)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(_get(store, f"{name}{number}") == name for name in "abcd" for number in range(40))
    store.close()


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def test_a_second_process_is_told_who_has_the_workspace(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(StoreInUseError) as refusal:
        Store.open(tmp_path)
    assert refusal.value.holder.pid == holder.pid
    assert refusal.value.holder.who == "张老师"


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    assert str(holder.pid) in (tmp_path / "lock").read_text()
    Store.open(tmp_path).close()


@pytest.mark.parametrize(
    "left", ['{"pid": 1, "host": "x", "who": "y", "since": "z"}', "", "\x00garbage", '{"pid": "?"}']
)
def test_a_lock_file_without_a_holder_stops_nobody(tmp_path: Path, left: str) -> None:
    (tmp_path / "lock").write_text(left)
    Store.open(tmp_path).close()


def test_the_same_process_cannot_open_a_workspace_twice(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with pytest.raises(StoreInUseError):
        Store.open(tmp_path)
    store.close()
    Store.open(tmp_path).close()


def test_a_newer_database_is_refused_untouched(tmp_path: Path) -> None:
    database = _laid(tmp_path)
    with sqlite3.connect(database) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    before = _hash(database)
    with pytest.raises(NewerStoreError) as refusal:
        Store.open(tmp_path)
    assert (refusal.value.found, refusal.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert _hash(database) == before


def _someone_elses(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE answers (id INTEGER)")
    connection.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"PK\x03\x04" * 100, "笔记".encode() * 500, None])
def test_a_file_that_is_not_ours_is_refused_untouched(tmp_path: Path, content: bytes | None) -> None:
    database = tmp_path / "voccheck.db"
    if content is None:
        _someone_elses(database)
    else:
        database.write_bytes(content)
    before = _hash(database)
    with pytest.raises(NotOurStoreError):
        Store.open(tmp_path)
    assert _hash(database) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lock", "voccheck.db"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_databases_place_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "voccheck.db")
    with pytest.raises(NotOurStoreError):
        Store.open(tmp_path)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_cut_off_database_is_refused(tmp_path: Path, keep: float) -> None:
    database = _laid(tmp_path)
    os.truncate(database, int(database.stat().st_size * keep))
    with pytest.raises(DamagedStoreError):
        Store.open(tmp_path)


def test_an_overwritten_page_is_refused(tmp_path: Path) -> None:
    database = _laid(tmp_path)
    with database.open("r+b") as stream:
        stream.seek(4096 * 3)
        stream.write(b"\xa5" * 4096)
    with pytest.raises(DamagedStoreError):
        Store.open(tmp_path)


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER quiet AFTER INSERT ON answers BEGIN DELETE FROM meta; END",
        "CREATE VIEW odd AS SELECT 1",
        "DROP TRIGGER changes_keep_delete",
    ],
)
def test_a_database_with_other_triggers_or_views_is_not_trusted(tmp_path: Path, hostile: str) -> None:
    with sqlite3.connect(_laid(tmp_path)) as connection:
        connection.execute(hostile)
    connection.close()
    with pytest.raises(DamagedStoreError):
        Store.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    _laid(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ReadOnlyStoreError):
            Store.open(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("not a folder")
    with pytest.raises(StoreFailedError):
        Store.open(tmp_path / "w")


def test_a_full_disk_refuses_the_edit_keeps_the_rest_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    store = Store.open(small_disk)
    _put(store, "before", "1")
    filling = small_disk / "filling"
    with filling.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(4096)):
            pass
    with pytest.raises(DiskFullError):
        for number in range(1000):
            _put(store, f"key{number}", "x" * 5000)
    assert _get(store, "before") == "1"
    filling.unlink()
    _put(store, "after", "2")
    store.close()
    store = Store.open(small_disk)
    assert (_get(store, "before"), _get(store, "after")) == ("1", "2")
    store.close()


class _FailingDisk:
    """A connection whose disk fails once, at the commit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.is_failing = True

    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        if statement == "COMMIT" and self.is_failing:
            self.is_failing = False
            failure = sqlite3.OperationalError("disk I/O error")
            failure.sqlite_errorname = "SQLITE_IOERR_FSYNC"
            raise failure
        return self._connection.execute(statement, *values)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def test_after_a_failed_sync_the_database_is_opened_anew_and_holds_what_was_committed(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    _put(store, "before", "1")
    first = store._connection
    store._connection = _FailingDisk(first)  # type: ignore[assignment]
    with pytest.raises(StoreFailedError) as refusal:
        _put(store, "during", "2")
    assert refusal.value.what == "SQLITE_IOERR_FSYNC"
    assert (_get(store, "before"), _get(store, "during")) == ("1", None)
    assert store._connection is not first
    _put(store, "after", "3")
    store.close()
    store = Store.open(tmp_path)
    assert (_get(store, "during"), _get(store, "after")) == (None, "3")
    store.close()


def test_no_room_to_lay_a_workspace_is_said(small_disk: Path) -> None:
    (small_disk / "filling").write_bytes(bytes(2 * 1024 * 1024 - 65536))
    with pytest.raises(DiskFullError):
        Store.open(small_disk / "w")


def test_opening_and_editing_need_no_sqlalchemy(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    program = f"""
import sys
from pathlib import Path
from services.workspace import Workspace
from models.store import Store
Store.open(Path({str(tmp_path)!r})).close()
assert not {{"sqlalchemy", "alembic", "PIL"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def _move(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def _delete(folder: Path) -> None:
    (folder / "voccheck.db").unlink()


def _put_another_in_its_place(folder: Path) -> None:
    other = folder / "other.db"
    other.write_bytes((folder / "voccheck.db").read_bytes())
    other.replace(folder / "voccheck.db")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
@pytest.mark.parametrize("happen", [_move, _delete, _put_another_in_its_place])
def test_nothing_is_called_saved_once_the_workspace_is_no_longer_in_its_place(
    tmp_path: Path, happen: Callable[[Path], None]
) -> None:
    folder = tmp_path / "w"
    store = Store.open(folder)
    _put(store, "a", "1")
    happen(folder)
    with pytest.raises(MovedStoreError):
        _put(store, "a", "2")
    with pytest.raises(MovedStoreError):
        _get(store, "a")
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
def test_a_workspace_put_back_in_its_place_goes_on(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "w")
    _move(tmp_path / "w")
    with pytest.raises(MovedStoreError):
        _put(store, "a", "1")
    (tmp_path / "moved").rename(tmp_path / "w")
    _put(store, "a", "2")
    assert _get(store, "a") == "2"
    store.close()


@pytest.mark.parametrize("left", ["voccheck.db-wal", "backups/000001-20261122T000000Z.db", f"evidence/ab/ab{'0' * 62}"])
def test_no_empty_database_is_laid_over_what_a_lost_one_left(tmp_path: Path, left: str) -> None:
    (tmp_path / left).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / left).write_bytes(b"left")
    with pytest.raises(LostStoreError):
        Store.open(tmp_path)
    assert not (tmp_path / "voccheck.db").exists()


def test_a_damaged_beginning_beside_evidence_is_damage_and_no_strangers_file(tmp_path: Path) -> None:
    database = _laid(tmp_path)
    (tmp_path / "evidence").mkdir()
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])
    before = _hash(database)
    with pytest.raises(DamagedStoreError):
        Store.open(tmp_path)
    assert _hash(database) == before
