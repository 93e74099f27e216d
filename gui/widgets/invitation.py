"""What stands where no document has been read yet: a place to drop one, a button to choose one."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.buttons import Button
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import Card


class Invitation(QWidget):
    """Says `wanted` for a file to be chosen; whoever takes the drop has the place light up."""

    wanted = Signal()

    def __init__(self, sentence: str, how: str, button: str, size: QSize) -> None:
        super().__init__()
        self._target = Card("", "line2", radius=6, dashed=True)
        self._target.setFixedSize(size)
        self._empty = EmptyState("file", sentence, how, button, "file")
        self._empty.wanted.connect(self.wanted)
        QVBoxLayout(self._target).addWidget(self._empty)
        QVBoxLayout(self).addWidget(self._target, 0, Qt.AlignmentFlag.AlignCenter)

    @property
    def button(self) -> Button:
        """Give the button that asks for a file."""
        return self._empty.button

    def light_up(self) -> None:
        """Look ready to take what is dragged over the screen."""
        self._target.show_look("select", "accent")

    def go_out(self) -> None:
        """Look as before."""
        self._target.show_look("", "line2")


def file_in(content: QMimeData) -> Path | None:
    """Give the one file that is dragged."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None
