"""Why a file failed us, as closed sets that have words; what SQLite and the system say themselves is English."""

import errno
from enum import StrEnum


class Damage(StrEnum):
    """What of a file cannot be trusted."""

    HEADER = "header"
    PAGES = "pages"
    TABLES = "tables"
    ROWS = "rows"
    CONTENT = "content"
    ARCHIVE = "archive"


class Failure(StrEnum):
    """How the disk or the system failed."""

    MISSING = "missing"
    DISK = "disk"
    BUSY = "busy"
    MEMORY = "memory"
    NAME = "name"
    OTHER_KIND = "other_kind"
    SETTING = "setting"
    UNSAID = "unsaid"


_BY_NUMBER = {
    errno.ENOENT: Failure.MISSING,
    errno.ENODEV: Failure.MISSING,
    errno.ENXIO: Failure.MISSING,
    errno.EIO: Failure.DISK,
    errno.EBUSY: Failure.BUSY,
    errno.EAGAIN: Failure.BUSY,
    errno.ENOMEM: Failure.MEMORY,
    errno.ENAMETOOLONG: Failure.NAME,
    errno.EINVAL: Failure.NAME,
    errno.EILSEQ: Failure.NAME,
    errno.ENOTDIR: Failure.OTHER_KIND,
    errno.EISDIR: Failure.OTHER_KIND,
    errno.EEXIST: Failure.OTHER_KIND,
    errno.ESPIPE: Failure.OTHER_KIND,
    errno.ELOOP: Failure.OTHER_KIND,
}
_BY_NAME = {
    "SQLITE_IOERR": Failure.DISK,
    "SQLITE_BUSY": Failure.BUSY,
    "SQLITE_LOCKED": Failure.BUSY,
    "SQLITE_PROTOCOL": Failure.BUSY,
    "SQLITE_NOMEM": Failure.MEMORY,
}


def failure_of(error: OSError) -> Failure:
    """Name how the system failed."""
    return _BY_NUMBER.get(error.errno or 0, Failure.UNSAID)


def failure_named(name: str) -> Failure | None:
    """Name how SQLite failed, by its own name of an error; None where it is no failure of the disk or system."""
    return next((failure for start, failure in _BY_NAME.items() if name.startswith(start)), None)
