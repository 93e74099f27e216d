"""What the pictures show of the papers."""

from gui.reporting.edition_presenter import EditionPresenter
from gui.reporting.freeze_dialog import FreezeDialog
from gui.shell.rooms.report import ReportRoom
from gui.shell.tabs import Tab
from models.vocabulary import PassageName
from reports.orders import Kind
from scripts.studio import Studio

_READ_PAGE = 6
_WRITTEN_PAGE = 4


def report(studio: Studio) -> None:
    """Picture two pages of the report."""
    room = studio.room(Tab.REPORT)
    assert isinstance(room, ReportRoom)
    studio.wait_until(lambda: not room.screen.is_busy)
    room.screen.view.go_to(_READ_PAGE)
    studio.wait(1500)
    studio.picture("report")


def papers(studio: Studio) -> None:
    """Picture another paper than the report, and what was found in it."""
    room = studio.room(Tab.REPORT)
    assert isinstance(room, ReportRoom)
    room.screen.view.options.kinds.choose(Kind.LEDGER)
    studio.wait_until(lambda: not room.screen.is_busy)
    room.screen.view.look_for("佐证")
    studio.wait_until(lambda: bool(room.screen.view.found))
    studio.wait(1500)
    studio.picture("report-papers")
    room.screen.view.look_for("")
    room.screen.view.options.kinds.choose(Kind.SELF_ASSESSMENT)


def writing(studio: Studio) -> None:
    """Picture the parts of the report that people write, beside its pages."""
    room = studio.room(Tab.REPORT)
    assert isinstance(room, ReportRoom)
    room.writing.part.open()
    edit = room.writing.pane.edit_of(PassageName.WORK)
    edit.setPlainText("学校二月成立自评小组，三月把要点分到十个科室，十月收齐、复核两遍，十一月校务会议审定。")
    edit.flush()
    studio.wait_until(lambda: not room.screen.is_stale and not room.screen.is_busy)
    room.screen.view.go_to(_WRITTEN_PAGE)
    studio.wait(1500)
    studio.picture("writing")
    room.writing.pane.restore(PassageName.WORK)
    room.writing.part.open()


def _asked(studio: Studio, editions: EditionPresenter) -> FreezeDialog:
    studio.wait_until(lambda: editions.dialog is not None)
    assert isinstance(editions.dialog, FreezeDialog)
    return editions.dialog


def editions(studio: Studio) -> None:
    """Picture the report frozen as an edition, the list of editions, a fingerprint that is known again; withdraw it."""
    room = studio.room(Tab.REPORT)
    assert isinstance(room, ReportRoom)
    room.editions.dialog = None
    room.editions.part.freeze.click()
    dialog = _asked(studio, room.editions)
    for edit, name in zip(dialog.names.values(), ("李敏", "张建国", "周校长"), strict=True):
        edit.setText(name)
    studio.picture("freezing", of=dialog)
    dialog.act_button.click()
    studio.wait_until(lambda: not room.editions.part.live.isHidden() and not room.screen.is_busy)
    room.screen.view.go_to(room.screen.view.shown_pages() - 1)
    studio.wait(1500)
    studio.picture("editions")
    room.editions.look_at(None)
    number = studio.workspace.editions.editions(studio.assessment)[0].number
    room.editions.withdraw(number, "只为拍照")
