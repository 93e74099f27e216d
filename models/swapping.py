"""A folder that takes another's place by two renames; broken off between them, the next start finishes it."""

from datetime import datetime
from glob import escape
from pathlib import Path

from models.durable import put_in_place
from models.errors import SwapBrokenError, SwapRefusedError

_OLD, _MADE = "-损坏-", "-恢复-"


def places_beside(folder: Path, now: datetime) -> tuple[Path, Path]:
    """Name where what is to come is made, and where what is there will be kept; nothing is in either place yet."""
    stamp = f"{now:%Y%m%d-%H%M%S}"
    while True:
        made, old = (folder.with_name(f"{folder.name}{what}{stamp}") for what in (_MADE, _OLD))
        if not made.exists() and not old.exists():
            return made, old
        stamp += "-2"


def swap(folder: Path, made: Path, old: Path) -> None:
    """Keep a folder under the name `old` and put `made` in its place.

    Raises SwapRefusedError when all is as it was, SwapBrokenError when both lie beside and `finish` has to be called.
    """
    try:
        put_in_place(folder, old)
        put_in_place(made, folder)
    except OSError as error:
        _take_back(folder, made, old)
        raise SwapRefusedError(folder) from error


def finish(folder: Path) -> None:
    """Finish a swap that was broken off between its renames, where there was one; raises SwapBrokenError.

    What somebody has put into the place meanwhile, such as a log, is kept beside, too.
    """
    folder = folder.resolve()
    for made in sorted(folder.parent.glob(f"{escape(folder.name)}{_MADE}*"), reverse=True):
        old = folder.with_name(made.name.replace(f"{folder.name}{_MADE}", f"{folder.name}{_OLD}", 1))
        if old.is_dir():
            _finish(folder, made, old)
            return


def _take_back(folder: Path, made: Path, old: Path) -> None:
    if folder.exists() or not old.is_dir():
        return
    try:
        put_in_place(old, folder)
    except OSError as error:
        raise SwapBrokenError(folder, made, old) from error


def _finish(folder: Path, made: Path, old: Path) -> None:
    try:
        if folder.exists():
            put_in_place(folder, old.with_name(f"{old.name}-2"))
        put_in_place(made, folder)
    except OSError as error:
        raise SwapBrokenError(folder, made, old) from error
