"""Why a step that went beyond one assessment can no longer be taken back; nothing was written."""

from dataclasses import KW_ONLY, dataclass

from services.errors import OutOfStepError


@dataclass(eq=False)
class BaseDataOutOfStepError(OutOfStepError):
    """The base data have been entered anew since."""

    _: KW_ONLY
    year: int


class SchoolOutOfStepError(OutOfStepError):
    """The school's particulars have been corrected since."""


@dataclass(eq=False)
class DepartmentOutOfStepError(OutOfStepError):
    """A department has been changed since, or another one has its name now."""

    _: KW_ONLY
    name: str


class OwnItemOutOfStepError(OutOfStepError):
    """The file of a school's own items has been changed since."""


class PatternOutOfStepError(OutOfStepError):
    """The pattern that evidence is numbered by has been changed since."""


class RevisionOutOfStepError(OutOfStepError):
    """The assessment stands on another revision by now."""
