"""A workspace whose folder may not be written to: all of it can be read, and not a byte is written beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from typing_extensions import override

from models import laying
from models.blobs import Blob, Blobs, Step
from models.durable import remove_folder
from models.errors import LostStoreError, ReadOnlyStoreError
from models.identity import DATABASE, SCHEMA_VERSION, VIEWING
from models.read_only import copied, scratch
from models.store import Store, checked_connection
from models.work import Work


class _Nobody:
    """Holds nothing: a lock is a file, too."""

    def note_journal(self, *, is_there: bool) -> None:
        """Note nothing."""

    def release(self) -> None:
        """Let go of nothing."""


class _ReadBlobs(Blobs):
    """Evidence that can be read and takes nothing in."""

    @override
    def take_file(self, source: Path, step: Step) -> Blob:
        raise ReadOnlyStoreError(self.folder)

    @override
    def take_bytes(self, content: bytes, name: str) -> Blob:
        raise ReadOnlyStoreError(self.folder)


class ReadingStore(Store):
    """A workspace read from a copy of its database elsewhere; whoever may write to it is not kept from doing so."""

    is_read_only = True

    def __init__(self, folder: Path, elsewhere: Path, connection: sqlite3.Connection) -> None:
        super().__init__(folder, _Nobody(), connection)
        self.blobs = _ReadBlobs(self.blobs.folder)
        self.scratch = elsewhere
        self.viewing = elsewhere / VIEWING

    @classmethod
    def read(cls, folder: Path) -> "ReadingStore":
        """Open a workspace to be read; an older one is brought to the present tables in the copy; raises StoreError."""
        database = folder / DATABASE
        if not database.exists():
            raise LostStoreError(database)
        version, elsewhere = laying.version_of(database), scratch()
        try:
            copy = copied(database, elsewhere)
            if version < SCHEMA_VERSION:
                laying.renew(copy)
            return cls(folder, elsewhere, checked_connection(copy))
        except BaseException:
            remove_folder(elsewhere)
            raise

    @override
    def check_writable(self) -> None:
        raise ReadOnlyStoreError(self.folder)

    @override
    @contextmanager
    def work(self) -> Iterator[Work]:
        self.check_writable()
        yield self._work

    @override
    def close(self) -> None:
        with self._turn:
            self._connection.close()
        remove_folder(self.scratch)

    @override
    def _begin(self, statement: str) -> None:
        self._connection.execute(statement)
