"""A workspace that cannot be opened, replaced by one of its backups; what it was stays beside it, whole."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.backup import keep_files
from models.durable import remove_folder
from models.errors import (
    DamagedStoreError,
    LostStoreError,
    NotOurStoreError,
    StoreError,
    SwapBrokenError,
    SwapRefusedError,
)
from models.identity import BACKUPS
from models.laying import version_of
from models.lock import FolderLock
from models.places import is_mount
from models.swapping import places_beside, swap
from services.backups import BackupRow, listed
from services.errors import DamagedBackupError
from services.progress import Progress, silent
from services.restoring import restore
from services.verifying import ProblemKind, Verification


@dataclass(frozen=True, slots=True)
class Replaced:
    """What verifying the restored workspace found, and where the one it replaced is kept."""

    found: Verification
    kept: Path


def is_helped(error: Exception) -> bool:
    """Say whether a backup mends what kept a workspace closed.

    One that a newer program wrote is whole: a backup would only hide what was entered since.
    """
    return isinstance(error, DamagedStoreError | LostStoreError)


def restorable(folder: Path) -> tuple[BackupRow, ...]:
    """Give a workspace's backups that begin as ours do, the newest first."""
    return tuple(row for row in listed(folder / BACKUPS) if _is_ours(row.path))


def replace_by(
    backup: Path,
    folder: Path,
    progress: Progress = silent,
    *,
    who: str = "",
    now: Callable[[], datetime] = datetime.now,
) -> Replaced:
    """Restore a backup beside a workspace, then let the two change places; nothing of the workspace is deleted.

    Raises DamagedBackupError, StoreError, CancelledError; but for SwapBrokenError all is as it was.
    """
    folder = folder.resolve()
    if is_mount(folder):
        raise SwapRefusedError(folder)
    made, old = places_beside(folder, now())
    lock = FolderLock(folder, who)
    try:
        found = _made(backup, made, progress)
        _carry_backups(folder, made)
    finally:
        lock.release()  # before the swap: Windows renames no folder that holds an open file
    _swap(folder, made, old)
    return Replaced(found, old)


def _made(backup: Path, made: Path, progress: Progress) -> Verification:
    """Restore into a folder that was not there before; raises DamagedBackupError and leaves none."""
    try:
        found = restore(backup, made, progress)
    except (DamagedStoreError, NotOurStoreError) as error:
        raise DamagedBackupError(backup) from error
    if any(problem.kind is ProblemKind.DATABASE for problem in found.problems):
        remove_folder(made)
        raise DamagedBackupError(backup)
    return found


def _carry_backups(folder: Path, made: Path) -> None:
    """Let the backups go on in the restored workspace, so that another can be chosen; the old one keeps them, too."""
    with suppress(OSError):
        keep_files(folder / BACKUPS, made / BACKUPS)


def _swap(folder: Path, made: Path, old: Path) -> None:
    try:
        swap(folder, made, old)
    except SwapBrokenError:
        raise  # what was restored is needed to finish
    except StoreError:
        remove_folder(made)
        raise


def _is_ours(backup: Path) -> bool:
    try:
        version_of(backup)
    except StoreError:
        return False
    return True
