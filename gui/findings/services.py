"""What the ledger screen is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId
from services.assessments import Assessments
from services.cycles.cycles import LastYear
from services.evidence.vault import EvidenceVault
from services.findings.findings import Findings
from services.trail.history import History


def _no_year_before(_assessment: AssessmentId) -> None:
    return None


@dataclass(frozen=True, slots=True)
class FindingsServices:
    """The services of the open workspace, and the window's own plumbing; `departments` names those of the school."""

    findings: Findings
    assessments: Assessments
    evidence: EvidenceVault
    history: History
    bus: ChangeBus
    jobs: Jobs
    desk: DeskSettings
    now: Callable[[], datetime]
    who: str
    departments: Callable[[], tuple[str, ...]]
    last_year: Callable[[AssessmentId], LastYear | None] = _no_year_before

    def today(self) -> date:
        """Give the day it is."""
        return self.now().date()
