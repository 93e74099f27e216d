"""What a checklist's file can be refused for."""

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from pathlib import Path


class PolicyFault(StrEnum):
    """What is wrong at one place of a policy's file; `found` and `wanted` of the error say the rest."""

    UNREADABLE = "unreadable"
    NOT_A_FILE = "not_a_file"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    UNKNOWN_WORD = "unknown_word"
    WRONG_FORM = "wrong_form"
    WRONG_LENGTH = "wrong_length"
    REPEATED = "repeated"
    FOREIGN_KEY = "foreign_key"
    NO_SUCH_SECTION = "no_such_section"
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_THEME = "no_such_theme"
    WRONG_RANGE = "wrong_range"
    WRONG_ROLE = "wrong_role"
    INCOMPLETE_RATIO = "incomplete_ratio"


@dataclass(eq=False)
class PolicyFileError(Exception):
    """A policy's file is refused: where, why, what stands there and what belongs there instead."""

    path: Path | None
    place: str
    fault: PolicyFault
    _: KW_ONLY
    found: str = ""
    wanted: str = ""


@dataclass(eq=False)
class UnknownPolicyError(Exception):
    """The library holds no policy of this name; `known` are the names it holds."""

    slug: str
    known: tuple[str, ...]


@dataclass(eq=False)
class DraftTakenError(Exception):
    """There is a file of this name already; drafts overwrite nothing."""

    path: Path


@dataclass(eq=False)
class DraftNotSavedError(Exception):
    """A draft could not be written there; nothing of it is left."""

    path: Path


@dataclass(eq=False)
class NoClausesError(Exception):
    """A document was read, and no clause was found that a checklist could be drafted from."""

    name: str


@dataclass(eq=False)
class NoItemsLeftError(Exception):
    """All items of a draft were dropped: there is nothing to save as a checklist."""

    title: str


class TitleMissingError(Exception):
    """A draft has no title."""


class CityMissingError(Exception):
    """A draft does not say which city's it is."""


@dataclass(eq=False)
class SlugFormError(Exception):
    """A draft's slug is none that a policy of one's own can have."""

    slug: str


@dataclass(eq=False)
class DraftDamagedError(Exception):
    """A draft that was kept cannot be read back."""

    path: Path
