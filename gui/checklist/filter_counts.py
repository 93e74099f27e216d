"""What the filters could show of a checklist."""

from dataclasses import dataclass
from datetime import date

from checklists.themes import theme_name
from gui.checklist.filters import departments_of, persons_of, themes_of
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.pressing import is_overdue, lacks_evidence, missed_figures, needs_review
from gui.checklist.tree_model import place_in

Named = tuple[tuple[str, str], ...]
"""Values with their names."""


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """How many items each filter finds, and the departments, persons, themes and sections there are."""

    departments: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    themes: Named = ()
    sections: Named = ()
    lacking: int = 0
    missed: int = 0
    overdue: int = 0
    to_review: int = 0
    with_findings: int = 0


def counts_of(opened: OpenChecklist, today: date) -> FilterCounts:
    """Count what each filter finds."""
    checklist = opened.checklist
    rows = list(checklist.items())
    return FilterCounts(
        departments=departments_of(checklist),
        persons=persons_of(checklist),
        themes=tuple((theme, theme_name(theme)) for theme in themes_of(checklist)),
        sections=tuple((one.ref, f"{place_in(one.ref)}{one.heading}") for one in checklist.sections),
        lacking=sum(map(lacks_evidence, rows)),
        missed=sum(1 for row in rows if missed_figures(row)),
        overdue=sum(is_overdue(row, today) for row in rows),
        to_review=sum(map(needs_review, rows)),
        with_findings=sum(bool(opened.findings_of(row.key)) for row in rows),
    )
