"""What the evidence screen is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId
from services.assessments import Assessments
from services.departments.departments import Departments
from services.evidence.vault import EvidenceVault
from services.trail.history import History


@dataclass(frozen=True, slots=True)
class EvidenceServices:
    """The services of the open workspace, and the window's own plumbing."""

    assessment: AssessmentId
    assessments: Assessments
    vault: EvidenceVault
    departments: Departments
    history: History
    bus: ChangeBus
    jobs: Jobs
    desk: DeskSettings
    today: Callable[[], date]
    now: Callable[[], datetime]
