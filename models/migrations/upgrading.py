"""Bring a database file to the present tables; always a copy, never the file in use."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from models.migrations.versions import STEPS


def upgrade(path: Path) -> None:
    """Run the steps that the file has not had; the caller throws the file away when this fails."""
    driver = sqlite3.connect(path, isolation_level=None)
    driver.execute("PRAGMA synchronous=OFF")  # a copy: it is synced whole before it takes the old file's place
    engine = create_engine("sqlite://", creator=lambda: driver, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            driver.execute("BEGIN")
            _run(connection)
    except DBAPIError as error:
        raise error.orig or error from error
    finally:
        engine.dispose()
        driver.close()


def _run(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"fn": _steps})
    with Operations.context(context):
        context.run_migrations()
    connection.commit()


def _steps(heads: tuple[str, ...], _context: MigrationContext) -> list[MigrationStep]:
    scripts = [Script(step, step.revision, step.__file__ or "") for step in STEPS]
    revisions: Any = RevisionMap(lambda: scripts)
    missing: Iterable[Script] = revisions.iterate_revisions("heads", heads or "base")
    return [MigrationStep.upgrade_from_script(revisions, script) for script in reversed(list(missing))]
