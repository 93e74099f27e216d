"""The report screen: made when looked at, saved and printed exactly as seen."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.reporting.presenter import ReportScreen
from gui.reporting.printing import PrintRequest
from gui.reporting.report_services import ReportServices
from models.vocabulary import AssessmentId, ItemKey, Ownership, SchoolType, Status
from reports.orders import Skin
from reports.preview import Pages
from services.checklist import Answer
from services.dossiers import dossier_of
from services.reporting.parts import ReportSettings
from services.workspace import Workspace

NOW = datetime(2025, 11, 21, 16, 20)


class Desk:
    """Answers for the person at the desk."""

    def __init__(self, folder: Path) -> None:
        self.target: Path | None = folder / "报告.pdf"
        self.printed = folder / "打印.pdf"

    def asked_target(self, parent: QWidget, proposed: Path) -> Path | None:
        self.proposed = proposed
        return self.target

    def asked_printer(self, parent: QWidget, request: PrintRequest) -> QPrinter | None:
        self.asked = request
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(1, 2)
        return printer


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "ws", "李敏", lambda: NOW.date()) as opened:
        yield opened


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    school = workspace.schools.register("一号/学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
    return workspace.assessments.start(school, "zibo-gaoxin", 2025)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def screen(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, desk: Desk, tmp_path: Path
) -> Iterator[ReportScreen]:
    jobs = Jobs()
    settings = DeskSettings(tmp_path / "desk.ini")
    bus = ChangeBus()

    def settle(wanted: ReportSettings) -> bool:
        bus.changed.emit(workspace.passages.settle(assessment, wanted))
        return True

    made = ReportScreen(
        assessment,
        ReportServices(partial(dossier_of, workspace), settle, bus, jobs, settings, desk, lambda: NOW),
    )
    qtbot.addWidget(made.view)
    made.view.resize(1440, 852)
    made.view.show()
    made.show()
    qtbot.waitUntil(lambda: not made.is_busy)
    yield made
    made.close()
    jobs.close()


def first_binding(workspace: Workspace, assessment: AssessmentId) -> ItemKey:
    return next(workspace.assessments.checklist(assessment).binding_items()).key


def test_the_pages_are_shown_once_made(screen: ReportScreen) -> None:
    assert screen.view.shown_pages() > 5
    assert screen.view.options.steps.can_print


def save(qtbot: QtBot, screen: ReportScreen, skin: Skin = Skin.PDF) -> None:
    screen.view.options.steps.save_wanted.emit(skin)
    qtbot.waitUntil(lambda: not screen.services.jobs.is_busy)


def test_what_is_saved_is_what_was_seen(qtbot: QtBot, screen: ReportScreen, desk: Desk) -> None:
    save(qtbot, screen)
    assert desk.target is not None
    assert Pages(desk.target).count == screen.view.shown_pages()
    assert desk.proposed.name == "一号_学校2025年度自评报告.pdf"


def test_going_back_from_the_dialog_saves_nothing(
    qtbot: QtBot, screen: ReportScreen, desk: Desk, tmp_path: Path
) -> None:
    desk.target = None
    save(qtbot, screen)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_folder_that_is_not_there_is_said_in_one_sentence(
    qtbot: QtBot, screen: ReportScreen, desk: Desk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "没有" / "报告.pdf"
    save(qtbot, screen)
    assert screen.view.options.steps.problem.endswith("。")
    assert "报告.pdf" in screen.view.options.steps.problem


def test_a_change_makes_the_pages_anew(
    qtbot: QtBot, screen: ReportScreen, workspace: Workspace, assessment: AssessmentId
) -> None:
    item = first_binding(workspace, assessment)
    change = workspace.assessments.record(assessment, item, Answer(Status.MET, note="已建成并通过验收"))
    screen.services.bus.changed.emit(change)
    assert screen.is_stale
    with qtbot.waitSignal(screen.made):
        pass
    screen.view.search_wanted.emit("已建成并通过验收")
    qtbot.waitUntil(lambda: bool(screen.view.found))


def test_the_asked_pages_reach_the_printer(qtbot: QtBot, screen: ReportScreen, desk: Desk) -> None:
    screen.view.options.steps.print_wanted.emit()
    qtbot.waitUntil(lambda: not screen.services.jobs.is_busy)
    assert Pages(desk.printed).count == 2


def test_what_is_missing_is_said_before_printing(qtbot: QtBot, screen: ReportScreen) -> None:
    assert any("没填" in said for said in screen.view.options.checks.warnings())
    with qtbot.waitSignal(screen.unanswered_wanted):
        screen.view.options.checks.unanswered_wanted.emit()
