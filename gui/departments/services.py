"""What the division of work is given to work with."""

from dataclasses import dataclass

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from services.assessments import Assessments
from services.assignments import Assignments
from services.departments import Departments
from services.history import History
from services.task_sheets import TaskSheets


@dataclass(frozen=True, slots=True)
class DivisionServices:
    """The services of the open workspace, and the window's own plumbing."""

    assessments: Assessments
    departments: Departments
    assignments: Assignments
    task_sheets: TaskSheets
    history: History
    bus: ChangeBus
    jobs: Jobs
    desk: DeskSettings
