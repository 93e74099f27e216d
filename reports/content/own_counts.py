"""How much of a checklist a school added itself: the policy's document holds none of it."""

from dataclasses import dataclass

from checklists.own_names import OWN_REF, is_own
from services.checklist import Checklist


@dataclass(frozen=True, slots=True)
class OwnCounts:
    """What is to be taken off the counts of a checklist to have those of its document."""

    measures: int
    items: int
    indicators: int


def own_counts(checklist: Checklist) -> OwnCounts:
    """Count it."""
    items = [row for row in checklist.items() if is_own(row.item)]
    measures = sum(measure.ref == OWN_REF for measure in checklist.measures())
    return OwnCounts(measures, len(items), sum(len(row.indicators) for row in items))
