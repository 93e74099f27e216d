"""The report set by our own typesetter, with all it has beyond the rivals': charts, marks, links, grid, tags."""

from reports.content.parts import SelfAssessment
from reports.paper.faces import FontMode, faces
from reports.paper.self_assessment import print_self_assessment


def warm() -> None:
    """Open the fonts."""
    faces(FontMode.REPRODUCIBLE)


def make(report: SelfAssessment) -> bytes:
    """Lay the report out and bind it."""
    return print_self_assessment(report, faces(FontMode.REPRODUCIBLE)).content
