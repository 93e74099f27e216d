"""The division of work: departments at the left, measures at the right; a second page for sheets that come back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from gui.departments.content import DepartmentLine, MeasureLine
from gui.departments.department_pane import DepartmentPane
from gui.departments.measure_pane import MeasurePane
from gui.departments.returned_pane import ReturnedPane
from gui.platform.fonts import Role
from gui.widgets.buttons import Button, QuietButton, ToolButton
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.panes import column_in, hrule, row_in, vrule
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.screen import Screen, top_bar
from gui.widgets.toast import Toast
from gui.widgets.writing import writes

_WIDE, _NARROW, _WIDE_FROM = 292, 232, 1180


class DepartmentsView(Screen):
    """Speaks in wishes; everything it shows it is given."""

    back_wanted = Signal()
    suggestions_wanted = Signal()
    sheets_wanted = Signal()
    files_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.back = ToolButton("left", self.tr("回到清单"), "Esc")
        self.suggest = writes(QuietButton(self.tr("按建议分派"), "tick"))
        self.send = Button(self.tr("导出任务单"), "out")
        self.take = writes(Button(self.tr("收回任务单"), "package"))
        self.departments, self.measures, self.returned = DepartmentPane(), MeasurePane(), ReturnedPane()
        self.problem = Problem()
        self.progress = ProgressCard(self.tr("正在导出任务单"), parent=self)
        self._title = plain_label(self.tr("分工"), Role.BODY_BOLD)
        self._motto = plain_label(self.tr("哪一条归哪个科室"), Role.SMALL, "ink3")
        self._pages = QStackedWidget()
        self._build()
        self.toast = Toast(self)
        self._listen()
        self.begin_at(self.measures.view, self.returned.list)

    def show_division(self, departments: Sequence[DepartmentLine], measures: Sequence[MeasureLine]) -> None:
        """Show departments and measures; what is in hand stays so."""
        current = self.departments.list.current
        self.departments.show_lines(departments, current.name if current else None)
        self.measures.show_lines(measures)

    def show_room_to_act(self, *, suggested: int, given: int) -> None:
        """Offer what there is something to do with."""
        self.suggest.setEnabled(bool(suggested))
        set_tip(self.suggest, self.tr("{count} 条有建议").format(count=suggested) if suggested else self._no_suggestion)
        self.send.setEnabled(bool(given))
        set_tip(self.send, self.tr("每个科室一份 Excel 表") if given else self.tr("先把要点分给科室"))

    def show_returned(self, shown: bool) -> None:
        """Turn to the sheets that came back, or to the division."""
        self._pages.setCurrentIndex(int(shown))
        self._title.setText(self.tr("收回任务单") if shown else self.tr("分工"))
        motto = self.tr("先逐条核对，再一次收进来") if shown else self.tr("哪一条归哪个科室")
        self._motto.setText(motto)
        self.back.name_it(self.tr("回到分工") if shown else self.tr("回到清单"), "Esc")
        for button in (self.suggest, self.send, self.take):
            button.setVisible(not shown)
        self.take_keyboard()

    @property
    def is_returned_shown(self) -> bool:
        """Say whether the sheets that came back are in view."""
        return self._pages.currentIndex() == 1

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _WIDE_FROM
        self.departments.setFixedWidth(_WIDE if is_wide else _NARROW)
        self._motto.setVisible(is_wide)
        self.progress.adjustSize()
        self.progress.move(self.rect().center() - self.progress.rect().center())

    @property
    def _no_suggestion(self) -> str:
        return self.tr("没有要建议的：都分好了，或还没有科室")

    def _build(self) -> None:
        division = QWidget()
        row = row_in(division)
        row.addWidget(self.departments)
        row.addWidget(vrule())
        row.addWidget(self.measures, 1)
        self._pages.addWidget(division)
        self._pages.addWidget(self.returned)
        column = column_in(self)
        column.addWidget(self._build_bar())
        column.addWidget(hrule())
        column.addWidget(self.problem)
        column.addWidget(self._pages, 1)

    def _build_bar(self) -> QWidget:
        set_tip(self.take, self.tr("选科室填好的任务单，也可以拖进来"))
        return top_bar((self.back, self._title, self._motto), (self.suggest, self.send, self.take))

    def _listen(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.suggest.clicked.connect(self.suggestions_wanted)
        self.send.clicked.connect(self.sheets_wanted)
        self.take.clicked.connect(self.files_wanted)
        self.returned.files_wanted.connect(self.files_wanted)
        self.on_keys("Esc", self.back_wanted)
