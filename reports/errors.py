"""What printing can refuse: each error has fields and no sentence."""

from dataclasses import dataclass
from pathlib import Path


class PrintError(Exception):
    """A report could not be printed; whatever lay at the target before is still there."""


@dataclass(eq=False)
class NoFontError(PrintError):
    """No usable TrueType font with Chinese characters was found in these folders."""

    looked_in: tuple[Path, ...]


@dataclass(eq=False)
class TargetInUseError(PrintError):
    """Another program holds the target open."""

    target: Path


@dataclass(eq=False)
class TargetRefusedError(PrintError):
    """The target cannot be written: no such folder, no permission, no room; `why` is the system's error number."""

    target: Path
    why: int | None


@dataclass(eq=False)
class UnknownKindError(PrintError):
    """There is no report of this kind."""

    kind: str


@dataclass(eq=False)
class UnreadablePdfError(PrintError):
    """The PDF to show cannot be opened."""

    reason: str
