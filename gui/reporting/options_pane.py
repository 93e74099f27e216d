"""What stands left of the paper: which one, how it is made, what to look at before, and the steps that end the work."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gui.reporting.checks_part import ChecksPart
from gui.reporting.choices_part import ChoicesPart
from gui.reporting.kind_column import KindColumn
from gui.reporting.kinds import FACING_THE_RECORD
from gui.reporting.steps_part import StepsPart
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from reports.orders import Kind
from reports.printing import skins_of

_WIDTH, _ROOM_FOR_GROUPS = 280, 720


class OptionsPane(Pane):
    """Four parts, each with wishes of its own; the steps stay in sight, the others scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.setFixedWidth(_WIDTH)
        self.kinds, self.choices, self.checks, self.steps = KindColumn(), ChoicesPart(), ChecksPart(), StepsPart()
        self._checks_rule = hrule()
        self._kind, self._is_frozen = Kind.SELF_ASSESSMENT, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        area = scrolled(self._build_scrolling())
        OverScroll(area)
        column.addWidget(area, 1)
        column.addWidget(hrule())
        column.addWidget(self.steps)
        self._of_the_report: list[QWidget] = []
        self._at_end: list[QWidget] = []

    def add_for_report(self, part: QWidget) -> None:
        """Put something under the choices that goes with the self-assessment report only."""
        self._scrolling.insertWidget(self._scrolling.indexOf(self.choices) + 1, part)
        self._of_the_report.append(part)

    def add_at_end(self, part: QWidget) -> None:
        """Put something below the steps."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(part)
        self._at_end.append(part)

    def chosen_in(self) -> tuple[QWidget, ...]:
        """Give the parts that say what is to be printed, in order."""
        return (self.kinds, self.choices, *self._of_the_report, self.checks)

    def ended_by(self) -> tuple[QWidget, ...]:
        """Give the parts with the steps that end the work, in order."""
        return (self.steps, *self._at_end)

    def show_kind(self, kind: Kind) -> None:
        """Show what goes with the chosen paper."""
        self._kind = kind
        self.kinds.show_kind(kind)
        self.choices.show_kind(kind)
        self._show_what_can_be_mended()
        self.steps.show_skins(skins_of(kind))
        self.steps.show_problem("")
        self.steps.show_saved("")

    def show_frozen(self, *, is_frozen: bool) -> None:
        """Let an edition be looked at as it was frozen: nothing of it is chosen, written or mended any more."""
        self._is_frozen = is_frozen
        self.choices.lock(is_frozen)
        self._show_what_can_be_mended()

    def _show_what_can_be_mended(self) -> None:
        for part in self._of_the_report:
            part.setVisible(self._kind is Kind.SELF_ASSESSMENT and not self._is_frozen)
        for part in (self.checks, self._checks_rule):
            part.setVisible(self._kind in FACING_THE_RECORD and not self._is_frozen)

    def _build_scrolling(self) -> QWidget:
        inner = QWidget()
        column = self._scrolling = column_in(inner)
        for part in (self.kinds, hrule(), self.choices, self._checks_rule, self.checks):
            column.addWidget(part)
        column.addStretch(1)
        return inner

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.kinds.show_groups(shown=event.size().height() >= _ROOM_FOR_GROUPS)
