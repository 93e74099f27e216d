"""What freezing, withdrawing and looking up editions can refuse: classes with fields and no sentence."""

from dataclasses import dataclass

from models.vocabulary import SignerRole
from resources import word
from services.errors import OutOfStepError


class SnapshotError(Exception):
    """An edition's snapshot cannot be read: it is damaged, or a newer program wrote it."""


@dataclass(eq=False)
class SignerMissingError(Exception):
    """An edition was to be frozen without naming everyone who signs; `who` says as what the person signs."""

    role: SignerRole

    @property
    def who(self) -> str:
        """Say the role in Chinese."""
        return word(self.role)


@dataclass(eq=False)
class EditionStandsError(Exception):
    """There is an edition that holds; it must be withdrawn before another is frozen."""

    number: int


@dataclass(eq=False)
class UnknownEditionError(Exception):
    """The assessment has no edition of this number."""

    number: int


@dataclass(eq=False)
class EditionWithdrawnError(Exception):
    """The edition was withdrawn already."""

    number: int


@dataclass(eq=False)
class WithdrawalReasonMissingError(Exception):
    """An edition was to be withdrawn without saying why."""

    number: int


class FreezingDisturbedError(Exception):
    """The assessment was written to again and again while it was to be frozen; nothing was frozen."""


@dataclass(eq=False)
class ScanKindError(Exception):
    """A signed scan is neither a PDF nor a picture."""

    name: str


@dataclass(eq=False)
class ScanMissingError(Exception):
    """The file of a signed scan is no longer in the workspace, or none was kept."""

    number: int


@dataclass(eq=False)
class FingerprintUnreadableError(Exception):
    """What was typed is no fingerprint: too short, too long, or with what no fingerprint has."""

    length: int
    shortest: int


class EditionOutOfStepError(OutOfStepError):
    """An edition is no longer as a step left it; what was frozen is withdrawn, never undone."""
