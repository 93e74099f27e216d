"""What a paper says of itself: in the document's properties and at the foot of its pages."""

from dataclasses import dataclass
from datetime import datetime

from reports.content.edition import foot_mark
from services.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title and school of a paper, the policy it follows, the mark at its foot, the moment it was made."""

    title: str
    school: str
    subject: str
    mark: str
    made_at: datetime


def imprint_of(title: str, dossier: Dossier, made_at: datetime) -> Imprint:
    """Give the imprint of a paper of an assessment."""
    checklist = dossier.checklist
    mark = foot_mark(dossier.edition, made_at)
    return Imprint(title, checklist.school.name, checklist.policy.title, mark, made_at)
