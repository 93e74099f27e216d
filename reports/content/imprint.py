"""What a paper says of itself: in the document's properties and at the foot of its pages."""

from dataclasses import dataclass, replace
from datetime import datetime

from reports.content.edition import foot_mark
from reports.wording import say
from services.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title and school of a paper, the policy it follows, the mark at its foot, the moment it was made."""

    title: str
    school: str
    subject: str
    mark: str
    made_at: datetime


def library_imprint(title: str, dossier: Dossier, made_at: datetime) -> Imprint:
    """Give the imprint of a paper of the library, which no edition freezes: it says when it was made."""
    said = say("report.made", moment=f"{made_at:%Y-%m-%d %H:%M}")
    return replace(imprint_of(title, dossier, made_at), mark=said)


def imprint_of(title: str, dossier: Dossier, made_at: datetime) -> Imprint:
    """Give the imprint of a paper of an assessment."""
    checklist = dossier.checklist
    mark = foot_mark(dossier.edition, made_at)
    return Imprint(title, checklist.school.name, checklist.policy.title, mark, made_at)
