"""What the ledger screen is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from services.assessments import Assessments
from services.evidence import EvidenceVault
from services.findings import Findings
from services.history import History


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

    def today(self) -> date:
        """Give the day it is."""
        return self.now().date()
