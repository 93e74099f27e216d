"""What evidence can refuse: classes with fields and no sentence."""

from dataclasses import dataclass

from models.vocabulary import EvidenceId


@dataclass(eq=False)
class EvidenceMissingError(Exception):
    """The file of a piece of evidence is no longer in the workspace."""

    evidence: EvidenceId
    name: str


@dataclass(eq=False)
class NotOpenableError(Exception):
    """Evidence of this kind is never opened by us; it can be saved as a copy."""

    name: str


@dataclass(eq=False)
class NumberPatternError(Exception):
    """The pattern cannot number evidence so that every piece has a number of its own."""

    pattern: str
