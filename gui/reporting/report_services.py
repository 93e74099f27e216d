"""What the report screen is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.reporting.desk import ReportDesk
from models.vocabulary import AssessmentId
from services.dossiers import Dossier
from services.reporting.parts import ReportSettings


@dataclass(frozen=True, slots=True)
class ReportServices:
    """`settle` keeps with the assessment how its papers are made, and says whether it could be kept."""

    dossier: Callable[[AssessmentId], Dossier]
    settle: Callable[[ReportSettings], bool]
    bus: ChangeBus
    jobs: Jobs
    settings: DeskSettings
    desk: ReportDesk
    now: Callable[[], datetime]
