"""What the pictures for docs/user show: one function a screen, in the order they are taken."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from checklists import draft_editing
from gui.cycles.carry_dialog import CarryDialog
from gui.cycles.screen import CyclesScreen
from gui.platform.changes import ChangeBus
from gui.platform.jobs import Jobs
from gui.reporting.edition_presenter import EditionPresenter
from gui.reporting.freeze_dialog import FreezeDialog
from gui.revisions.presenter import RevisionServices, RevisionsScreen
from gui.shell.rooms.division import DivisionRoom
from gui.shell.rooms.evidence import EvidenceRoom
from gui.shell.rooms.findings import FindingsRoom
from gui.shell.rooms.report import ReportRoom
from gui.shell.rooms.text import TextRoom
from gui.shell.tabs import Tab
from models.vocabulary import EvidenceKind, FindingNumber, ItemKey, PassageName, Status
from reports.orders import Kind
from scripts.filled_sheet import fill_one
from scripts.revised_policy import leave_behind
from scripts.studio import ROOT, UNKEPT, Studio
from services.checklist import Answer
from services.sample import fill
from services.workspace import Workspace

_SHOWN_ITEM = "11-9"
_SHOWN_THEME = "teacher-development"
_READ_PAGE = 6
_WRITTEN_PAGE = 4
_UNGIVEN = slice(8, 24)
_DRAFTED = ROOT / "scripts" / "drafted_document.txt"
"""A document of our own invention."""
_OFFICIAL = ROOT.parent / "shared" / "policies" / "yiyang.txt"


def start(studio: Studio) -> None:
    """Picture the start page."""
    studio.wait(200)
    studio.picture("start")


def drafting(studio: Studio) -> None:
    """Picture the draft of a document, two of its items worked on, and throw it away again."""
    document = studio.workspace.folder.parent / "临江市职业教育提升行动实施方案.txt"
    document.write_text(_DRAFTED.read_text(encoding="utf-8"), encoding="utf-8")
    studio.desktop.start.document_dropped.emit(document)
    screen = studio.desktop.drafting.screen
    assert screen is not None
    studio.wait_until(lambda: screen.review is not None)
    review = screen.review
    assert review is not None
    review.show_clause(review.draft.policy.measures[1].ref)
    first, second, third = (item.key for item in review.draft.measure(review.ref).items)
    review.do(draft_editing.reworded(review.draft, first, "专业课教师按标准配足了，缺额没有连续超过两个学年"))
    review.do(draft_editing.dropped(review.draft, [second]), [third])
    studio.wait(300)
    studio.picture("drafting")
    screen.close()
    studio.workspace.drafts.throw_away(review.name)
    screen.left.emit()


def themes(studio: Studio) -> None:
    """Picture the cities side by side."""
    desktop = studio.desktop
    desktop.start.themes_wanted.emit()
    assert desktop.pages.comparison is not None
    desktop.pages.comparison.pane.themes.choose(_SHOWN_THEME)
    studio.wait(200)
    studio.picture("themes")
    desktop.pages.comparison.home_wanted.emit()


def checklist(studio: Studio) -> None:
    """Picture one item in hand."""
    studio.sitting.checklist.show_item(ItemKey(_SHOWN_ITEM))
    studio.wait(800)
    studio.picture("checklist")


def base_data(studio: Studio) -> None:
    """Picture the base data being entered."""
    dialog = studio.sitting.school.show_base_data()
    studio.wait(400)
    studio.picture("base-data", of=dialog)
    dialog.reject()


def bulk(studio: Studio) -> None:
    """Picture several items about to be changed alike."""
    view = studio.sitting.checklist.view
    studio.sitting.checklist.show_item(ItemKey(_SHOWN_ITEM))
    items = view.list.list
    items.choose_group(items.currentIndex().row())
    view.bulk.choose_status(Status.PARTLY_MET)
    studio.wait(200)
    studio.picture("bulk")
    view.bulk.leave_wanted.emit()


def search(studio: Studio) -> None:
    """Picture what is found in all years."""
    studio.desktop.window.search_wanted.emit()
    dialog = studio.desktop.searching.presenter.dialog
    assert dialog is not None
    dialog.field.setText("双师型")
    studio.wait(400)
    studio.picture("search", of=dialog)
    dialog.reject()


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


def ledger(studio: Studio) -> None:
    """Picture the ledger of findings, as a table and as a board."""
    room = studio.room(Tab.FINDINGS)
    assert isinstance(room, FindingsRoom)
    room.screen.show_finding(FindingNumber(1))
    studio.wait(500)
    studio.picture("ledger")
    room.screen.view.show_board(True)
    studio.wait(200)
    studio.picture("ledger-board")
    room.screen.view.show_board(False)


def evidence(studio: Studio) -> None:
    """Picture the evidence, a photograph chosen."""
    room = studio.room(Tab.EVIDENCE)
    assert isinstance(room, EvidenceRoom)
    photograph = next(
        piece.evidence.id
        for piece in studio.workspace.evidence.register.pieces(studio.assessment)
        if piece.evidence.kind is EvidenceKind.PHOTO
    )
    room.screen.show_piece(photograph)
    studio.wait(1500)
    studio.picture("evidence")


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


def report(studio: Studio) -> None:
    """Picture two pages of the report."""
    room = studio.room(Tab.REPORT)
    assert isinstance(room, ReportRoom)
    studio.wait_until(lambda: not room.screen.is_busy)
    room.screen.view.go_to(_READ_PAGE)
    studio.wait(1500)
    studio.picture("report")


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


SCENES: tuple[Callable[[Studio], None], ...] = (
    start,
    drafting,
    themes,
    checklist,
    bulk,
    search,
    base_data,
    overview,
    quality,
    evidence,
    ledger,
    division,
    returned,
    report,
    papers,
    writing,
    editions,
    reader,
    revisions,
    next_year,
)
