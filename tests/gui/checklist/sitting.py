"""A checklist screen over a real workspace, as a person sits before it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from checklists.policy import Policy, RatioOf
from gui.checklist.outside import Outside
from gui.checklist.own_wish import OwnWish
from gui.checklist.screen import ChecklistScreen, ChecklistServices
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import Addressee, AssessmentId, ItemKey, SchoolType
from services.checklist import Answer, IndicatorRow, ItemRow
from services.judging import Overruling
from services.trail.changes import Change
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import TODAY, a_measure, a_policy, a_workspace, an_assessment, an_indicator, an_item

Part = TypeVar("Part", bound=QWidget)
TEACHERS = RatioOf("“双师型”教师", "专业课教师", "人")


def type_words(field: QWidget, words: str) -> None:
    """Type as a Chinese input method does: composed, then handed over."""
    target = field.lineEdit() if isinstance(field, QComboBox) else field
    assert target is not None
    target.setFocus()
    event = QInputMethodEvent(words[:1], [])
    QApplication.sendEvent(target, event)
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(target, event)


class AnOutside(Outside):
    """An outside that answers as the test says and remembers what it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.target: Path | None = None
        self.reason: str | None = None
        self.overruling: Overruling | None = None
        self.wishes: list[OwnWish | None] = []
        self.offered: list[OwnWish] = []
        self.may_retire = True
        self.name: str | None = None
        self.asked: list[str] = []
        self.shown: list[Path] = []

    def choose_files(self, parent: QWidget, folder: str) -> list[Path]:
        """Pick what the test says."""
        return self.files

    def choose_target(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Name what the test says."""
        return self.target

    def show_file(self, copy: Path) -> bool:
        """Remember the copy."""
        self.shown.append(copy)
        return True

    def ask_own_item(self, parent: QWidget, wish: OwnWish) -> OwnWish | None:
        """Answer as the test says, once for each time that is asked."""
        self.offered.append(wish)
        return self.wishes.pop(0)

    def ask_filter_name(self, parent: QWidget, name: str) -> str | None:
        """Name what the test says."""
        return self.name

    def ask_retire(self, parent: QWidget, label: str) -> bool:
        """Answer as the test says."""
        self.asked.append(label)
        return self.may_retire

    def ask_overruling(self, parent: QWidget, row: IndicatorRow) -> Overruling | None:
        """Judge as the test says."""
        return self.overruling

    def ask_reason(self, parent: QWidget, text: str) -> str | None:
        """Answer as the test says."""
        self.asked.append(text)
        return self.reason


@dataclass
class Sitting:
    """The screen with everything it stands on."""

    workspace: Workspace
    assessment: AssessmentId
    screen: ChecklistScreen
    history: History
    bus: ChangeBus
    jobs: Jobs
    desk: DeskSettings
    outside: AnOutside
    news: list[Change] = field(default_factory=list)

    def row(self, key: str) -> ItemRow:
        """Give an item as the store has it."""
        return self.workspace.assessments.item(self.assessment, ItemKey(key))

    def answer(self, key: str) -> Answer:
        """Give an item's answer as the store has it."""
        return self.row(key).answer

    def undo(self) -> None:
        """Take the last step back, as the shell does."""
        self.screen.flush()
        change = self.history.undo()
        assert change is not None
        self.bus.changed.emit(change)

    def find(self, kind: type[Part]) -> Part:
        """Find the one part of this kind, that of the item in hand where it has one."""
        part = self.screen.view.item.findChild(kind) or self.screen.view.findChild(kind)
        assert part is not None
        return part


def a_checklist_policy() -> Policy:
    """Two measures of the school's own, one figure, and one measure of others."""
    first = a_measure(1, [an_item("1-1"), an_item("1-2", text="教师企业实践有考核结果"), an_item("1-3")])
    first = replace(
        first, indicators=(an_indicator("1-1-a", "1-1", ratio=TEACHERS, name="“双师型”教师占比", deadline="2024"),)
    )
    others = [
        an_item("3-1", addressee=Addressee.GOVERNMENT),
        an_item("3-2", applies_to=replace(an_item().applies_to, types=(SchoolType.COLLEGE,))),
    ]
    return a_policy([first, replace(a_measure(2, 3), indicators=()), replace(a_measure(3, others), indicators=())])


@contextmanager
def a_sitting(
    qtbot: QtBot,
    folder: Path,
    *,
    policy: Policy | None = None,
    before: Callable[[Workspace, AssessmentId], None] | None = None,
    size: tuple[int, int] = (1440, 820),
) -> Iterator[Sitting]:
    """Open a workspace and sit down before its checklist; it is closed properly afterwards."""
    with a_workspace(folder / "ws", policy or a_checklist_policy()) as workspace:
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
    services = ChecklistServices(
        workspace.assessments,
        workspace.evidence,
        workspace.own_items,
        workspace.findings,
        workspace.departments,
        history,
        bus,
        jobs,
        desk,
        lambda: TODAY,
    )
    screen = ChecklistScreen(assessment, services, outside=outside)
    sitting = Sitting(workspace, assessment, screen, history, bus, jobs, desk, outside)
    bus.changed.connect(sitting.news.append)
    return sitting
