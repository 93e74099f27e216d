"""What the workspace's own files can refuse; fields only, the sentences are made where they are shown."""

from dataclasses import dataclass
from pathlib import Path

from models.causes import Damage, Failure


class StoreError(Exception):
    """The workspace could not do what was asked; nothing was changed."""


class NoHomeError(StoreError):
    """The system names no folder for this user's files."""


@dataclass(eq=False)
class NewerStoreError(StoreError):
    """The database was written by a newer version of the program."""

    path: Path
    found: int
    known: int


@dataclass(eq=False)
class NotOurStoreError(StoreError):
    """The file is not a database of this program."""

    path: Path


@dataclass(eq=False)
class DamagedStoreError(StoreError):
    """The database is ours but cannot be trusted; `what` is SQLite's own finding, in its own language."""

    path: Path
    damage: Damage
    what: str = ""


@dataclass(eq=False)
class LostStoreError(StoreError):
    """The database is gone, but what belongs to it is still there; a new one in its place would hide that."""

    path: Path


@dataclass(eq=False)
class NetworkFolderError(StoreError):
    """The folder lies on another computer, where two could write to it at once."""

    path: Path


@dataclass(eq=False)
class MovedStoreError(StoreError):
    """The open workspace is no longer where it was opened: moved, deleted, replaced, or its disk pulled out."""

    path: Path


@dataclass(eq=False)
class SwapRefusedError(StoreError):
    """A folder cannot be renamed, so that no other can take its place; it is where it was."""

    path: Path


@dataclass(eq=False)
class SwapBrokenError(StoreError):
    """A folder that was to be replaced lies at `old`, and what was to come at `made`: nothing is in its place."""

    path: Path
    made: Path
    old: Path


@dataclass(eq=False)
class DiskFullError(StoreError):
    """There is no room left where the workspace lies."""

    path: Path


@dataclass(eq=False)
class ReadOnlyStoreError(StoreError):
    """The workspace may not be written to."""

    path: Path


@dataclass(eq=False)
class StoreFailedError(StoreError):
    """The disk or the operating system failed while reading or writing; `what` is its own word."""

    path: Path
    what: str
    failure: Failure = Failure.UNSAID


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workspace open; empty and 0 where the lock does not say."""

    pid: int = 0
    host: str = ""
    who: str = ""
    since: str = ""


@dataclass(eq=False)
class StoreInUseError(StoreError):
    """Another process has the workspace open."""

    path: Path
    holder: Holder


class BlobError(StoreError):
    """A file could not be taken in as evidence."""


@dataclass(eq=False)
class CopyRefusedError(BlobError):
    """A copy cannot be written where it was wanted."""

    path: Path


@dataclass(eq=False)
class EmptySourceError(BlobError):
    """The file has no content."""

    path: Path


@dataclass(eq=False)
class SourceVanishedError(BlobError):
    """The file is not there, or no longer."""

    path: Path


@dataclass(eq=False)
class SourceLockedError(BlobError):
    """The file may not be read: another program holds it or the rights are missing."""

    path: Path


@dataclass(eq=False)
class SourceNotAFileError(BlobError):
    """What was given is a folder or a device."""

    path: Path


@dataclass(eq=False)
class SourceTooLargeError(BlobError):
    """The file is larger than `limit` bytes."""

    path: Path
    limit: int


@dataclass(eq=False)
class BlobMissingError(BlobError):
    """The evidence file is no longer in the workspace."""

    sha256: str
