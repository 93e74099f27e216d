"""A workspace brought back from a backup: into a folder of its own, never over another."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from checklists.places import FOLDER as CHECKLISTS
from models import checking, compiled, laying
from models.backup import back_up, keep_blobs
from models.beside import made_beside
from models.blobs import Blobs
from models.errors import DamagedStoreError, ReadOnlyStoreError
from models.identity import DATABASE, EVIDENCE, SCHEMA_VERSION
from models.packing import unpack
from models.places import is_mount
from services.backups import checklists_of
from services.errors import FolderNotEmptyError, NoBackupError, RestorePlaceError, WholeDiskError
from services.progress import Progress, silent
from services.verifying import Problem, ProblemKind, Verification, verify


def restore(backup: Path, folder: Path, progress: Progress = silent) -> Verification:
    """Lay a workspace from a backup's database and the evidence beside it, and say what verifying it found.

    The backup is only read; the folder gets its name when all is there. What the backup itself lacks is named among
    the problems and keeps nobody from the rest; raises NoBackupError, FolderNotEmptyError, WholeDiskError,
    RestorePlaceError, StoreError, CancelledError.
    """
    _check(backup, folder)
    with _place_refused(folder), made_beside(folder) as made:
        lost = _lay(backup, made, progress)
        found = verify(made, progress)
    return replace(found, problems=(*found.problems, *lost))


@contextmanager
def _place_refused(folder: Path) -> Iterator[None]:
    """Say of the folder round it that it may not be written to: what is advised for a workspace would not help."""
    try:
        yield
    except ReadOnlyStoreError as error:
        if error.path != folder.resolve():
            raise
        raise RestorePlaceError(folder.resolve().parent) from error


def _check(backup: Path, folder: Path) -> None:
    if not backup.is_file():
        raise NoBackupError(backup)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmptyError(folder)
    if is_mount(folder):
        raise WholeDiskError(folder)


def _lay(backup: Path, made: Path, progress: Progress) -> tuple[Problem, ...]:
    database, version = made / DATABASE, laying.version_of(backup)
    back_up(backup, database)
    if version < SCHEMA_VERSION:
        laying.renew(database)
    with checking.looking_into(database) as (work, _):
        names = [line.sha256 for line in work.all(compiled.BLOBS)]
    for place in (backup.parent, backup.parent.parent):  # kept with the backup, or still in the workspace it is of
        keep_blobs(Blobs(place / EVIDENCE), names, made / EVIDENCE, progress.step)
    return _unpacked(checklists_of(backup), made / CHECKLISTS)


def _unpacked(kept: Path, folder: Path) -> tuple[Problem, ...]:
    try:
        if kept.is_file():
            unpack(kept, folder)
    except DamagedStoreError:
        return (Problem(ProblemKind.POLICY, kept.name),)
    return ()
