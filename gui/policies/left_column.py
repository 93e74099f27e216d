"""The left column of the start page: the name, what was worked on lately or the first steps, and a new assessment."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.policies.heads import head
from gui.policies.recent_part import RecentPart
from gui.policies.recent_rows import RecentRow
from gui.widgets.labels import plain_label
from gui.widgets.panes import Card, Pane

if TYPE_CHECKING:
    from gui.policies.first_steps import FirstSteps, SampleLine
    from gui.policies.new_form import NewForm
    from gui.policies.trouble import Trouble
    from services.listed import PolicyRow, SchoolRow

Part = TypeVar("Part", bound=QWidget)
_LEFT, _RIGHT = 48, 40
_EDGE, _NARROW_EDGE = 32, 20
FORM_HEIGHT = 200


class LeftColumn(Pane):
    """One of three states: could not open, empty, or with recent assessments; each part is made when it is needed.

    The form comes after the recent assessments, in a place that is kept for it.
    """

    assessment_wanted = Signal(int)
    start_wished = Signal(object)
    sample_wanted = Signal()
    changes_wanted = Signal(int)
    next_year_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._today = today
        self._latest: RecentRow | None = None
        self._parts: list[QWidget] = []
        self._top, self._below = QVBoxLayout(), QVBoxLayout()
        self.recent = self._put(RecentPart(), self._top)
        self._form_head = self._put(head(self.tr("新建自评"), "Ctrl+N"), self._below)
        self._form_place = self._put(_place_of_form(), self._below)
        self._lay_out()
        self.recent.assessment_wanted.connect(self.assessment_wanted)
        self.recent.changes_wanted.connect(self.changes_wanted)
        self.recent.next_year_wanted.connect(self.next_year_wanted)

    @cached_property
    def form(self) -> "NewForm":
        """Give the form of a new assessment."""
        from gui.policies.new_form import NewForm

        form = self._put(NewForm(self._today), self._below)
        form.setVisible(self._form_place.isVisibleTo(self))
        form.start_wished.connect(self.start_wished)
        self._parts.remove(self._form_place)
        self._form_place.hide()
        return form

    def show_failure(self, sentence: str, retry: Callable[[], None], restore: Callable[[], None] | None) -> None:
        """Say why the records could not be opened, and offer to try again or to restore a backup."""
        self._trouble.say(sentence, retry, restore)
        self._show_only(self._trouble)
        self._trouble.first.setFocus()

    def show_recents(self, rows: Sequence[RecentRow]) -> None:
        """Show recent assessments, or in an empty program what to do first."""
        self._latest = rows[0] if rows else None
        if rows:
            self.recent.show_rows(rows)
            self.prefill()
            self._show_only(self.recent, self._form_head, self._form_or_place)
            self.recent.list.setFocus()
        else:
            self._show_only(self._first_steps, self.form, self._sample)
            self.form.focus_school()

    def explain(self) -> None:
        """Say what the bars mean."""
        self.recent.explain()

    def offer_schools(self, rows: "Sequence[SchoolRow]") -> None:
        """Offer the schools we know in the form."""
        self.form.show_schools(rows)

    def offer_policies(self, rows: "Sequence[PolicyRow]") -> None:
        """Offer the written policies in the form."""
        self.form.show_policies(rows)

    def prefill(self) -> None:
        """Take the school and policy of the newest assessment into the form, where it is there."""
        if self._latest is not None and self._is_made("form"):
            self.form.prefill(self._latest.school, self._latest.policy)

    def beginnings(self) -> tuple[QWidget, ...]:
        """Give the parts where work begins here: opening anew, going on, or a first assessment."""
        again = (self._trouble.first,) if self._is_made("_trouble") else ()
        first = (self.form.first,) if self._is_made("form") else ()
        return *again, self.recent.list, *first

    def show_room(self, *, is_tall: bool, least_rows: int) -> None:
        """Move closer where there is little room."""
        self.recent.show_room(is_tall=is_tall, least_rows=least_rows)
        self._column.setContentsMargins(_LEFT, _EDGE if is_tall else _NARROW_EDGE, _RIGHT, _NARROW_EDGE)

    @cached_property
    def _trouble(self) -> "Trouble":
        from gui.policies.trouble import Trouble

        return self._put(Trouble(), self._top)

    @cached_property
    def _first_steps(self) -> "FirstSteps":
        from gui.policies.first_steps import FirstSteps

        return self._put(FirstSteps(), self._top)

    @cached_property
    def _sample(self) -> "SampleLine":
        from gui.policies.first_steps import SampleLine

        sample = self._put(SampleLine(), self._last)
        sample.wanted.connect(self.sample_wanted)
        return sample

    @property
    def _form_or_place(self) -> QWidget:
        return self.form if self._is_made("form") else self._form_place

    def _is_made(self, part: str) -> bool:
        return part in self.__dict__

    def _put(self, part: Part, place: QVBoxLayout) -> Part:
        place.addWidget(part)
        self._parts.append(part)
        return part

    def _show_only(self, *shown: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in shown)

    def _lay_out(self) -> None:
        self._last = QVBoxLayout()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, _EDGE, _RIGHT, _NARROW_EDGE)
        column.setSpacing(0)
        column.addLayout(self._build_brand())
        column.addSpacing(28)
        for place in (self._top, self._below, self._last):
            place.setSpacing(0)
            column.addLayout(place)
        column.addStretch(1)

    def _build_brand(self) -> QHBoxLayout:
        motto = plain_label(self.tr("对照市里的方案，一条一条填实"), Role.SMALL, "ink2")
        motto.setContentsMargins(0, 0, 0, 5)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(plain_label(self.tr("职评簿"), Role.BRAND))
        line.addWidget(motto, 1, Qt.AlignmentFlag.AlignBottom)
        return line


def _place_of_form() -> Card:
    place = Card("sheet")
    place.setFixedHeight(FORM_HEIGHT)
    return place
