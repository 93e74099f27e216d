"""How statements are put together: a line type and what asks for its fields."""

from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Delete, Insert, Select, Update, bindparam, select
from sqlalchemy.dialects.sqlite import Insert as Upsert
from sqlalchemy.dialects.sqlite import insert

from models import tables as t

Asked = tuple[type[NamedTuple], Any]
Done = Insert | Upsert | Update | Delete

OF_ASSESSMENT: BindParameter[int] = bindparam("assessment_id")


def ask(line: type[NamedTuple], *records: type[t.Base]) -> Select[Any]:
    """Select the line's fields by name from the first record that has them."""
    return select(*(_column(field, records) for field in line._fields))


def ask_all(line: type[NamedTuple], record: type[t.Base]) -> Asked:
    """Ask for what one policy revision has of this record, in the order of the document."""
    policy_id, position = (getattr(record, name) for name in ("policy_id", "position"))
    return line, ask(line, record).where(policy_id == bindparam("policy_id")).order_by(position)


def replace(record: type[t.Base], *keys: str) -> Upsert:
    """Insert a row, or rewrite the one with the same key."""
    statement = insert(record)
    rest = [column.name for column in record.__table__.columns if column.name not in keys]
    return statement.on_conflict_do_update(
        index_elements=list(keys), set_={name: getattr(statement.excluded, name) for name in rest}
    )


def add(record: type[t.Base]) -> Insert:
    """Insert a row whose id the database gives."""
    return insert(record).values({c.name: bindparam(c.name) for c in record.__table__.columns if c.name != "id"})


def change(record: type[t.Base], *names: str) -> Update:
    """Rewrite these columns; the caller says of which rows."""
    statement: Update = record.__table__.update()  # type: ignore[attr-defined]
    return statement.values({name: bindparam(name) for name in names})


def _column(field: str, records: tuple[type[t.Base], ...]) -> ColumnElement[Any]:
    column: ColumnElement[Any] = next(getattr(record, field) for record in records if hasattr(record, field))
    return column
