"""What asks to look at an item again (需复核), and the button that says it was done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.checklist.shown import ItemShown
from gui.widgets.buttons import Button
from gui.widgets.labels import set_tip
from gui.widgets.problem import Problem


class ReviewPart(QWidget):
    """Seen only where the policy has changed under the item."""

    reviewed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = Problem(tone="partly")
        self.button = Button(self.tr("已复核"), "tick", dense=True)
        set_tip(self.button, self.tr("填的内容不变，只记下已经复核　R"))
        self.button.clicked.connect(self.reviewed)
        row = self._problem.layout()
        assert row is not None
        row.addWidget(self.button)
        QVBoxLayout(self).addWidget(self._problem)
        self._problem.say(self.tr("政策文本有变动，这一条需复核。没有出入点“已复核”，有出入就改。"))

    def show_item(self, shown: ItemShown) -> None:
        """Ask for a review where the item needs one."""
        self.setVisible(shown.row.needs_review and shown.row.is_binding)

    @property
    def sentence(self) -> str:
        """Give what is asked."""
        return self._problem.sentence

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.button,)
