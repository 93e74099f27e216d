"""Schools and policies as lists name them, read without what fills them in."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.vocabulary import LeadRule, Ownership, PolicyState, SchoolId, SchoolType

if TYPE_CHECKING:
    from checklists.policy import Policy
    from models.lines import PolicyLine, SchoolLine


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A school."""

    id: SchoolId
    name: str
    type: SchoolType
    ownership: Ownership
    place: str


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy document without its measures; the counts are of the whole checklist."""

    slug: str
    city: str
    title: str
    doc_number: str
    issued_on: date | None
    state: PolicyState
    lead_rule: LeadRule | None
    revision: int
    measures: int
    items: int
    indicators: int

    @property
    def is_written(self) -> bool:
        """Say whether its checklist is there to be answered."""
        return self.items > 0


def school_row(line: "SchoolLine") -> SchoolRow:
    """Read a school."""
    return SchoolRow(SchoolId(line.id), line.name, SchoolType(line.type), Ownership(line.ownership), line.place)


def school_values(some: SchoolRow) -> dict[str, str]:
    """Write a school's particulars out."""
    return {"name": some.name, "type": some.type.value, "ownership": some.ownership.value, "place": some.place}


def policy_row(line: "PolicyLine") -> PolicyRow:
    """Read a policy without its measures."""
    return PolicyRow(
        slug=line.slug,
        city=line.city,
        title=line.title,
        doc_number=line.doc_number,
        issued_on=None if line.issued_on is None else date.fromisoformat(line.issued_on),
        state=PolicyState(line.state),
        lead_rule=LeadRule(line.lead_rule),
        revision=line.revision,
        measures=line.measures,
        items=line.items,
        indicators=line.indicators,
    )


def row_of(policy: "Policy") -> PolicyRow:
    """Give a policy without its measures."""
    return PolicyRow(
        slug=policy.slug,
        city=policy.city,
        title=policy.title,
        doc_number=policy.doc_number,
        issued_on=policy.issued_on,
        state=policy.state,
        lead_rule=policy.lead_rule,
        revision=policy.revision,
        measures=len(policy.measures),
        items=sum(1 for _ in policy.items()),
        indicators=sum(1 for _ in policy.indicators()),
    )
