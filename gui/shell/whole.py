"""All that stands in the window's frame: what could not be done, above the page in view."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.widgets.panes import Pane, column_in

if TYPE_CHECKING:
    from gui.shell.problem_row import ProblemRow


class Stacked(Pane):
    """Parts one under the other without any air; the last takes what is left."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__("ground")
        self._column = column_in(self)
        for part in parts:
            self._column.addWidget(part, part is parts[-1])


class Whole(Stacked):
    """The pages, and the row for problems once there is one."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._pages = pages

    def say(self, sentence: str) -> None:
        """Say above the page what could not be done; "" says nothing any more."""
        if sentence or self.sentence:
            self._problem.say(sentence)

    def mark(self, sentence: str) -> None:
        """Say above everything, for good, what holds of all that is shown."""
        from gui.shell.read_only import Mark

        self._column.insertWidget(0, Mark(sentence))

    @property
    def sentence(self) -> str:
        """Give what is said."""
        return self._problem.sentence if "_problem" in self.__dict__ else ""

    @cached_property
    def _problem(self) -> "ProblemRow":
        from gui.shell.problem_row import ProblemRow

        problem = ProblemRow()
        self._column.insertWidget(self._column.indexOf(self._pages), problem)
        return problem
