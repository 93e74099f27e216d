"""What can be done with an item that the school added itself; seen only on such items."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.checklist.shown import ItemShown
from gui.widgets.buttons import LinkButton
from gui.widgets.chip import Chip
from gui.widgets.panes import row_in


class OwnPart(QWidget):
    """The mark 校本, and the ways to reword the item and to retire it."""

    reword_wanted = Signal()
    retire_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reword, self.retire = LinkButton(self.tr("改写")), LinkButton(self.tr("撤下"))
        row = row_in(self, 16)
        row.addWidget(Chip(self.tr("校本"), "select"))
        row.addWidget(self.reword)
        row.addWidget(self.retire)
        row.addStretch()
        self.reword.clicked.connect(self.reword_wanted)
        self.retire.clicked.connect(self.retire_wanted)
        self.hide()

    def show_item(self, shown: ItemShown) -> None:
        """Be there for an item of the school's own."""
        self.setVisible(shown.row.is_own)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.reword, self.retire)
