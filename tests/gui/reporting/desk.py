"""The report screen on the sample school, with a desk that answers for the person at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.reporting.presenter import ReportScreen
from gui.reporting.printing import PrintRequest, set_up
from gui.reporting.report_services import ReportServices
from models.vocabulary import AssessmentId
from reports.orders import Kind
from services.dossiers import dossier_of
from services.reporting.parts import ReportSettings
from services.sample.school import sample, settle
from services.workspace import Workspace

DAY = sample("yiyang").reported_on


class Desk:
    """Answers for the person at the desk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.target: Path | None = None
        self.goes_back = False
        self.first, self.last = 1, 2

    @property
    def printed(self) -> Path:
        return self.folder / "打印.pdf"

    def asked_target(self, parent: QWidget, proposed: Path) -> Path | None:
        self.proposed = proposed
        return None if self.goes_back else self.target or self.folder / proposed.name

    def asked_printer(self, parent: QWidget, request: PrintRequest) -> QPrinter | None:
        self.asked = request
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        set_up(printer, request)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(self.first, self.last)
        return printer


@contextmanager
def a_screen(
    qtbot: QtBot, workspace: Workspace, assessment: AssessmentId, desk: Desk, size: tuple[int, int] = (1440, 852)
) -> Iterator[ReportScreen]:
    """Open the screen and wait for its first pages."""
    jobs, bus = Jobs(), ChangeBus()

    def keep(wanted: ReportSettings) -> bool:
        bus.changed.emit(workspace.passages.settle(assessment, wanted))
        return True

    services = ReportServices(
        dossier=partial(dossier_of, workspace),
        settle=keep,
        bus=bus,
        jobs=jobs,
        settings=DeskSettings(desk.folder / "desk.ini"),
        desk=desk,
        now=lambda: datetime.combine(DAY, time(9)),
    )
    screen = ReportScreen(assessment, services)
    qtbot.addWidget(screen.view)
    screen.view.resize(*size)
    screen.view.show()
    screen.show()
    wait(qtbot, screen)
    yield screen
    screen.close()
    jobs.close()


def a_sample_school(folder: Path) -> Workspace:
    """Lay the sample school's workspace; its assessment is the first."""
    workspace = Workspace.open(folder, "李敏", lambda: DAY)
    assert settle(workspace, "yiyang") == AssessmentId(1)
    return workspace


def choose(qtbot: QtBot, screen: ReportScreen, kind: Kind) -> None:
    """Choose a paper and wait for its pages."""
    screen.view.options.kinds.choose(kind)
    wait(qtbot, screen)


def wait(qtbot: QtBot, screen: ReportScreen) -> None:
    """Wait until the pages are made."""
    qtbot.waitUntil(lambda: not screen.is_busy)
