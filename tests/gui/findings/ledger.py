"""A ledger screen over a real workspace, as a person sits before it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.findings.dialogs import Reported
from gui.findings.outside import Outside
from gui.findings.screen import FindingsScreen
from gui.findings.services import FindingsServices
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId, FindingNumber, ItemKey, Outcome, RemedyKind, Status
from services.checklist import Answer
from services.findings.findings import opened_number
from services.findings.rows import FindingRow, Recognition, Remedy, Review
from services.trail.changes import Change
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import TODAY, a_workspace, an_assessment

ITEM = ItemKey("1-2")


class AnOutside(Outside):
    """An outside that answers as the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.remedy: Remedy | None = None
        self.reported: Reported | None = Reported(Outcome.DONE, "都做了")
        self.reviewed: Review | None = Review(True, "督导室", TODAY)
        self.recognised: Recognition | None = Recognition(Outcome.DONE, "王校长", TODAY)
        self.reason: str | None = "抽查又发现"
        self.files: list[Path] = []
        self.target: Path | None = None
        self.shown: list[Path] = []

    def new_finding(self, parent: QWidget, departments: tuple[str, ...]) -> Remedy | None:
        return self.remedy

    def report(self, parent: QWidget) -> Reported | None:
        return self.reported

    def review(self, parent: QWidget, today: Callable[[], date], by: str) -> Review | None:
        return self.reviewed

    def recognition(self, parent: QWidget, today: Callable[[], date], by: str) -> Recognition | None:
        return self.recognised

    def reopening_reason(self, parent: QWidget, label: str) -> str | None:
        return self.reason

    def withdrawal_reason(self, parent: QWidget, label: str) -> str | None:
        return self.reason

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        return self.files

    def choose_target(self, parent: QWidget, folder: str, name: str) -> Path | None:
        return self.target

    def show_file(self, copy: Path) -> bool:
        self.shown.append(copy)
        return True


@dataclass
class Sitting:
    """The screen with everything it stands on."""

    workspace: Workspace
    assessment: AssessmentId
    screen: FindingsScreen
    history: History
    bus: ChangeBus
    jobs: Jobs
    outside: AnOutside
    news: list[Change] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def place(self) -> tuple[AssessmentId, FindingNumber]:
        """Name the first finding."""
        return self.assessment, FindingNumber(1)

    def row(self, number: int = 1) -> FindingRow:
        """Give a finding as the store has it."""
        return self.workspace.findings.row(self.assessment, FindingNumber(number))

    def undo(self) -> None:
        """Take the last step back, as the shell does."""
        self.screen.flush()
        change = self.history.undo()
        assert change is not None
        self.bus.changed.emit(change)


def a_ledger(workspace: Workspace, assessment: AssessmentId) -> None:
    """Findings in all states, with long words among them."""
    findings = workspace.findings
    answer = Answer(Status.PARTLY_MET, missing="实训车间没有独立的安全操作规程", department="实训处", person="周建国")
    workspace.assessments.record(assessment, ITEM, answer)
    late, soon = TODAY - timedelta(days=80), TODAY - timedelta(days=30)
    one = opened_number(findings.open_from(assessment, ITEM))
    remedy = findings.row(assessment, one).remedy
    _amend(
        workspace, assessment, one, remedy, late, "新设备 3 月进场，规程沿用旧机床的", "按机型重编 4 份规程，上墙并考核"
    )
    findings.add_round(
        assessment, one, on=late + timedelta(days=9), percent=20, words="立项，确定 4 种机型。", person="周建国"
    )
    findings.add_round(assessment, one, on=soon, percent=60, words="完成数控车、铣床两份，已试行。", person="周建国")
    findings.attach_bytes(assessment, one, b"x", "规程两份.txt")
    for problem, kind, lead, state in (
        (
            "“双师型”教师占比不足，还差 4 人；专业课教师里只有不到一半参加过企业实践，名单和考核结果都要补",
            RemedyKind.BY_STAGES,
            "教务科 李敏",
            "",
        ),
        ("生均拨款低于规定标准", RemedyKind.LASTING, "校长办公室 赵立", ""),
        ("学籍与资助名册有 3 人不一致", RemedyKind.AT_ONCE, "学生科 孙敏", "review"),
        ("党支部活动记录缺 2 次", RemedyKind.AT_ONCE, "党办 张平", "closed"),
        ("德育案例没有按年归档", RemedyKind.AT_ONCE, "学生科 孙敏", "withdrawn"),
    ):
        department, person = lead.split()
        words = Remedy(problem, kind=kind, lead=department, person=person, found_on=soon, measure="逐项核对补齐")
        _go_on(workspace, assessment, opened_number(findings.open_by_hand(assessment, words)), state)


def _amend(
    workspace: Workspace,
    assessment: AssessmentId,
    number: FindingNumber,
    remedy: Remedy,
    on: date,
    cause: str,
    act: str,
) -> None:
    words = Remedy(
        remedy.problem,
        remedy.basis,
        cause,
        act,
        RemedyKind.AT_ONCE,
        remedy.lead,
        "教务科、安全办",
        remedy.person,
        on,
        on + timedelta(days=59),
    )
    workspace.findings.amend(assessment, number, words)


def _go_on(workspace: Workspace, assessment: AssessmentId, number: FindingNumber, state: str) -> None:
    findings = workspace.findings
    if state == "withdrawn":
        findings.withdraw(assessment, number, "与 序号 1 重复")
    if state in ("review", "closed"):
        findings.attach_bytes(assessment, number, b"y", "核对表.txt")
        findings.report_result(assessment, number, Outcome.DONE, "已逐人核对")
    if state == "closed":
        findings.review(assessment, number, Review(True, "督导室", TODAY))
        findings.recognise(assessment, number, Recognition(Outcome.DONE, "王校长", TODAY))
        findings.close(assessment, number)


@contextmanager
def a_sitting(
    qtbot: QtBot,
    folder: Path,
    *,
    before: Callable[[Workspace, AssessmentId], None] | None = a_ledger,
    size: tuple[int, int] = (1440, 852),
) -> Iterator[Sitting]:
    """Open a workspace and sit down before its ledger; it is closed properly afterwards."""
    with a_workspace(folder / "ws") as workspace:
        assessment = an_assessment(workspace)
        if before is not None:
            before(workspace, assessment)
        sitting = _sit_down(workspace, assessment, DeskSettings(folder / "desk.ini"))
        qtbot.addWidget(sitting.screen.view)
        sitting.screen.view.resize(*size)
        with qtbot.waitExposed(sitting.screen.view):
            sitting.screen.view.show()
        yield sitting
        sitting.screen.close()
        sitting.jobs.close()


def _sit_down(workspace: Workspace, assessment: AssessmentId, desk: DeskSettings) -> Sitting:
    bus, jobs, history, outside = ChangeBus(), Jobs(), History(workspace.steps), AnOutside()
    moment = datetime.combine(TODAY, time(14, 3)).astimezone()
    services = FindingsServices(
        workspace.findings,
        workspace.assessments,
        workspace.evidence,
        history,
        bus,
        jobs,
        desk,
        now=lambda: moment,
        who="王老师",
        departments=lambda: ("教务科", "学生科"),
    )
    screen = FindingsScreen(assessment, services, outside=outside)
    sitting = Sitting(workspace, assessment, screen, history, bus, jobs, outside)
    bus.changed.connect(sitting.news.append)
    screen.failed.connect(sitting.refused.append)
    return sitting
