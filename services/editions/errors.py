"""What freezing, withdrawing and looking up editions can refuse: classes with fields and no sentence."""

from models.vocabulary import SignerRole
from resources import word
from services.errors import OutOfStepError


class SnapshotError(Exception):
    """An edition's snapshot cannot be read: it is damaged, or a newer program wrote it."""


class SignerMissingError(Exception):
    """An edition was to be frozen without naming everyone who signs; `who` says as what the person signs."""

    def __init__(self, role: SignerRole) -> None:
        super().__init__(role)
        self.role = role

    @property
    def who(self) -> str:
        """Say the role in Chinese."""
        return word(self.role)


class EditionStandsError(Exception):
    """There is an edition that holds; it must be withdrawn before another is frozen."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class UnknownEditionError(Exception):
    """The assessment has no edition of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class EditionWithdrawnError(Exception):
    """The edition was withdrawn already."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class WithdrawalReasonMissingError(Exception):
    """An edition was to be withdrawn without saying why."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class FreezingDisturbedError(Exception):
    """The assessment was written to again and again while it was to be frozen; nothing was frozen."""


class ScanKindError(Exception):
    """A signed scan is neither a PDF nor a picture."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ScanMissingError(Exception):
    """The file of a signed scan is no longer in the workspace, or none was kept."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class FingerprintUnreadableError(Exception):
    """What was typed is no fingerprint: too short, too long, or with what no fingerprint has."""

    def __init__(self, length: int, shortest: int) -> None:
        super().__init__(length, shortest)
        self.length = length
        self.shortest = shortest


class EditionOutOfStepError(OutOfStepError):
    """An edition is no longer as a step left it; what was frozen is withdrawn, never undone."""
