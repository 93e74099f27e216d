"""An edition (定稿版): who signs it, what is printed of it, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from models.vocabulary import AssessmentId, EditionState, SignerRole

_GROUP, _SHORT = 4, 12


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who signs; without a day there is a line to write it on."""

    role: SignerRole
    name: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """What a paper prints of the edition it is; `frozen_at` has the offset of the place where it was frozen."""

    number: int
    fingerprint: str
    frozen_at: datetime
    signers: tuple[Signer, ...]

    @property
    def short(self) -> str:
        """Give the fingerprint's beginning as it stands at the foot of every page."""
        return in_groups(self.fingerprint[:_SHORT])

    @property
    def whole(self) -> str:
        """Give the whole fingerprint in groups of four."""
        return in_groups(self.fingerprint)


@dataclass(frozen=True, slots=True)
class Scan:
    """The signed paper as it was scanned or photographed."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """The report as it was printed for an edition; `missing` is what no font had."""

    name: str
    content: bytes
    pages: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """Which file an edition's printed report is; its content lies beside the evidence."""

    name: str
    sha256: str
    size: int
    pages: int
    missing: str = ""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition as it stands: what was frozen and printed, by whom, whether it holds, and the signed scan."""

    assessment: AssessmentId
    edition: Edition
    frozen_by: str
    paper: Paper
    state: EditionState
    reason: str = ""
    scan: Scan | None = None

    @property
    def number(self) -> int:
        """Count it among the assessment's editions."""
        return self.edition.number

    @property
    def is_current(self) -> bool:
        """Say whether it holds."""
        return self.state is EditionState.CURRENT


@dataclass(frozen=True, slots=True)
class Standing:
    """The edition that holds, if any, and how many steps were taken since it was frozen."""

    current: EditionRow | None = None
    steps_after: int = 0


def in_groups(fingerprint: str) -> str:
    """Write a fingerprint as it is printed: capitals in groups of four."""
    capitals = fingerprint.upper()
    return " ".join(capitals[start : start + _GROUP] for start in range(0, len(capitals), _GROUP))


def name_of(signers: Iterable[Signer], role: SignerRole) -> str:
    """Name who signs as this, "" where nobody does."""
    return next((signer.name for signer in signers if signer.role is role), "")
