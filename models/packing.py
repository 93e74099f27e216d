"""A folder of small files kept in one archive beside a backup, and laid out again from it."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath

from models.causes import Damage
from models.durable import PARTIAL, disk_refusals, make_folder, sync_path, write_whole
from models.errors import DamagedStoreError

_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(folder: Path) -> bytes:
    """Give a folder's files as an archive; the same files give the same bytes, none gives none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(PARTIAL))
    if not files:
        return b""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.relative_to(folder).as_posix(), _EPOCH), file.read_bytes())
    return made.getvalue()


def keep_packed(folder: Path, target: Path) -> None:
    """Write a folder's archive, whole or not at all; a folder without files leaves none; raises StoreError."""
    with disk_refusals(target):
        content = packed(folder)
    if content:
        write_whole(content, target)


def unpack(source: Path, folder: Path) -> None:
    """Lay an archive's files out under a folder; raises DamagedStoreError, StoreError."""
    with disk_refusals(folder), _damage_said(source), zipfile.ZipFile(source) as archive:
        for name in archive.namelist():
            place = PurePosixPath(name)
            if place.is_absolute() or ".." in place.parts or ":" in name or "\\" in name:
                raise DamagedStoreError(source, Damage.ARCHIVE, name)
            target = folder.joinpath(*place.parts)
            make_folder(target.parent)
            target.write_bytes(archive.read(name))
            sync_path(target)


@contextmanager
def _damage_said(source: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise DamagedStoreError(source, Damage.ARCHIVE, str(error)) from error
