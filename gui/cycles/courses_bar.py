"""How the items went, counted; each course is a filter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.cycles.content import Comparison
from gui.widgets.buttons import FilterChip
from gui.widgets.flow import FlowLayout
from resources import word
from services.cycles.comparison import Course


class CoursesBar(QWidget):
    """A chip for all that moved, then one a course; `chosen` says which, None for all that moved."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Course | None, FilterChip] = {course: FilterChip() for course in (None, *Course)}
        flow = FlowLayout(self, gap=8, line_gap=8)
        for chip in self._chips.values():
            flow.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
            chip.cleared.connect(self._on_cleared)

    def show_counts(self, comparison: Comparison, chosen: Course | None) -> None:
        """Show how many went each way; a way that none went is not offered."""
        for course, chip in self._chips.items():
            count = len(comparison.of(course))
            name = self.tr("有变化") if course is None else word(course)
            chip.setText(self.tr("{name} {count}").format(name=name, count=count))
            chip.setVisible(count > 0 or course is chosen or course is None)
            chip.show_active(course is chosen)

    def chip(self, course: Course | None) -> FilterChip:
        """Give a course's chip."""
        return self._chips[course]

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(course for course, chip in self._chips.items() if chip is pressed))

    def _on_cleared(self) -> None:
        self.chosen.emit(None)
