"""Backups of a workspace, kept inside it: made verified, thinned by rule."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from checklists.places import FOLDER as CHECKLISTS
from models import compiled
from models.backup import back_up, edition, edition_of_copy, keep_blobs
from models.durable import PARTIAL
from models.identity import BACKUPS, EVIDENCE
from models.packing import keep_packed, packed
from models.store import Store
from services.progress import Progress, silent

KEEP_LAST = 8
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 12, 10, 9

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)(-before-v\d+)?\.db")
_STAMP = "%Y%m%dT%H%M%SZ"
_PACKED = ".checklists.zip"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup; `number` counts up whatever the clock says."""

    path: Path
    number: int
    made_at: datetime
    is_before_renewal: bool


class Backups:
    """The backups of one workspace."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def listed(self) -> tuple[BackupRow, ...]:
        """Give all backups, the newest first."""
        return listed(self._store.backups)

    def make(self, progress: Progress = silent) -> Path:
        """Copy evidence, own checklists and database, prove the copy, thin the old ones.

        Raises StoreError, CancelledError.
        """
        self._store.check_writable()
        with self._store.reading() as work:
            names = [line.sha256 for line in work.all(compiled.BLOBS)]
        folder = self._store.backups
        keep_blobs(self._store.blobs, names, folder / EVIDENCE, lambda done, all: progress.step(done, all + 1))
        target = folder / next_name(folder, self._now())
        keep_packed(self._store.folder / CHECKLISTS, checklists_of(target))
        back_up(self._store.database, target)
        thin(folder)
        progress.step(len(names) + 1, len(names) + 1)
        return target

    def make_if_changed(self, progress: Progress = silent) -> Path | None:
        """Make a backup unless the last one holds all there is."""
        made = self.listed()
        if made and edition_of_copy(made[0].path) == edition(self._store.database) and self._has_checklists(made[0]):
            return None
        return self.make(progress)

    def _has_checklists(self, made: BackupRow) -> bool:
        kept = checklists_of(made.path)
        return packed(self._store.folder / CHECKLISTS) == (kept.read_bytes() if kept.is_file() else b"")


def keep_before_renewal(database: Path, version: int) -> None:
    """Keep an older database as it was before it is migrated."""
    folder = database.parent / BACKUPS
    back_up(database, folder / next_name(folder, datetime.now(UTC), f"-before-v{version + 1}"))


def checklists_of(backup: Path) -> Path:
    """Say where the checklists that people wrote lie beside a backup, if there were any."""
    return backup.with_name(backup.name.removesuffix(".db") + _PACKED)


def listed(folder: Path) -> tuple[BackupRow, ...]:
    """Give the backups of a folder, the newest first."""
    rows = filter(None, map(_row, folder.glob("*.db")))
    return tuple(sorted(rows, key=lambda row: row.number, reverse=True))


def next_name(folder: Path, now: datetime, ending: str = "") -> str:
    """Name the next backup."""
    newest = max((row.number for row in listed(folder)), default=0)
    return f"{newest + 1:06d}-{now.astimezone(UTC).strftime(_STAMP)}{ending}.db"


def to_keep(rows: Iterable[BackupRow]) -> frozenset[Path]:
    """Say which backups stay: the last ones by number whatever the clock says, then the last of each day, week, month.

    Days are counted as they were written down, not from today, so a clock set wrong throws nothing away.
    """
    newest_first = sorted(rows, key=lambda row: row.number, reverse=True)
    kept = {row.path for row in newest_first[:KEEP_LAST]} | {row.path for row in newest_first if row.is_before_renewal}
    for span, count in (("%Y-%j", KEEP_DAYS), ("%G-%V", KEEP_WEEKS), ("%Y-%m", KEEP_MONTHS)):
        kept |= _newest_of_each(newest_first, span, count)
    return frozenset(kept)


def thin(folder: Path) -> None:
    """Remove what the rule does not keep, and what broken-off backups left; what is held by others goes next time."""
    rows = listed(folder)
    kept = to_keep(rows)
    thinned = [row.path for row in rows if row.path not in kept]
    broken_off = (*folder.glob(f"*{PARTIAL}*"), *folder.glob(f"{EVIDENCE}/*/*{PARTIAL}"))
    for path in (*thinned, *map(checklists_of, thinned), *broken_off):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _newest_of_each(newest_first: list[BackupRow], span: str, count: int) -> set[Path]:
    found: dict[str, Path] = {}
    for row in newest_first:
        found.setdefault(row.made_at.strftime(span), row.path)
    return set(list(found.values())[:count])


def _row(path: Path) -> BackupRow | None:
    """Read a backup's name; None for what only looks like one."""
    match = _NAME.fullmatch(path.name)
    if match is None or not path.is_file():
        return None
    try:
        made_at = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupRow(path, int(match[1]), made_at, match[3] is not None)
