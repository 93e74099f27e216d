"""A file beside the database that finds words in what people wrote; it holds nothing of its own and may be thrown away.

Chinese has no spaces to break words at: every two neighbouring characters are one token of SQLite's FTS5, the last one
stands alone, so that a query of any length from one character on is found. Characters are written as four letters,
because FTS5's tokenizers drop what they take for punctuation.
"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from models.connection import sqlite_refusals
from models.errors import DamagedStoreError
from models.folding import folded

SEARCH_INDEX = "search.db"
_VERSION = 1
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TABLES = """
CREATE TABLE seen (owner TEXT PRIMARY KEY, change INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE said (
  id INTEGER PRIMARY KEY, owner TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
  UNIQUE (owner, kind, name)
);
CREATE VIRTUAL TABLE found USING fts5(tokens, content='', tokenize='ascii', prefix='4');
"""


class Said(NamedTuple):
    """One text somebody wrote: whose record it stands in, as what, under which name."""

    owner: str
    kind: str
    name: str
    text: str


class SearchIndex:
    """Texts by owner, found by any run of their characters; a damaged file is laid anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = _opened(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def lay_anew(self) -> None:
        """Throw the file away and begin with an empty one."""
        self._connection.close()
        self._path.unlink(missing_ok=True)
        self._connection = _connected(self._path)

    def seen(self, owner: str) -> int:
        """Say up to which change the owner's texts are known; 0 where none is."""
        row = self._connection.execute("SELECT change FROM seen WHERE owner = ?", (owner,)).fetchone()
        return row[0] if row else 0

    def put(self, owner: str, texts: Iterable[Said], change: int) -> None:
        """Know the owner's texts as they are at a change; what is no longer among them is forgotten."""
        with sqlite_refusals(self._path), self._connection:
            known = self._known(owner)
            wanted = {(one.kind, one.name): one.text for one in texts if one.text}
            for key, (number, text) in known.items():
                if wanted.get(key) != text:
                    self._forget(number, text)
            for key, text in wanted.items():
                if known.get(key, (0, None))[1] != text:
                    self._add(Said(owner, *key, text))
            self._connection.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (owner, change))

    def find(self, query: str, limit: int = 100) -> list[Said]:
        """Give the texts that have every word of the query, written last first; raises StoreError."""
        match = _match(query)
        if not match:
            return []
        with sqlite_refusals(self._path):
            rows = self._connection.execute(
                "SELECT owner, kind, name, text FROM found JOIN said ON said.id = found.rowid"
                " WHERE found MATCH ? ORDER BY found.rowid DESC LIMIT ?",
                (match, limit),
            )
            return list(map(Said._make, rows))

    def owners(self) -> frozenset[str]:
        """Name everybody whose texts are known."""
        return frozenset(owner for (owner,) in self._connection.execute("SELECT owner FROM seen"))

    def _known(self, owner: str) -> dict[tuple[str, str], tuple[int, str]]:
        rows = self._connection.execute("SELECT kind, name, id, text FROM said WHERE owner = ?", (owner,))
        return {(kind, name): (number, text) for kind, name, number, text in rows}

    def _forget(self, number: int, text: str) -> None:
        self._connection.execute(
            "INSERT INTO found (found, rowid, tokens) VALUES ('delete', ?, ?)", (number, tokens(text))
        )
        self._connection.execute("DELETE FROM said WHERE id = ?", (number,))

    def _add(self, one: Said) -> None:
        added = self._connection.execute("INSERT INTO said (owner, kind, name, text) VALUES (?, ?, ?, ?)", one)
        self._connection.execute("INSERT INTO found (rowid, tokens) VALUES (?, ?)", (added.lastrowid, tokens(one.text)))


def tokens(text: str) -> str:
    """Write a text as its overlapping pairs of characters, the last character alone."""
    letters = [_letters(character) for character in folded(text)]
    return " ".join(map("".join, zip(letters, [*letters[1:], ""], strict=True)))


def _match(query: str) -> str:
    """Write a query as FTS5 wants it: every word a run of pairs, a single character the start of a pair."""
    return " AND ".join(map(_run, folded(query).split()))


def _run(word: str) -> str:
    letters = [_letters(character) for character in word]
    if len(letters) == 1:
        return f'"{letters[0]}"*'
    return '"' + " ".join(first + second for first, second in pairwise(letters)) + '"'


@lru_cache(maxsize=1 << 15)
def _letters(character: str) -> str:
    number, letters = ord(character), ""
    for _ in range(4):
        number, digit = divmod(number, len(_DIGITS))
        letters = _DIGITS[digit] + letters
    return letters


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except (DamagedStoreError, _OfAnotherVersionError):
        path.unlink(missing_ok=True)
        return _connected(path)


class _OfAnotherVersionError(Exception):
    """The file was laid by another version of the program."""


def _connected(path: Path) -> sqlite3.Connection:
    with sqlite_refusals(path):
        connection = sqlite3.connect(path, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode=MEMORY")
            connection.execute("PRAGMA synchronous=OFF")  # it is made again from the database whenever it is lost
            connection.execute("PRAGMA trusted_schema=OFF")
            _lay(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _lay(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
        return
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise _OfAnotherVersionError
    connection.executescript(_TABLES)
    connection.execute(f"PRAGMA user_version={_VERSION}")
    connection.commit()
