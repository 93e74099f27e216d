"""One assessment as it stands: the frozen values that screens and reports are given."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from checklists.key_labels import label_of
from checklists.own_names import is_own
from models.vocabulary import (
    AssessmentId,
    Binding,
    DepartmentId,
    EvidenceId,
    EvidenceKind,
    ItemKey,
    Judgement,
    MeasureKind,
    SchoolId,
    Status,
)
from services.evidence.values import Particulars
from services.judging import NOT_OVERRULED, Overruling, Reading, Verdict
from services.listed import PolicyRow, SchoolRow

if TYPE_CHECKING:
    from checklists.policy import CheckItem, Indicator, ResponsibleUnit


@dataclass(frozen=True, slots=True)
class Answer:
    """What a school says of one check item (填报); it needs a review (需复核) once the item was said anew."""

    status: Status = Status.UNANSWERED
    note: str = ""
    missing: str = ""
    due: date | None = None
    reason: str = ""
    department: str = ""
    person: str = ""
    needs_review: bool = False

    def with_status(self, status: Status, reason: str = "") -> "Answer":
        """Take another status; a reason given replaces the one written down."""
        return replace(self, status=status, reason=reason or self.reason)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence as it serves one item; its number, such as 11-2-01, is the same on all it serves.

    `whereabouts` is a link's address or where a paper is kept; `taken_at` is the camera's own time, of no zone.
    """

    id: EvidenceId
    item: ItemKey
    number: str
    kind: EvidenceKind
    name: str
    media_type: str
    sha256: str
    size: int
    formed_on: date | None
    added_at: datetime
    added_by: str
    whereabouts: str = ""
    valid_until: date | None = None
    year: int | None = None
    department: str = ""
    note: str = ""
    taken_at: datetime | None = None
    version: int = 0

    @property
    def particulars(self) -> Particulars:
        """Gather what a person says of it."""
        return Particulars(self.formed_on, self.valid_until, self.year, self.department, self.note)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A figure the policy sets, what the school read, what follows, and what a person judged otherwise."""

    indicator: "Indicator"
    reading: Reading
    verdict: Verdict
    overruling: Overruling = NOT_OVERRULED
    overruled_at: datetime | None = None
    overruled_by: str = ""

    @property
    def judgement(self) -> Judgement:
        """Say what counts: a person's own judgement, else the one worked out."""
        return self.overruling.judgement or self.verdict.judgement

    @property
    def is_overruled(self) -> bool:
        """Say whether a person has judged it."""
        return self.overruling.judgement is not None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One check item with everything the school has said of it."""

    item: "CheckItem"
    binding: Binding
    answer: Answer
    indicators: tuple[IndicatorRow, ...]
    evidence: tuple[EvidenceRow, ...]
    changed_at: datetime | None
    changed_by: str

    @property
    def key(self) -> ItemKey:
        """Name the item for ever."""
        return self.item.key

    @property
    def label(self) -> str:
        """Say its key as people read it."""
        return label_of(self.item.key)

    @property
    def is_own(self) -> bool:
        """Say whether the school added the item itself (校本补充)."""
        return is_own(self.item)

    @property
    def status(self) -> Status:
        """Say how far the school has come with it."""
        return self.answer.status

    @property
    def needs_review(self) -> bool:
        """Say whether the policy has changed under the answer, and nobody has looked at it since."""
        return self.answer.needs_review

    @property
    def is_binding(self) -> bool:
        """Say whether the school must answer it."""
        return self.binding is Binding.BINDS


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One clause with its items."""

    ref: str
    number: str
    heading: str
    kind: MeasureKind
    units: "tuple[ResponsibleUnit, ...]"
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section with its clauses."""

    ref: str
    heading: str
    kind: MeasureKind
    measures: tuple[MeasureRow, ...]

    def items(self) -> Iterator[ItemRow]:
        """Go through the section's items in order."""
        return (item for measure in self.measures for item in measure.items)


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure or particular of a school in one year (基础数据)."""

    name: str
    value: str
    unit: str = ""
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department of a school (科室) in its place among the others; `head` is who answers for it."""

    id: DepartmentId
    school: SchoolId
    name: str
    head: str = ""
    contact: str = ""
    position: int = 0
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """One assessment: one school, one policy revision, one year, and how it stands."""

    assessment: AssessmentId
    school: SchoolRow
    facts: tuple[Fact, ...]
    policy: PolicyRow
    year: int
    sections: tuple[SectionRow, ...]
    opened_on: date

    def measures(self) -> Iterator[MeasureRow]:
        """Go through all clauses in the order of the document."""
        return (measure for section in self.sections for measure in section.measures)

    def items(self) -> Iterator[ItemRow]:
        """Go through all items in the order of the document."""
        return (item for section in self.sections for item in section.items())

    def binding_items(self) -> Iterator[ItemRow]:
        """Go through the items that this school must answer."""
        return (item for item in self.items() if item.is_binding)
