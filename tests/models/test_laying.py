"""A database laid or renewed whole, or not at all."""

import os
import sqlite3
from pathlib import Path

import pytest

from models import laying
from models.backup import back_up
from models.identity import APPLICATION_ID, SCHEMA_VERSION
from models.migrations.versions import STEPS
from models.store import Store


def _older(folder: Path, *statements: str) -> Path:
    """Lay a database as a version before the first table would have."""
    database = folder / "voccheck.db"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("CREATE TABLE keepsake (words TEXT)")
    connection.execute("INSERT INTO keepsake VALUES ('留着')")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return database


def _keepsake(database: Path) -> str:
    connection = sqlite3.connect(database)
    words: str = connection.execute("SELECT words FROM keepsake").fetchone()[0]
    connection.close()
    return words


def test_every_migration_counts_as_one_version() -> None:
    assert len(STEPS) == SCHEMA_VERSION
    assert [step.revision for step in STEPS] == [f"{number:04d}" for number in range(1, SCHEMA_VERSION + 1)]


def test_an_older_database_is_kept_aside_and_brought_up(tmp_path: Path) -> None:
    database = _older(tmp_path)
    kept: list[tuple[int, str]] = []

    def keep(found: Path, version: int) -> None:
        back_up(found, tmp_path / "kept.db")
        kept.append((version, _keepsake(tmp_path / "kept.db")))

    Store.open(tmp_path, before_renewal=keep).close()
    assert kept == [(0, "留着")]
    assert _keepsake(database) == "留着"
    assert laying.version_of(database) == SCHEMA_VERSION
    Store.open(tmp_path, before_renewal=keep).close()
    assert len(kept) == 1


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    database = _older(tmp_path, "CREATE TABLE schools (in_the_way TEXT)")
    before = database.read_bytes()
    with pytest.raises(Exception, match="already exists"):
        Store.open(tmp_path)
    assert database.read_bytes() == before
    assert laying.version_of(database) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("step", ["_copy", "_prove", "put_in_place"])
def test_a_migration_that_is_killed_leaves_the_old_file_and_is_done_again(tmp_path: Path, step: str) -> None:
    database = _older(tmp_path)
    child = os.fork()
    if child == 0:
        setattr(laying, step, lambda *_: os._exit(9))
        Store.open(tmp_path)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert laying.version_of(database) == 0
    assert _keepsake(database) == "留着"
    Store.open(tmp_path).close()
    assert laying.version_of(database) == SCHEMA_VERSION
    assert not list(tmp_path.glob("*.new*"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("step", ["_prove", "put_in_place"])
def test_a_first_laying_that_is_killed_leaves_no_database(tmp_path: Path, step: str) -> None:
    child = os.fork()
    if child == 0:
        setattr(laying, step, lambda *_: os._exit(9))
        Store.open(tmp_path)
        os._exit(0)
    os.waitpid(child, 0)
    assert not (tmp_path / "voccheck.db").exists()
    Store.open(tmp_path).close()
