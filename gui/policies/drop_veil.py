"""What the start page shows while a document is dragged over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.empty_state import IconView
from gui.widgets.labels import plain_label
from gui.widgets.panes import Pane

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class DropVeil(Pane):
    """Lies over the page and says what a drop would do."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("select", over)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(IconView("file", "accent", 32), 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(plain_label(self.tr("放下就读，起草成清单"), Role.TITLE, "accent"), 0, _CENTRE)
        column.addStretch()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over all of the page."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
