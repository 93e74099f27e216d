"""What was worked on lately: the list under its heading, and the ways on from it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform import fonts
from gui.platform.style_buttons import LINK_AIR
from gui.policies.heads import head
from gui.policies.recent_rows import RecentRow
from gui.policies.recents import RecentList
from gui.widgets.buttons import LinkButton
from gui.widgets.panes import Card
from gui.widgets.writing import writes

if TYPE_CHECKING:
    from gui.widgets.notice import Notice

_GAP, _NARROW_GAP = 32, 20


class RecentPart(QWidget):
    """The recent assessments; the chosen one can be opened, or the next year begun from it."""

    assessment_wanted = Signal(int)
    changes_wanted = Signal(int)
    next_year_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self._legend = RecentList(), _place_of_legend()
        self.next_year = writes(LinkButton(""))
        self._behind: RecentRow | None = None
        self._lay_out()
        self.list.wanted.connect(self._on_wanted)
        self.list.current_changed.connect(self._show_next_year)
        self.next_year.clicked.connect(self._on_next_year)

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show recent assessments, the newest chosen."""
        self.list.show_rows(rows)
        self._show_behind(next((row for row in rows if row.is_behind), None))

    def show_room(self, *, is_tall: bool, least_rows: int) -> None:
        """Leave out the legend, move closer and let the list shrink where there is little room."""
        self._legend.setVisible(is_tall)
        self.list.show_at_least(least_rows)
        self._column.setContentsMargins(0, 0, 0, _GAP if is_tall else _NARROW_GAP)

    def explain(self) -> None:
        """Put the legend into the place that is kept for it."""
        place = self._legend.layout()
        if place is not None and place.isEmpty():
            from gui.widgets.stacked_bar import Legend

            place.addWidget(Legend())

    @cached_property
    def notice(self) -> "Notice":
        """Give the line about a policy that has become another one, made when there is one."""
        from gui.widgets.notice import Notice

        notice = Notice(self.tr("看看改了什么"), edge=0)
        notice.wanted.connect(self._on_changes_wanted)
        self._told.addWidget(notice)
        return notice

    def _show_behind(self, row: RecentRow | None) -> None:
        """Say of the first assessment whose policy has become another one."""
        was, self._behind = self._behind, row
        if row is not None:
            wording = self.tr("{school}　{what}：政策有新版")
            self.notice.say(wording.replace("{school}", row.school).replace("{what}", row.what))
        elif was is not None:
            self.notice.say("")

    def _show_next_year(self) -> None:
        """Offer the next cycle of the chosen assessment, unless it was begun."""
        row = self.list.current
        year = row.next_year if row is not None else None
        self.next_year.setVisible(year is not None)
        self.next_year.setText(self.tr("从这一份开 {year} 年度").format(year=year) if year else "")

    def _lay_out(self) -> None:
        card = Card("sheet")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        card.setSizePolicy(self.list.sizePolicy())
        self._told = QVBoxLayout()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _GAP)
        column.setSpacing(0)
        column.addWidget(head(self.tr("继续自评"), self.tr("Enter 打开最近一份")))
        column.addWidget(card)
        column.addLayout(self._told)
        column.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, LINK_AIR, 0)
        foot.addWidget(self._legend)
        foot.addStretch(1)
        foot.addWidget(self.next_year)
        return foot

    def _on_wanted(self, row: RecentRow) -> None:
        self.assessment_wanted.emit(row.id)

    def _on_changes_wanted(self) -> None:
        if self._behind is not None:
            self.changes_wanted.emit(self._behind.id)

    def _on_next_year(self) -> None:
        if (row := self.list.current) is not None:
            self.next_year_wanted.emit(row.id)


def _place_of_legend() -> QWidget:
    place = QWidget()
    place.setMinimumHeight(QFontMetrics(fonts.meta()).height())
    QHBoxLayout(place).setContentsMargins(0, 0, 0, 0)
    return place
