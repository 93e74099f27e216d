"""How far an assessment has come and how well it went: pure rules over statuses."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.vocabulary import Status

if TYPE_CHECKING:
    from fractions import Fraction

    from services.checklist import ItemRow


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the items that bind a school stand in each status."""

    met: int = 0
    partly_met: int = 0
    not_met: int = 0
    not_applicable: int = 0
    unanswered: int = 0

    @property
    def must_answer(self) -> int:
        """Count the items the school must answer."""
        return self.answered + self.unanswered

    @property
    def answered(self) -> int:
        """Count the items it has answered."""
        return self.applicable_answered + self.not_applicable

    @property
    def applicable_answered(self) -> int:
        """Count the items it has answered with a verdict."""
        return self.met + self.partly_met + self.not_met

    @property
    def applicable(self) -> int:
        """Count the items that apply to it, answered or not."""
        return self.must_answer - self.not_applicable

    @property
    def completion(self) -> "Fraction | None":
        """Divide answered by must answer (填报率); None where nothing must be answered."""
        return _share(self.answered, self.must_answer)

    @property
    def compliance(self) -> "Fraction | None":
        """Divide met by applicable (落实率); partly met counts for nothing, None where nothing applies."""
        return _share(self.met, self.applicable)

    def count(self, status: Status) -> int:
        """Count the items in one status."""
        count: int = getattr(self, status.value)
        return count

    def __add__(self, other: "Score") -> "Score":
        return Score(*(self.count(status) + other.count(status) for status in ORDER))


ORDER = (Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.NOT_APPLICABLE, Status.UNANSWERED)
"""The order in which statuses are shown everywhere, which is also that of Score's fields."""


def score_of(statuses: Iterable[Status]) -> Score:
    """Count statuses."""
    counted = Counter(statuses)
    return Score(*(counted[status] for status in ORDER))


def score(rows: "Iterable[ItemRow]") -> Score:
    """Count the rows that bind the school by status."""
    return score_of(row.status for row in rows if row.is_binding)


def mark_of(some: Score) -> Status:
    """Sum up a clause in one status: unanswered while anything is, then its worst verdict."""
    for status in (Status.UNANSWERED, Status.NOT_MET, Status.PARTLY_MET, Status.MET, Status.NOT_APPLICABLE):
        if some.count(status):
            return status
    return Status.NOT_APPLICABLE


def _share(part: int, whole: int) -> "Fraction | None":
    from fractions import Fraction

    return Fraction(part, whole) if whole else None
