"""The evidence files: each under the SHA-256 of its content, never rewritten."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from models.causes import failure_of
from models.durable import begin_writing, disk_refusals, make_folder, put_in_place, sync_file, sync_folder
from models.errors import (
    BlobMissingError,
    EmptySourceError,
    SourceLockedError,
    SourceNotAFileError,
    SourceTooLargeError,
    SourceVanishedError,
    StoreFailedError,
)

LIMIT = 2 * 1024**3
if TYPE_CHECKING:
    import hashlib

_PIECE = 1024 * 1024
_STRETCH = 8 * _PIECE
_PARTIAL = ".partial-"

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Blob:
    """A file that was taken in: its name, its size, its first bytes, and whether it was not there before."""

    sha256: str
    size: int
    start: bytes
    is_new: bool = True


class Blobs:
    """The folder of evidence files."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit

    def path(self, sha256: str) -> Path:
        """Say where a file lies, or would lie."""
        return self.folder / sha256[:2] / sha256

    def find(self, sha256: str) -> Path:
        """Give the path of a file that is there; raises BlobMissingError."""
        path = self.path(sha256)
        if not path.is_file():
            raise BlobMissingError(sha256)
        return path

    def take_file(self, source: Path, step: Step) -> Blob:
        """Copy a file in, hashing the very bytes that are written; raises BlobError."""
        with _opened(source) as stream:
            return self._take(stream, source, os.fstat(stream.fileno()).st_size, step)

    def take_bytes(self, content: bytes, name: str) -> Blob:
        """Take in what never was a file, such as a picture from the clipboard; raises BlobError."""
        return self._take(BytesIO(content), Path(name), len(content), _no_step)

    def discard(self, sha256: str) -> None:
        """Remove a file that nothing rests on; the caller knows that nothing does."""
        self.path(sha256).unlink(missing_ok=True)

    def each(self) -> Iterator[str]:
        """Name every file that is there."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            if folder.is_dir():
                yield from sorted(path.name for path in folder.iterdir())

    def sweep(self) -> None:
        """Remove what interrupted copies left behind."""
        for left in self.folder.glob(f"{_PARTIAL}*"):
            with suppress(OSError):  # held by another program: it goes next time
                left.unlink()

    def _take(self, source: IO[bytes], path: Path, size: int, step: Step) -> Blob:
        if size > self.limit:
            raise SourceTooLargeError(path, self.limit)
        with disk_refusals(self.folder):
            make_folder(self.folder)
            partial = self.folder / f"{_PARTIAL}{os.urandom(16).hex()}"
            try:
                blob = self._copy(source, path, partial, size, step)
                is_new = self._keep(partial, blob)
            finally:
                partial.unlink(missing_ok=True)
        return replace(blob, is_new=is_new)

    def _copy(self, source: IO[bytes], path: Path, partial: Path, expected: int, step: Step) -> Blob:
        digest, size, start, begun = _digest(), 0, b"", 0
        with partial.open("xb") as target:
            while piece := _piece(source, path):
                start = start or piece[:4096]
                size += len(piece)
                if size > self.limit:
                    raise SourceTooLargeError(path, self.limit)
                digest.update(piece)
                target.write(piece)
                if size - begun >= _STRETCH:
                    begin_writing(target)
                    begun = size
                step(size, max(size, expected))
            if not size:
                raise EmptySourceError(path)
            sync_file(target)
        return Blob(digest.hexdigest(), size, start)

    def _keep(self, partial: Path, blob: Blob) -> bool:
        target = self.path(blob.sha256)
        make_folder(target.parent)
        if _is_sound(target, blob):
            sync_folder(target.parent)
            return False
        was_there = target.exists()
        target.unlink(missing_ok=True)  # damaged: the content just taken in mends it
        partial.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        put_in_place(partial, target)
        return not was_there


def hash_of(path: Path, step: Step | None = None) -> str:
    """Take the SHA-256 of a file that is there."""
    digest = _digest()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            if step is not None:
                step(len(piece), 0)
    return digest.hexdigest()


def _digest() -> "hashlib._Hash":
    """Begin a digest; it comes with all of OpenSSL, which no start waits for."""
    import hashlib

    return hashlib.sha256()


def _is_sound(target: Path, blob: Blob) -> bool:
    return target.is_file() and target.stat().st_size == blob.size and hash_of(target) == blob.sha256


def _no_step(_done: int, _total: int) -> None:
    return None


@contextmanager
def _opened(source: Path) -> Iterator[IO[bytes]]:
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            raise SourceNotAFileError(source)
        stream = source.open("rb", buffering=0)
    except FileNotFoundError as error:
        raise SourceVanishedError(source) from error
    except PermissionError as error:
        raise SourceLockedError(source) from error
    except OSError as error:
        raise StoreFailedError(source, error.strerror or str(error), failure_of(error)) from error
    with stream:
        yield stream


def _piece(source: IO[bytes], path: Path) -> bytes:
    """Read on; a source that breaks off, such as a pulled stick, is the source's fault and not our disk's."""
    try:
        return source.read(_PIECE)
    except PermissionError as error:
        raise SourceLockedError(path) from error
    except OSError as error:
        raise SourceVanishedError(path) from error
