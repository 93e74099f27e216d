"""The left column of the start page: the name, what was worked on lately or the first steps, and a new assessment."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.policies.first_steps import FirstSteps
from gui.policies.new_form import NewForm
from gui.policies.recent_delegate import HEIGHT
from gui.policies.recent_rows import RecentRow
from gui.policies.recents import RecentList
from gui.widgets.buttons import Button, LinkButton
from gui.widgets.labels import heading, plain_label
from gui.widgets.notice import Notice
from gui.widgets.panes import Card, Pane
from gui.widgets.problem import Problem
from gui.widgets.stacked_bar import Legend

_LEFT, _RIGHT, _HEAD = 48, 40, 32
_EDGE, _NARROW_EDGE, _GAP, _NARROW_GAP = 32, 20, 32, 20


class LeftColumn(Pane):
    """One of four states: opening, could not open, empty, or with recent assessments."""

    assessment_wanted = Signal(int)
    sample_wanted = Signal()
    changes_wanted = Signal(int)
    next_year_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.form = NewForm(today)
        self._retry: Callable[[], None] | None = None
        self._recents, self._legend = RecentList(), Legend()
        self.next_year = LinkButton("")
        self._problem = Problem("")
        self.notice = Notice(self.tr("看看改了什么"), edge=0)
        self._behind: RecentRow | None = None
        self._opening = self._build_opening()
        self._again = Button(self.tr("再试一次"))
        self._trouble = self._build_trouble()
        self._first_steps = FirstSteps()
        self._recent_part = self._build_recent_part()
        self._form_head = _head(self.tr("新建自评"), "Ctrl+N")
        self._sample = self._build_sample()
        self._lay_out()
        self._recents.wanted.connect(self._on_wanted)
        self._recents.current_changed.connect(self._show_next_year)
        self.next_year.clicked.connect(self._on_next_year)
        self.notice.wanted.connect(self._on_changes_wanted)
        self.show_opening()

    def show_opening(self) -> None:
        """Show the page before the records are open."""
        self.form.setEnabled(False)
        self._show_only(self._opening, self._form_head, self.form)

    def show_failure(self, sentence: str, retry: Callable[[], None]) -> None:
        """Say why the records could not be opened, and offer to try again."""
        self._retry = retry
        self._problem.say(sentence)
        self._show_only(self._trouble)
        self._again.setFocus()

    def show_recents(self, rows: Sequence[RecentRow]) -> None:
        """Show recent assessments, or in an empty program what to do first."""
        self.form.setEnabled(True)
        if rows:
            self._recents.show_rows(rows)
            self._show_behind(next((row for row in rows if row.is_behind), None))
            self.form.prefill(rows[0].school, rows[0].policy)
            self._show_only(self._recent_part, self._form_head, self.form)
            self._recents.setFocus()
        else:
            self._show_only(self._first_steps, self.form, self._sample)
            self.form.focus_school()

    def beginnings(self) -> tuple[QWidget, ...]:
        """Give the parts where work begins here: opening anew, going on, or a first assessment."""
        return self._again, self._recents, self.form.first

    def _show_behind(self, row: RecentRow | None) -> None:
        """Say of the first assessment whose policy has become another one."""
        self._behind = row
        wording = self.tr("{school}　{what}：政策有新版")
        self.notice.say(wording.replace("{school}", row.school).replace("{what}", row.what) if row else "")

    def _show_next_year(self) -> None:
        """Offer the next cycle of the chosen assessment, unless it was begun."""
        row = self._recents.current
        year = row.next_year if row is not None else None
        self.next_year.setVisible(year is not None)
        self.next_year.setText(self.tr("从这一份开 {year} 年度").format(year=year) if year else "")

    def _on_next_year(self) -> None:
        if (row := self._recents.current) is not None:
            self.next_year_wanted.emit(row.id)

    def _on_changes_wanted(self) -> None:
        if self._behind is not None:
            self.changes_wanted.emit(self._behind.id)

    def show_room(self, *, is_tall: bool, least_rows: int) -> None:
        """Leave out the legend, move closer and let the list shrink where there is little room."""
        self._legend.setVisible(is_tall)
        self._recents.show_at_least(least_rows)
        edge, gap = (_EDGE, _GAP) if is_tall else (_NARROW_EDGE, _NARROW_GAP)
        self._column.setContentsMargins(_LEFT, edge, _RIGHT, _NARROW_EDGE)
        self._recent_column.setContentsMargins(0, 0, 0, gap)

    def _show_only(self, *shown: QWidget) -> None:
        parts = (self._opening, self._trouble, self._first_steps, self._recent_part)
        for part in (*parts, self._form_head, self.form, self._sample):
            part.setVisible(part in shown)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, _EDGE, _RIGHT, _NARROW_EDGE)
        column.setSpacing(0)
        column.addLayout(self._build_brand())
        column.addSpacing(28)
        parts = (self._opening, self._trouble, self._first_steps, self._recent_part)
        for part in (*parts, self._form_head, self.form, self._sample):
            column.addWidget(part)
        column.addStretch(1)

    def _build_brand(self) -> QHBoxLayout:
        motto = plain_label(self.tr("对照市里的方案，一条一条填实"), Role.SMALL, "ink2")
        motto.setContentsMargins(0, 0, 0, 5)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(plain_label(self.tr("职评簿"), Role.BRAND))
        line.addWidget(motto, 1, Qt.AlignmentFlag.AlignBottom)
        return line

    def _build_recent_part(self) -> QWidget:
        card = Card("sheet")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._recents)
        card.setSizePolicy(self._recents.sizePolicy())
        self._legend.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, LINK_AIR, 0)
        foot.addWidget(self._legend)
        foot.addStretch(1)
        foot.addWidget(self.next_year)
        part = QWidget()
        column = self._recent_column = _column(part, below=_GAP)
        column.addWidget(_head(self.tr("继续自评"), self.tr("Enter 打开最近一份")))
        column.addWidget(card)
        column.addWidget(self.notice)
        column.addLayout(foot)
        return part

    def _build_opening(self) -> QWidget:
        card = Card("sheet")
        card.setFixedHeight(4 * HEIGHT + 2)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(plain_label(self.tr("正在打开工作文件夹…"), Role.SMALL, "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        part = QWidget()
        column = _column(part, below=_GAP)
        column.addWidget(_head(self.tr("继续自评"), ""))
        column.addWidget(card)
        return part

    def _build_trouble(self) -> QWidget:
        self._again.clicked.connect(self._on_retry)
        part = QWidget()
        column = _column(part, below=0)
        column.setSpacing(12)
        column.addWidget(self._problem)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _build_sample(self) -> QWidget:
        link = LinkButton(self.tr("打开示例学校"))
        link.clicked.connect(self.sample_wanted)
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 20, 0, 0)
        line.addWidget(plain_label(self.tr("想先看看样子？"), Role.SMALL, "ink2"))
        line.addWidget(link)
        line.addStretch(1)
        return part

    def _on_wanted(self, row: RecentRow) -> None:
        self.assessment_wanted.emit(row.id)

    def _on_retry(self) -> None:
        if self._retry is not None:
            self._retry()


def _head(text: str, hint: str) -> QWidget:
    part = QWidget()
    part.setFixedHeight(_HEAD)
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 8)
    line.addWidget(heading(text), 1)
    line.addWidget(plain_label(hint, Role.META, "ink3"))
    return part


def _column(part: QWidget, *, below: int) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, below)
    column.setSpacing(0)
    return column
