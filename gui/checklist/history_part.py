"""The two newest steps of an item's history, and the way to all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.checklist.shown import ItemShown
from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import ElidedLabel, PlainLabel, heading, plain_label

_SHOWN = 2
_WHEN, _WHO = 88, 64


class HistoryPart(QWidget):
    """When, who, what: two lines, newest first."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = LinkButton()
        self._all.clicked.connect(self.all_wanted)
        self._lines = [_line() for _ in range(_SHOWN)]
        self._build()

    def show_item(self, shown: ItemShown) -> None:
        """Show the item's newest steps."""
        self.setVisible(bool(shown.history))
        self._all.setText(self.tr("全部 {count} 次").format(count=shown.steps))
        steps = shown.history[:_SHOWN]
        for place, labels in enumerate(self._lines):
            texts = (steps[place].when, steps[place].who, steps[place].what) if place < len(steps) else ("", "", "")
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(place < len(steps))

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self._all,)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, LINK_AIR, 0)
        head.addWidget(heading(self.tr("修改记录")))
        head.addStretch()
        head.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._grid())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _WHEN)
        grid.setColumnMinimumWidth(1, _WHO)
        grid.setColumnStretch(2, 1)
        for row, labels in enumerate(self._lines):
            for column, label in enumerate(labels):
                grid.addWidget(label, row, column)
        return grid


def _line() -> tuple[PlainLabel, ...]:
    return (plain_label("", Role.META, "ink3"), plain_label("", Role.META, "ink2"), ElidedLabel("", Role.META, "ink2"))
