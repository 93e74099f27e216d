"""What to do next, as rows with a button each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.overview.todos import Todo
from gui.platform.fonts import Role
from gui.widgets.buttons import Button
from gui.widgets.labels import heading, plain_label
from gui.widgets.panes import column_in, hrule
from gui.widgets.text import Paragraph

_NUMBER = 36
_ROOMY, _DENSE = 14, 8


class TodoList(QWidget):
    """A heading and the steps; `wanted` says which one was taken."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._padding = _ROOMY
        self._column = column_in(self)
        title = heading(self.tr("接下来做什么"))
        title.setFixedHeight(24)
        self._column.addWidget(title)

    def show_todos(self, todos: Sequence[Todo]) -> None:
        """Show other steps."""
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [part for todo in todos for part in (hrule(), TodoRow(todo, self))]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()  # now, not in a while: Tab may be on its way to it
        for step in self._steps():
            step.wanted.connect(self.wanted)
            step.set_padding(self._padding)

    def show_dense(self, *, dense: bool) -> None:
        """Move the rows closer together, or apart."""
        self._padding = _DENSE if dense else _ROOMY
        for step in self._steps():
            step.set_padding(self._padding)

    def buttons(self) -> tuple[Button, ...]:
        """Give the ways to the steps, in order."""
        return tuple(step.button for step in self._steps())

    def _steps(self) -> list["TodoRow"]:
        return [row for row in self._rows if isinstance(row, TodoRow)]


class TodoRow(QWidget):
    """How many, of what, which, and the button that leads there."""

    wanted = Signal(object)

    def __init__(self, todo: Todo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._todo = todo
        number = plain_label(str(todo.count), Role.TITLE, "accent")
        number.setMinimumWidth(_NUMBER)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = Button(todo.act, dense=True)
        self.button.setAccessibleName(f"{todo.count} {todo.what}，{todo.act}")
        self.button.clicked.connect(self._on_clicked)
        line = self._line = QHBoxLayout(self)
        line.setSpacing(12)
        line.addWidget(number)
        line.addLayout(self._words(), 1)
        line.addWidget(self.button)

    def set_padding(self, padding: int) -> None:
        """Take more or less room above and below."""
        self._line.setContentsMargins(0, padding, 0, padding)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(self._todo.what))
        words.addWidget(Paragraph(self._todo.which, Role.META, "ink2", max_lines=2))
        return words

    def _on_clicked(self) -> None:
        self.wanted.emit(self._todo)
