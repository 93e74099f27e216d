"""How long a key takes to be seen: two hundred answers, forty readings, sixty files, in the real screen.

Timed from the key going down to the answer committed and row, item and answer bar painted again.
"""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# ruff: noqa: E402

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.checklist.screen import ChecklistScreen, ChecklistServices
from gui.platform.appearance import dress
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.platform.theme import ThemeChoice
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.judging import Reading
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_indicator

MEASURES, ITEMS, READINGS, FILES, KEYS = 40, 6, 40, 60, 200
_NONE = Qt.KeyboardModifier.NoModifier


class Painted(QObject):
    """Notes which widgets have been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.missing: set[QObject] = set()
        self._widgets = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def begin(self) -> None:
        """Wait for all of them."""
        self.missing = set(self._widgets)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() == QEvent.Type.Paint:
            self.missing.discard(watched)
        return False


def fill(workspace: Workspace, assessment: AssessmentId) -> None:
    """Answer two hundred items, read forty figures, attach sixty files."""
    rows = list(workspace.assessments.checklist(assessment).binding_items())
    answer = Answer(Status.MET, "已按要求办理，台账齐全，逐条可查。", department="教务科", person="李敏")
    workspace.assessments.record_many(assessment, {row.key: answer for row in rows[:200]})
    figures = [figure.indicator.key for row in rows for figure in row.indicators]
    readings = {key: Reading(Decimal(60), source="台账") for key in figures[:READINGS]}
    workspace.assessments.take_readings(assessment, readings)
    for number in range(FILES):
        content = b"%PDF-1.4 " + number.to_bytes(2, "big")
        workspace.evidence.attach_bytes(assessment, rows[number].key, content, f"材料 {number}.pdf")


def a_screen(workspace: Workspace, assessment: AssessmentId, folder: Path) -> tuple[ChecklistScreen, Jobs]:
    """Sit down before the checklist."""
    jobs = Jobs()
    services = ChecklistServices(
        assessments=workspace.assessments,
        evidence=workspace.evidence,
        own_items=workspace.own_items,
        findings=workspace.findings,
        departments=workspace.departments,
        history=History(workspace.steps),
        bus=ChangeBus(),
        jobs=jobs,
        desk=DeskSettings(folder / "desk.ini"),
        today=lambda: date(2026, 11, 22),
    )
    return ChecklistScreen(assessment, services), jobs


def timed_keys(app: QApplication, screen: ChecklistScreen) -> list[float]:
    """Answer item after item and give the time of each key."""
    view = screen.view
    painted = Painted(view.list.list.viewport(), view.item.bar.group)
    keys, times = (Qt.Key.Key_2, Qt.Key.Key_3), []  # nothing is met afterwards that was met before
    screen.show_item(ItemKey("1-1"))
    app.processEvents()
    for number in range(KEYS):
        painted.begin()
        started = time.perf_counter()
        QTest.keyClick(view.list.list, keys[number % 2], _NONE)
        while painted.missing:
            app.processEvents()
        times.append(time.perf_counter() - started)
        QTest.keyClick(view.list.list, Qt.Key.Key_J)
        app.processEvents()
    return times


def main() -> None:
    app = QApplication(["answer_latency"])
    dress(app, ThemeChoice.LIGHT)
    measures = [
        replace(a_measure(n, ITEMS), indicators=(an_indicator(f"{n}-1-a", f"{n}-1", name=f"第 {n} 项占比"),))
        for n in range(1, MEASURES + 1)
    ]
    with tempfile.TemporaryDirectory() as folder, a_workspace(Path(folder) / "ws", a_policy(measures)) as workspace:
        assessment = an_assessment(workspace)
        fill(workspace, assessment)
        screen, jobs = a_screen(workspace, assessment, Path(folder))
        screen.view.resize(1440, 850)
        screen.view.show()
        times = [one * 1000 for one in timed_keys(app, screen)]
        screen.close()
        jobs.close()
    worst = max(times)
    tenth = sorted(times)[-len(times) // 10]
    print(f"a status key: median {statistics.median(times):.1f} ms, slowest tenth {tenth:.1f}, worst {worst:.1f}")


if __name__ == "__main__":
    main()
