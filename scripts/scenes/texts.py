"""What the pictures show of the official text and of its revisions."""

from pathlib import Path
from tempfile import TemporaryDirectory

from gui.platform.jobs import Jobs
from gui.revisions.presenter import RevisionServices, RevisionsScreen
from gui.shell.rooms.text import TextRoom
from gui.shell.tabs import Tab
from scripts.revised_policy import leave_behind
from scripts.studio import ROOT, UNKEPT, Studio
from services.workspace import Workspace

_OFFICIAL = ROOT.parent / "shared" / "policies" / "yiyang.txt"


def reader(studio: Studio) -> None:
    """Picture the official text beside its items, where there is one."""
    if not _OFFICIAL.is_file():
        return
    room = studio.room(Tab.TEXT)
    assert isinstance(room, TextRoom)
    view = room.screen.view
    room.screen.read_in(_OFFICIAL)
    studio.wait_until(lambda: not view.is_empty or bool(view.problem.sentence))
    view.turn_to_text()
    studio.wait(7000)  # until the toast has gone
    studio.picture("reader", UNKEPT)


def revisions(studio: Studio) -> None:
    """Picture what an invented city's draft for comment has become, from a workspace of its own."""
    with TemporaryDirectory() as folder, Workspace.open(Path(folder) / "换版", "李敏") as workspace:
        assessment, jobs = leave_behind(workspace), Jobs()
        services = RevisionServices(workspace.renewals, workspace.own_items, workspace.evidence, jobs)
        screen = RevisionsScreen(assessment, services)
        screen.show()
        studio.desktop.window.show_page(screen.view, "修订对照")
        studio.wait(300)
        studio.picture("revisions")
        studio.desktop.window.show_start()
        jobs.close()
