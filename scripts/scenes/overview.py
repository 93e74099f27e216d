"""What the pictures show of the overview, of the check before handing in, and of the year after."""

from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from gui.cycles.carry_dialog import CarryDialog
from gui.cycles.screen import CyclesScreen
from gui.platform.changes import ChangeBus
from gui.shell.tabs import Tab
from models.vocabulary import Status
from scripts.studio import Studio
from services.checklist import Answer
from services.sample.school import fill
from services.workspace import Workspace


def overview(studio: Studio) -> None:
    """Picture the overview."""
    studio.room(Tab.OVERVIEW)
    studio.wait(300)
    studio.picture("overview")


def quality(studio: Studio) -> None:
    """Picture the check before handing in."""
    studio.room(Tab.QUALITY)
    studio.wait(300)
    studio.picture("quality")


def next_year(studio: Studio) -> None:
    """Picture what would go over into the next year, and two years side by side, in a workspace of its own."""
    with TemporaryDirectory() as folder, Workspace.open(Path(folder) / "两年", "李敏") as workspace:
        last = fill(workspace, "yiyang")
        dialog = CarryDialog(workspace.cycles.plan(last), studio.desktop.window)
        dialog.open()
        studio.wait(200)
        studio.picture("next-year", of=dialog)
        dialog.reject()
        begun = workspace.cycles.start(last).assessment
        statuses = cycle((Status.MET, Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.MET))
        rows = workspace.assessments.checklist(begun).binding_items()
        answers = {
            row.key: Answer(status, department=row.answer.department)
            for row, status in zip(rows, statuses, strict=False)
        }
        workspace.assessments.record_many(begun, answers)
        screen = CyclesScreen(begun, workspace.cycles.comparison, ChangeBus())
        studio.desktop.window.show_page(screen.view, "与上年对比")
        studio.wait(300)
        studio.picture("cycles")
        studio.desktop.window.show_start()
