"""What the pictures show of who answers for what."""

from pathlib import Path
from tempfile import TemporaryDirectory

from gui.shell.rooms.division import DivisionRoom
from gui.shell.tabs import Tab
from scripts.filled_sheet import fill_one
from scripts.studio import Studio

_UNGIVEN = slice(8, 24)


def division(studio: Studio) -> None:
    """Picture who answers for what, a few items with nobody yet, and take that back again."""
    room, assessment = studio.room(Tab.DIVISION), studio.assessment
    assert isinstance(room, DivisionRoom)
    checklist = studio.workspace.assessments.checklist(assessment)
    given = {row.key: row.answer.department for row in list(checklist.binding_items())[_UNGIVEN]}
    studio.workspace.assignments.assign(assessment, given, "")
    room.reload()
    studio.wait(300)
    studio.picture("division")
    studio.workspace.assignments.assign_each(assessment, given)
    room.reload()


def returned(studio: Studio) -> None:
    """Picture a task sheet that came back; nothing of it is taken in."""
    room, workspace = studio.room(Tab.DIVISION), studio.workspace
    assert isinstance(room, DivisionRoom)
    with TemporaryDirectory() as folder:
        path = fill_one(workspace, studio.assessment, Path(folder))
        room.screen.show_sheets([path])
        studio.wait_until(lambda: room.screen.view.returned.model.rowCount() > 0)
    studio.wait(300)
    studio.picture("returned")
    room.screen.view.returned.left.emit()
