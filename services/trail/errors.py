"""Why a step that went beyond one assessment can no longer be taken back; nothing was written."""

from models.vocabulary import ItemKey
from services.errors import OutOfStepError


class BaseDataOutOfStepError(OutOfStepError):
    """The base data have been entered anew since."""

    def __init__(self, year: int) -> None:
        super().__init__(ItemKey(""))
        self.year = year


class SchoolOutOfStepError(OutOfStepError):
    """The school's particulars have been corrected since."""

    def __init__(self) -> None:
        super().__init__(ItemKey(""))


class DepartmentOutOfStepError(OutOfStepError):
    """A department has been changed since, or another one has its name now."""

    def __init__(self, name: str) -> None:
        super().__init__(ItemKey(""))
        self.name = name


class OwnItemOutOfStepError(OutOfStepError):
    """The file of a school's own items has been changed since."""


class PatternOutOfStepError(OutOfStepError):
    """The pattern that evidence is numbered by has been changed since."""

    def __init__(self) -> None:
        super().__init__(ItemKey(""))


class RevisionOutOfStepError(OutOfStepError):
    """The assessment stands on another revision by now."""

    def __init__(self) -> None:
        super().__init__(ItemKey(""))
