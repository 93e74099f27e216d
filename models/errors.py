"""What the workspace's own files can refuse; fields only, the sentences are made where they are shown."""

from dataclasses import dataclass
from pathlib import Path

from models.causes import Damage, Failure


class StoreError(Exception):
    """The workspace could not do what was asked; nothing was changed."""


@dataclass(eq=False)
class PathError(StoreError):
    """Something is refused of one file or folder; each reason is a class of its own."""

    path: Path


class NoHomeError(StoreError):
    """The system names no folder for this user's files."""


@dataclass(eq=False)
class NewerStoreError(PathError):
    """The database was written by a newer version of the program."""

    found: int
    known: int


class NotOurStoreError(PathError):
    """The file is not a database of this program."""


@dataclass(eq=False)
class DamagedStoreError(PathError):
    """The database is ours but cannot be trusted; `what` is SQLite's own finding, in its own language."""

    damage: Damage
    what: str = ""


class LostStoreError(PathError):
    """The database is gone, but what belongs to it is still there; a new one in its place would hide that."""


class NetworkFolderError(PathError):
    """The folder lies on another computer, where two could write to it at once."""


class MovedStoreError(PathError):
    """The open workspace is no longer where it was opened: moved, deleted, replaced, or its disk pulled out."""


class SwapRefusedError(PathError):
    """A folder cannot be renamed, so that no other can take its place; it is where it was."""


@dataclass(eq=False)
class SwapBrokenError(PathError):
    """A folder that was to be replaced lies at `old`, and what was to come at `made`: nothing is in its place."""

    made: Path
    old: Path


class DiskFullError(PathError):
    """There is no room left where the workspace lies."""


class ReadOnlyStoreError(PathError):
    """The workspace may not be written to."""


@dataclass(eq=False)
class StoreFailedError(PathError):
    """The disk or the operating system failed while reading or writing; `what` is its own word."""

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
class StoreInUseError(PathError):
    """Another process has the workspace open."""

    holder: Holder


class BlobError(StoreError):
    """A file could not be taken in as evidence."""


class CopyRefusedError(PathError, BlobError):
    """A copy cannot be written where it was wanted."""


class EmptySourceError(PathError, BlobError):
    """The file has no content."""


class SourceVanishedError(PathError, BlobError):
    """The file is not there, or no longer."""


class SourceLockedError(PathError, BlobError):
    """The file may not be read: another program holds it or the rights are missing."""


class SourceNotAFileError(PathError, BlobError):
    """What was given is a folder or a device."""


@dataclass(eq=False)
class SourceTooLargeError(PathError, BlobError):
    """The file is larger than `limit` bytes."""

    limit: int


@dataclass(eq=False)
class BlobMissingError(BlobError):
    """The evidence file is no longer in the workspace."""

    sha256: str
