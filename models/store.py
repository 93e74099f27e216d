"""The open workspace: its lock, its one connection, its evidence files."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from models import laying
from models.beside import sweep_beside
from models.blobs import Blobs
from models.causes import Damage
from models.checking import strange_guards
from models.connection import connect, has_journal, is_disk_failure, sqlite_refusals
from models.durable import PARTIAL, disk_refusals, make_folder
from models.errors import (
    DamagedStoreError,
    DiskFullError,
    LostStoreError,
    MovedStoreError,
    NetworkFolderError,
    ReadOnlyStoreError,
)
from models.identity import BACKUPS, DATABASE, EVIDENCE, RESERVE, SCHEMA_VERSION, VIEWING
from models.lock import FolderLock
from models.places import FilesystemOf, filesystem_of, is_share
from models.reserve import Reserve
from models.work import Work

_QUICK = 64 * 1024 * 1024
"""Up to this size a database is looked through at every start: about a second per 220 MB."""

BeforeRenewal = Callable[[Path, int], None]


class Held(Protocol):
    """What is held while a workspace is open."""

    def note_journal(self, *, is_there: bool) -> None:
        """Note whether there is a journal."""

    def release(self) -> None:
        """Let go of it."""


class Store:
    """One workspace, open for one process; threads take turns.

    `scratch` is where files may be laid that are made again at will. It has lost its journal where the program died
    with one that is gone now: what was entered last may have been in there only. One that holds nothing is none.
    """

    is_read_only = False

    def __init__(self, folder: Path, lock: Held, connection: sqlite3.Connection) -> None:
        self.folder = self.scratch = folder
        self.database = folder / DATABASE
        self.blobs = Blobs(folder / EVIDENCE)
        self.backups = folder / BACKUPS
        self.viewing = folder / VIEWING
        self._lock = lock
        self._reserve = Reserve(folder / RESERVE)
        self._connection = connection
        self._opened = _identity(self.database)
        self._work = Work(connection)
        self._turn = threading.RLock()
        self._is_open = True
        self._is_doubtful = False
        self.has_lost_journal = False

    @classmethod
    def open(
        cls,
        folder: Path,
        who: str = "",
        *,
        before_renewal: BeforeRenewal | None = None,
        filesystem_of: FilesystemOf = filesystem_of,
    ) -> "Store":
        """Open a workspace, or lay a new one; raises StoreError and leaves everything as it was.

        `before_renewal` is called with the database and its version before an older one is migrated.
        """
        if is_share(folder, filesystem_of):
            raise NetworkFolderError(folder)
        with disk_refusals(folder):
            make_folder(folder)
        _check_rights(folder / DATABASE)
        lock = FolderLock(folder, who)
        try:
            _sweep(folder)
            has_lost_journal = lock.left_journal and _is_without_journal(folder / DATABASE)
            _make_ready(folder / DATABASE, before_renewal)
            connection = checked_connection(folder / DATABASE)
        except BaseException:
            lock.release()
            raise
        store = cls(folder, lock, connection)
        store.has_lost_journal = has_lost_journal
        lock.note_journal(is_there=has_journal(folder / DATABASE))
        store._reserve.keep()
        return store

    def check_writable(self) -> None:
        """Ask before a file is laid beside the database; raises ReadOnlyStoreError where all may only be read."""

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Write: all of it is committed and on the disk when the block ends, or none of it.

        When the disk is full the reserve is given up: what was refused can be asked for again.
        """
        with self._turn, self._room_made(), sqlite_refusals(self.database):
            self._begin("BEGIN IMMEDIATE")
            try:
                yield self._work
                self._lock.note_journal(is_there=True)
                self._connection.execute("COMMIT")
            except BaseException as error:
                self._give_up(error)
                raise

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Read one consistent state."""
        with self._turn, sqlite_refusals(self.database):
            self._begin("BEGIN")
            try:
                yield self._work
            finally:
                self._give_up(None)

    def close(self) -> None:
        """Fold the journal in, where there is room for it, and let go of the lock."""
        with self._turn:
            if not self._is_open:
                return
            self._is_open = False
            self._reserve.give_up()
            try:
                with suppress(DiskFullError), sqlite_refusals(self.database):  # all of it stands in the journal, too
                    self._connection.execute("PRAGMA optimize")
                    self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._lock.note_journal(is_there=False)
                self._connection.close()
                self._lock.release()

    @contextmanager
    def _room_made(self) -> Iterator[None]:
        try:
            yield
        except DiskFullError:
            self._reserve.give_up()
            raise

    def _begin(self, statement: str) -> None:
        if _identity(self.database) != self._opened:
            raise MovedStoreError(self.folder)
        if self._is_doubtful:
            self._connection.close()
            self._connection = checked_connection(self.database)
            self._work = Work(self._connection)
            self._is_doubtful = False
        self._connection.execute(statement)

    def _give_up(self, error: BaseException | None) -> None:
        """Take back what was begun; after a failure of the disk the database is opened anew before it is used again."""
        self._is_doubtful = self._is_doubtful or (error is not None and is_disk_failure(error))
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _identity(database: Path) -> tuple[int, int] | None:
    """Tell the file of this name from any other; SQLite itself goes on writing into one that was moved or deleted."""
    try:
        found = database.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_without_journal(database: Path) -> bool:
    return database.exists() and not database.with_name(f"{database.name}-wal").exists()


def _check_rights(database: Path) -> None:
    """Refuse a database that may only be read at once, not at the first edit: what was on a CD is so."""
    if database.exists() and not os.access(database, os.W_OK):
        raise ReadOnlyStoreError(database)


def _sweep(folder: Path) -> None:
    """Remove what backups and restorings that were killed left behind: nobody else writes into the folder now."""
    for left in (folder / BACKUPS).glob(f"*{PARTIAL}*"):
        with suppress(OSError):  # held by another program: it goes next time
            left.unlink()
    sweep_beside(folder.resolve())


def _make_ready(database: Path, before_renewal: BeforeRenewal | None) -> None:
    laying.sweep(database)
    if laying.is_lost(database):
        raise LostStoreError(database)
    if not database.exists():
        laying.lay(database)
        return
    version = laying.version_of(database)
    if version < SCHEMA_VERSION:
        if before_renewal is not None:
            before_renewal(database, version)
        laying.renew(database)


def checked_connection(database: Path) -> sqlite3.Connection:
    """Connect to a database that is sound and ours; raises StoreError."""
    was_left = database.with_name(f"{database.name}-wal").exists()
    connection = connect(database)
    try:
        with sqlite_refusals(database):
            if was_left or database.stat().st_size <= _QUICK:
                _look_through(connection, database)
            _check_guards(connection, database)
    except BaseException:
        connection.close()
        raise
    return connection


def _look_through(connection: sqlite3.Connection, database: Path) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedStoreError(database, Damage.PAGES, found.splitlines()[-1])


def _check_guards(connection: sqlite3.Connection, database: Path) -> None:
    """Trust no database whose triggers and views are not exactly ours."""
    strange = strange_guards(Work(connection))
    if strange:
        raise DamagedStoreError(database, Damage.TABLES, ", ".join(strange))
