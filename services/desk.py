"""What the services of an open workspace work with, wired once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from models.store import Store
from models.vocabulary import AssessmentId
from models.work import Work
from services.policies import Policies
from services.progress import Progress, silent
from services.sheets import Sheet, Sheets
from services.trail.changes import Change, Part
from services.trail.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, the policies, the checklists, the trail, who is writing and when."""

    store: Store
    policies: Policies
    sheets: Sheets
    ledger: Ledger
    who: str
    today: Callable[[], date]
    now: Callable[[], datetime]

    def sheet(self, work: Work, assessment: AssessmentId) -> Sheet:
        """Give an assessment's sheet; raises UnknownAssessmentError."""
        return self.sheets.of(work, assessment)

    def write(self, work: Work, assessment: AssessmentId, *parts: Part, progress: Progress = silent) -> Change:
        """Carry parts out and enter them into the trail."""
        return self.ledger.write(work, assessment, self.sheet(work, assessment), parts, progress)
