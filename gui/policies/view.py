"""The start page: recent assessments and a new one at the left, the policies at the right."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.policies.cards import CardShape, PolicyCards
from gui.policies.draft_lines import DraftLines
from gui.policies.drop_veil import DropVeil, document_in
from gui.policies.footer import Footer
from gui.policies.left_column import LeftColumn
from gui.policies.recent_rows import recent_rows
from gui.widgets.buttons import Button
from gui.widgets.labels import plain_label
from gui.widgets.panes import Pane, scrolled, vrule
from gui.widgets.problem import Problem
from services.checklist import PolicyRow, SchoolRow

if TYPE_CHECKING:
    from services.drafts import DraftRow
    from services.opening import AssessmentRow

_TWO_COLUMNS_FROM, _TALL_FROM = 1100, 780
_LEFT_WIDTH, _LEFT_SHARE, _LEAST_LEFT = 592, 0.434, 500


class StartView(Pane):
    """What the program opens with; it can be painted before any record is open."""

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
        self._cards = PolicyCards()
        self._drafts = DraftLines()
        self._refused = Problem(tone="partly")
        self._right = self._build_right()
        self._line = vrule()
        self._footer = Footer()
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._build()
        self._connect()
        self._veil = DropVeil(self)
        self.setAcceptDrops(True)
        self._fit(QSize(_LEFT_WIDTH * 2, _TALL_FROM))

    def show_opening(self) -> None:
        """Show the page before the records are open."""
        self._left.show_opening()

    def show_failure(self, sentence: str, retry: Callable[[], None]) -> None:
        """Say why the records could not be opened, and offer to try again."""
        self._left.show_failure(sentence, retry)

    def show_recents(self, rows: "Sequence[AssessmentRow]", now: datetime | None = None) -> None:
        """Show recent assessments, newest first, or in an empty program what to do first."""
        self._left.show_recents(recent_rows(rows, now or datetime.now().astimezone()))

    def show_schools(self, rows: Sequence[SchoolRow]) -> None:
        """Offer the schools we know in the form."""
        self._left.form.show_schools(rows)

    def show_policies(self, rows: Sequence[PolicyRow]) -> None:
        """Show one card a policy, and offer the written ones in the form."""
        self._cards.show_policies(rows)
        self._drafting.setEnabled(True)
        self._left.form.show_policies(rows)

    def show_drafts(self, rows: "Sequence[DraftRow]", now: datetime) -> None:
        """Show the drafts that wait to be gone on with."""
        self._drafts.show_drafts(rows, now)

    def choose_policy(self, slug: str) -> None:
        """Take a policy into the form of a new assessment."""
        self._left.form.choose_policy(slug)

    def show_refused(self, sentences: Sequence[str]) -> None:
        """Say which policies' files could not be read; what was shelved before stays."""
        self._refused.say("\n".join(sentences))

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._drafting.isEnabled() and document_in(event.mimeData()):
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
        if not event.spontaneous():
            self.came_forward.emit()

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        area = scrolled(self._page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _build_right(self) -> QWidget:
        right = QWidget()
        column = self._right_column = QVBoxLayout(right)
        column.setSpacing(28)
        column.addLayout(self._build_right_head())
        column.addWidget(self._refused)
        column.addWidget(self._drafts)
        column.addWidget(self._cards)
        column.addStretch(1)
        return right

    def _build_right_head(self) -> QHBoxLayout:
        title = plain_label(self.tr("政策文件"), Role.TITLE)
        title.setFixedHeight(40)
        themes = Button(self.tr("五市对照"), "book", dense=True)
        themes.clicked.connect(self.themes_wanted)
        self._drafting = Button(self.tr("从文件新建清单"), "plus", dense=True)
        self._drafting.clicked.connect(self.drafting_wanted)
        self._drafting.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title, 1)
        row.addWidget(self._drafting)
        row.addWidget(themes)
        return row

    def _connect(self) -> None:
        self._left.assessment_wanted.connect(self.assessment_wanted)
        self._left.sample_wanted.connect(self.sample_wanted)
        self._left.changes_wanted.connect(self.changes_wanted)
        self._left.next_year_wanted.connect(self.next_year_wanted)
        self._left.form.start_wished.connect(self.start_wished)
        self._cards.policy_chosen.connect(self._left.form.choose_policy)
        self._cards.text_wanted.connect(self.text_wanted)
        self._cards.revision_wanted.connect(self.revision_wanted)
        self._drafts.chosen.connect(self.draft_chosen)
        self._drafts.unwanted.connect(self.draft_unwanted)
        self._footer.folder_wanted.connect(self.folder_wanted)

    def _fit(self, size: QSize) -> None:
        is_wide, is_tall = size.width() >= _TWO_COLUMNS_FROM, size.height() >= _TALL_FROM
        self._left.show_room(is_tall=is_tall or not is_wide, least_rows=2 if is_wide else 6)
        self._right_column.setContentsMargins(40 if is_wide else 48, 32 if is_tall else 20, 48 if is_wide else 40, 24)
        self._cards.show_shape(_shape(is_wide=is_wide, is_tall=is_tall))
        self._place(is_wide=is_wide)
        self.show_ground("sheet" if is_wide else "ground")
        width = min(_LEFT_WIDTH, max(_LEAST_LEFT, int(size.width() * _LEFT_SHARE)))
        self._left.setMinimumWidth(width if is_wide else 0)
        self._left.setMaximumWidth(width if is_wide else 1 << 20)

    def _place(self, *, is_wide: bool) -> None:
        """Lay the parts out side by side or one under another."""
        for part in (self._left, self._line, self._right, self._footer):
            self._grid.removeWidget(part)
        self._line.setVisible(is_wide)
        self._grid.addWidget(self._left, 0, 0)
        if is_wide:
            self._grid.addWidget(self._footer, 1, 0)
            self._grid.addWidget(self._line, 0, 1, 2, 1)
            self._grid.addWidget(self._right, 0, 2, 2, 1)
        else:
            self._grid.addWidget(self._right, 1, 0)
            self._grid.addWidget(self._footer, 2, 0)
        self._grid.setRowStretch(0, 1 if is_wide else 0)
        self._grid.setColumnStretch(0, 0 if is_wide else 1)
        self._grid.setColumnStretch(2, 1 if is_wide else 0)


def _shape(*, is_wide: bool, is_tall: bool) -> CardShape:
    if not is_wide:
        return CardShape.ROW
    return CardShape.TALL if is_tall else CardShape.SHORT
