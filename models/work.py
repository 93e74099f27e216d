"""One unit of work: named queries in, plain lines out."""

import sqlite3
from collections.abc import Iterable, Mapping

from models.asking import Command, L, Query

Value = str | int | float | bytes | None


class Work:
    """Asks and writes inside a transaction that the store began and will end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self, query: Query[L], **values: Value) -> list[L]:
        """Give every line that answers."""
        return list(map(query.line._make, self._connection.execute(query.sql, values)))

    def first(self, query: Query[L], **values: Value) -> L | None:
        """Give the first line that answers, None where there is none."""
        row = self._connection.execute(query.sql, values).fetchone()
        return None if row is None else query.line._make(row)

    def one(self, query: Query[L], **values: Value) -> L:
        """Give the line that is known to be there; raises LookupError where it is not."""
        line = self.first(query, **values)
        if line is None:
            raise LookupError(query.line.__name__, values)
        return line

    def do(self, command: Command, **values: Value) -> int:
        """Write, and give the id of the row that was added last."""
        return self._connection.execute(command.sql, values).lastrowid or 0

    def do_each(self, command: Command, rows: Iterable[Mapping[str, Value]]) -> None:
        """Write once for every row."""
        self._connection.executemany(command.sql, rows)
