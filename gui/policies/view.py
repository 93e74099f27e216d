"""The start page: recent assessments and a new one at the left, the policies at the right."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.policies.dropped import document_in
from gui.policies.footer import Footer
from gui.policies.left_column import LeftColumn
from gui.policies.recent_rows import recent_rows
from gui.widgets.panes import scrolled, vrule
from gui.widgets.screen import Screen, lead_tab

if TYPE_CHECKING:
    from gui.policies.drop_veil import DropVeil
    from gui.policies.right_column import RightColumn
    from services.drafts import DraftRow
    from services.listed import PolicyRow, SchoolRow
    from services.opening import AssessmentRow

_TWO_COLUMNS_FROM, _TALL_FROM = 1100, 780
_LEFT_WIDTH, _LEFT_SHARE, _LEAST_LEFT = 592, 0.434, 500


class StartView(Screen):
    """What the program opens with: the recent assessments at once, the form and the policies when they are shown."""

    assessment_wanted = Signal(int)
    start_wished = Signal(object)
    sample_wanted = Signal()
    folder_wanted = Signal()
    themes_wanted = Signal()
    changes_wanted = Signal(int)
    next_year_wanted = Signal(int)
    text_wanted = Signal(str)
    drafting_wanted = Signal()
    document_dropped = Signal(object)
    draft_chosen = Signal(str)
    draft_unwanted = Signal(str)
    revision_wanted = Signal(str)
    came_forward = Signal()

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._left = LeftColumn(today)
        self._was_left = False
        self._line = vrule()
        self._beside = QWidget()
        self._beside_column = QVBoxLayout(self._beside)
        self._footer = Footer()
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self._fit(QSize(_LEFT_WIDTH * 2, _TALL_FROM))

    def show_failure(self, sentence: str, retry: Callable[[], None], restore: Callable[[], None] | None = None) -> None:
        """Say why the records could not be opened, and offer to try again or to restore a backup."""
        self._left.show_failure(sentence, retry, restore)

    def show_recents(self, rows: "Sequence[AssessmentRow]", now: datetime | None = None) -> None:
        """Show recent assessments, newest first, or in an empty program what to do first."""
        self._left.show_recents(recent_rows(rows, now or datetime.now().astimezone()))

    def offer_schools(self, rows: "Sequence[SchoolRow]") -> None:
        """Offer the schools we know in the form."""
        self._left.offer_schools(rows)

    def offer_policies(self, rows: "Sequence[PolicyRow]") -> None:
        """Offer the policies in the form."""
        self._left.offer_policies(rows)

    def prefill(self) -> None:
        """Take the school and policy of the newest assessment into the form."""
        self._left.prefill()

    def show_policies(self, rows: "Sequence[PolicyRow]") -> None:
        """Show one card a policy."""
        self._right.show_policies(rows)

    def show_drafts(self, rows: "Sequence[DraftRow]", now: datetime) -> None:
        """Show the drafts that wait to be gone on with."""
        self._right.show_drafts(rows, now)

    def choose_policy(self, slug: str) -> None:
        """Take a policy into the form of a new assessment."""
        self._left.form.choose_policy(slug)

    def show_refused(self, sentences: Sequence[str]) -> None:
        """Say which policies' files could not be read; what was shelved before stays."""
        self._right.show_refused(sentences)

    def explain(self) -> None:
        """Say what the bars of the recent assessments mean."""
        self._left.explain()

    def show_folder(self, folder: Path) -> None:
        """Say where the records lie."""
        self._footer.show_folder(folder)

    def show_version(self, version: str) -> None:
        """Say which version of the program this is."""
        self._footer.show_version(version)

    def open_new(self) -> None:
        """Take the keyboard to a new assessment."""
        self._left.form.focus_school()

    @override
    def take_keyboard(self) -> None:
        self.begin_at(*self._left.beginnings())
        super().take_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._has_right and document_in(event.mimeData()):
            event.acceptProposedAction()
            self._veil.cover()

    @override
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._veil.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        if path := document_in(event.mimeData()):
            event.acceptProposedAction()
            self.document_dropped.emit(path)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._was_left and not event.spontaneous():
            self.came_forward.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_left = self._was_left or not event.spontaneous()

    def _build(self) -> None:
        self._beside_column.setContentsMargins(0, 0, 0, 0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        area = scrolled(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    @cached_property
    def _right(self) -> "RightColumn":
        """Give the policies, which come after the recent assessments, in a place that is kept for them."""
        from gui.policies.right_column import RightColumn

        right = RightColumn()
        right.policy_chosen.connect(self.choose_policy)
        right.themes_wanted.connect(self.themes_wanted)
        right.drafting_wanted.connect(self.drafting_wanted)
        right.text_wanted.connect(self.text_wanted)
        right.revision_wanted.connect(self.revision_wanted)
        right.draft_chosen.connect(self.draft_chosen)
        right.draft_unwanted.connect(self.draft_unwanted)
        right.show_room(is_wide=self._is_wide, is_tall=self._is_tall)
        self._footer.show()
        self._beside_column.addWidget(right)
        lead_tab((self._left, right, self._footer))
        return right

    @property
    def _has_right(self) -> bool:
        return "_right" in self.__dict__

    @cached_property
    def _veil(self) -> "DropVeil":
        from gui.policies.drop_veil import DropVeil

        return DropVeil(self)

    def _connect(self) -> None:
        self._left.assessment_wanted.connect(self.assessment_wanted)
        self._left.sample_wanted.connect(self.sample_wanted)
        self._left.changes_wanted.connect(self.changes_wanted)
        self._left.next_year_wanted.connect(self.next_year_wanted)
        self._left.start_wished.connect(self.start_wished)
        self._footer.folder_wanted.connect(self.folder_wanted)

    def _fit(self, size: QSize) -> None:
        is_wide, is_tall = size.width() >= _TWO_COLUMNS_FROM, size.height() >= _TALL_FROM
        self._is_wide, self._is_tall = is_wide, is_tall
        self._left.show_room(is_tall=is_tall or not is_wide, least_rows=2 if is_wide else 6)
        if self._has_right:
            self._right.show_room(is_wide=is_wide, is_tall=is_tall)
        self._place(is_wide=is_wide)
        self._footer.setVisible(is_wide or self._has_right)
        self.show_ground("sheet" if is_wide else "ground")
        width = min(_LEFT_WIDTH, max(_LEAST_LEFT, int(size.width() * _LEFT_SHARE)))
        self._left.setMinimumWidth(width if is_wide else 0)
        self._left.setMaximumWidth(width if is_wide else 1 << 20)

    def _place(self, *, is_wide: bool) -> None:
        """Lay the parts out side by side or one under another."""
        for part in (self._left, self._line, self._beside, self._footer):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._left, 0, 0)
        if is_wide:
            self._grid.addWidget(self._line, 0, 1, 2, 1)
            self._grid.addWidget(self._beside, 0, 2, 2, 1)
            self._grid.addWidget(self._footer, 1, 0)
        else:
            self._grid.addWidget(self._beside, 1, 0)
            self._grid.addWidget(self._footer, 2, 0)
        self._line.setVisible(is_wide)  # not before it has its place, or it would be a window for a moment
        self._grid.setRowStretch(0, 1 if is_wide else 0)
        self._grid.setColumnStretch(0, 0 if is_wide else 1)
        self._grid.setColumnStretch(2, 1 if is_wide else 0)
