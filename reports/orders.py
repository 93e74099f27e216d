"""What can be asked for: which paper, in which skin, and how."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reports.errors import UnknownKindError


class Kind(StrEnum):
    """A paper of an assessment."""

    SELF_ASSESSMENT = "self-assessment"
    ONE_PAGE = "one-page"
    ON_SITE_FORM = "on-site-form"
    LEDGER = "ledger"
    EVIDENCE = "evidence"
    TASK_SHEETS = "task-sheets"
    POLICY = "policy"
    COMPARISON = "comparison"


class Skin(StrEnum):
    """A file's form, by its suffix."""

    PDF = ".pdf"
    WORD = ".docx"
    SHEET = ".xlsx"


@dataclass(frozen=True, slots=True)
class Order:
    """One paper asked for; `is_filled` fills a form with what the school answered, "" asks for all departments."""

    kind: Kind
    printed_at: datetime
    skin: Skin = Skin.PDF
    is_duplex: bool = False
    is_filled: bool = False
    department: str = ""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A finished file; `pages` is 0 where the reader's program breaks them, `missing` what no font could print.

    `is_kept` tells that it was not made now but kept when its edition was frozen.
    """

    content: bytes
    pages: int
    missing: tuple[str, ...] = ()
    is_kept: bool = False


def skin_of(target: Path) -> Skin:
    """Read the skin off a file's name; raises UnknownKindError."""
    try:
        return Skin(target.suffix.lower())
    except ValueError as error:
        raise UnknownKindError(target.suffix) from error
