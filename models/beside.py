"""A folder made beside the place it is for: whole there in one step, and swept away where its maker was killed."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.durable import PARTIAL, disk_refusals, make_folder, put_in_place, remove_folder
from models.errors import DiskFullError, ReadOnlyStoreError, StoreFailedError
from models.lock import holding

_LOCK = ".lock"
_NAME = re.compile(rf"(voccheck-[0-9a-f]{{8}}{re.escape(PARTIAL)})({re.escape(_LOCK)})?")


@contextmanager
def made_beside(folder: Path) -> Iterator[Path]:
    """Name a folder beside one that is to be, empty or not there yet; it takes that place when the block ended well.

    Otherwise nothing of it is left, and what was refused is said of the folder; raises StoreError.
    """
    folder = folder.resolve()
    made = folder.with_name(f"voccheck-{os.urandom(4).hex()}{PARTIAL}")
    with disk_refusals(folder):
        make_folder(made.parent)
        with holding(_lock_of(made)):
            yield from _made(folder, made)


def sweep_beside(folder: Path) -> None:
    """Remove what was being made beside a folder by those who were killed at it; what is still being made stays."""
    with suppress(OSError):
        names = os.listdir(folder.parent)  # noqa: PTH208 - beside a workspace there may be thousands of papers
        found = {match[1] for name in names if (match := _NAME.fullmatch(name))}
        for made in map(folder.with_name, sorted(found)):
            with holding(_lock_of(made)) as is_ours:
                if is_ours and made.is_dir():
                    remove_folder(made)


def _made(folder: Path, made: Path) -> Iterator[Path]:
    try:
        yield made
        if folder.exists():
            folder.rmdir()
        put_in_place(made, folder)
    except (DiskFullError, ReadOnlyStoreError, StoreFailedError) as refused:
        if refused.path.is_relative_to(made):
            refused.path = folder
        raise
    finally:
        remove_folder(made)


def _lock_of(made: Path) -> Path:
    return made.with_name(made.name + _LOCK)
