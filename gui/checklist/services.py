"""What the checklist screen is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId
from services.assessments import Assessments
from services.cycles.cycles import LastYear
from services.departments.departments import Departments
from services.evidence.vault import EvidenceVault
from services.findings.findings import Findings
from services.own_items import OwnItems
from services.trail.history import History


def _now() -> datetime:
    return datetime.now().astimezone()


def _no_year_before(_assessment: AssessmentId) -> None:
    return None


@dataclass(frozen=True, slots=True)
class ChecklistServices:
    """The services of the open workspace, and the window's own plumbing."""

    assessments: Assessments
    evidence: EvidenceVault
    own_items: OwnItems
    findings: Findings
    departments: Departments
    history: History
    bus: ChangeBus
    jobs: Jobs
    desk: DeskSettings
    today: Callable[[], date] = date.today
    now: Callable[[], datetime] = _now
    last_year: Callable[[AssessmentId], LastYear | None] = _no_year_before
