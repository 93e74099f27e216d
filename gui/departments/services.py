"""What the division of work is given to work with."""

from dataclasses import dataclass

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from services.assessments import Assessments
from services.departments.assignments import Assignments
from services.departments.departments import Departments
from services.task_sheets import TaskSheets
from services.trail.history import History


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
