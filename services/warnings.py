"""What a person should know of the place their workspace lies in, before anything goes wrong."""

from enum import StrEnum
from pathlib import Path

from models.identity import BACKUPS, DATABASE
from models.places import is_synced
from models.reserve import free_space

LITTLE = 1024**3
"""Bytes below which a disk counts as nearly full; a backup and a migration each need a copy of the database."""


class FolderWarning(StrEnum):
    """What may do harm to a workspace where it lies."""

    LOW_SPACE = "low_space"
    SYNCED_FOLDER = "synced_folder"
    LOST_JOURNAL = "lost_journal"
    LOST_CHANGES = "lost_changes"


LOSSES = frozenset((FolderWarning.LOST_JOURNAL, FolderWarning.LOST_CHANGES))
"""What is known at one opening only, and must be told by whatever opens the workspace then."""


def warnings_of(folder: Path, free: int | None = None, *, has_lost_journal: bool = False) -> tuple[FolderWarning, ...]:
    """Say what to warn of; `free` is the room left on the disk, asked for where it is not given."""
    is_behind = has_lost_journal and _is_behind_its_backup(folder)
    found = {
        FolderWarning.LOST_CHANGES: is_behind,
        FolderWarning.LOST_JOURNAL: has_lost_journal and not is_behind,
        FolderWarning.LOW_SPACE: (_free(folder) if free is None else free) < _needed(folder),
        FolderWarning.SYNCED_FOLDER: is_synced(folder.resolve()),
    }
    return tuple(warning for warning, holds in found.items() if holds)


def _is_behind_its_backup(folder: Path) -> bool:
    """Say whether the newest backup holds changes that are not here; one restored from an older backup is so, too."""
    from models.backup import edition, edition_of_copy
    from services.backups import listed

    kept = next((found for row in listed(folder / BACKUPS) if (found := edition_of_copy(row.path))), None)
    return kept is not None and kept[0] > edition(folder / DATABASE)[0]


def _free(folder: Path) -> int:
    try:
        return free_space(folder)
    except OSError:  # the disk does not say: no reason to warn
        return LITTLE**2


def _needed(folder: Path) -> int:
    database = folder / DATABASE
    return max(LITTLE, 2 * database.stat().st_size if database.exists() else 0)
