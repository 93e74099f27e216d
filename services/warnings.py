"""What a person should know of the place their workspace lies in, before anything goes wrong."""

from enum import StrEnum
from pathlib import Path

from models.identity import DATABASE
from models.places import is_synced
from models.reserve import free_space

LITTLE = 1024**3
"""Bytes below which a disk counts as nearly full; a backup and a migration each need a copy of the database."""


class FolderWarning(StrEnum):
    """What may do harm to a workspace where it lies."""

    LOW_SPACE = "low_space"
    SYNCED_FOLDER = "synced_folder"


def warnings_of(folder: Path, free: int | None = None) -> tuple[FolderWarning, ...]:
    """Say what to warn of; `free` is the room left on the disk, asked for where it is not given."""
    found = {
        FolderWarning.LOW_SPACE: (_free(folder) if free is None else free) < _needed(folder),
        FolderWarning.SYNCED_FOLDER: is_synced(folder.resolve()),
    }
    return tuple(warning for warning, holds in found.items() if holds)


def _free(folder: Path) -> int:
    try:
        return free_space(folder)
    except OSError:  # the disk does not say: no reason to warn
        return LITTLE**2


def _needed(folder: Path) -> int:
    database = folder / DATABASE
    return max(LITTLE, 2 * database.stat().st_size if database.exists() else 0)
