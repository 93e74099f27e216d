"""In the options: how much of the report is still the program's draft, and the way to write it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import Button
from gui.widgets.labels import heading, plain_label
from gui.widgets.writing import writes


class WritingPart(QWidget):
    """Says how things stand; the button opens and shuts the fields beside the pages."""

    writing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("自己写的话")))
        self._standing = plain_label("", Role.SMALL, "ink2", wraps=True)
        column.addWidget(self._standing)
        self._open = writes(Button(self.tr("写一写"), "pen"))
        self._open.clicked.connect(self.writing_wanted)
        column.addWidget(self._open)

    def show_drafts(self, drafts: int, count: int) -> None:
        """Say how many parts are drafts."""
        some = self.tr("{count} 段文字里还有 {drafts} 段是草稿，印出来标着【草稿】。")
        none = self.tr("{count} 段文字都写好了。")
        self._standing.setText((some if drafts else none).format(count=count, drafts=drafts))

    def open(self) -> None:
        """Wish for the fields, as the button does."""
        self._open.click()

    @property
    def standing(self) -> str:
        """Give the sentence shown."""
        return self._standing.text()
