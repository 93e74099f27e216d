"""What printing can refuse: each error has fields and no sentence."""

import errno
from enum import StrEnum
from pathlib import Path

from resources import word


class Refusal(StrEnum):
    """Why a disk does not take a file."""

    FULL = "full"
    NO_FOLDER = "no_folder"
    FORBIDDEN = "forbidden"
    NAME_TOO_LONG = "name_too_long"
    UNKNOWN = "unknown"


_REFUSALS = {
    errno.ENOSPC: Refusal.FULL,
    errno.ENOENT: Refusal.NO_FOLDER,
    errno.ENOTDIR: Refusal.NO_FOLDER,
    errno.EACCES: Refusal.FORBIDDEN,
    errno.EPERM: Refusal.FORBIDDEN,
    errno.EROFS: Refusal.FORBIDDEN,
    errno.ENAMETOOLONG: Refusal.NAME_TOO_LONG,
}


class PrintError(Exception):
    """A report could not be printed; whatever lay at the target before is still there."""


class NoFontError(PrintError):
    """No usable TrueType font with Chinese characters was found in these folders."""

    def __init__(self, looked_in: tuple[Path, ...]) -> None:
        super().__init__(looked_in)
        self.looked_in = looked_in


class TargetInUseError(PrintError):
    """Another program holds the target open."""

    def __init__(self, target: Path) -> None:
        super().__init__(target)
        self.target = target


class TargetRefusedError(PrintError):
    """The target cannot be written: no such folder, no permission, no room; `why` is the system's error number."""

    def __init__(self, target: Path, why: int | None) -> None:
        super().__init__(target, why)
        self.target = target
        self.why = why

    @property
    def reason(self) -> str:
        """Say in Chinese why, and what helps."""
        return word(_REFUSALS.get(self.why or 0, Refusal.UNKNOWN))


class ExportTargetError(PrintError):
    """The folder to export into holds something already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class UnknownKindError(PrintError):
    """There is no file of this suffix."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NoSuchSkinError(PrintError):
    """A paper cannot be had in this form; `skins` are the suffixes in which it can."""

    def __init__(self, kind: str, skin: str, skins: str) -> None:
        super().__init__(kind, skin, skins)
        self.kind = kind
        self.skin = skin
        self.skins = skins


class NoTaskSheetsError(PrintError):
    """No department answers for anything yet."""


class NoSuchTaskSheetError(PrintError):
    """The department named answers for nothing; `departments` are those that do."""

    def __init__(self, department: str, departments: str) -> None:
        super().__init__(department, departments)
        self.department = department
        self.departments = departments


class UnreadablePdfError(PrintError):
    """The PDF to show cannot be opened."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
