"""A workspace opened to be read, on a medium or in a folder that may not be written to."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from models.errors import ReadOnlyStoreError
from models.identity import DATABASE
from services.workspace import Workspace


def reopened(folder: Path, who: str, today: Callable[[], date] = date.today) -> Workspace:
    """Open a workspace that is there already, only to be read where it may not be written to.

    Raises NoWorkspaceError, StoreError.
    """
    try:
        return Workspace.reopen(folder, who, today)
    except ReadOnlyStoreError:
        return opened_to_read(folder, who, today)


def opened_for_start(folder: Path, who: str, today: Callable[[], date]) -> Workspace:
    """Open a workspace or lay a new one, or open what is there only to be read; raises StoreError."""
    try:
        return Workspace.open_for_start(folder, who, today)
    except ReadOnlyStoreError:
        if not (folder / DATABASE).is_file():
            raise
        return opened_to_read(folder, who, today)


def opened_to_read(folder: Path, who: str, today: Callable[[], date] = date.today) -> Workspace:
    """Open a workspace without writing a byte beside it; what would change it raises ReadOnlyStoreError."""
    from models.reading_store import ReadingStore

    return Workspace(ReadingStore.read(folder), who, today, None, lambda: datetime.now(UTC))
