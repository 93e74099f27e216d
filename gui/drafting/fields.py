"""How the fields of a dialog stand: side by side, with room for what is wrong with them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.dialog import Dialog


def side_by_side(*parts: QWidget) -> QWidget:
    """Put fields into one row, all of a width."""
    row, line = _row()
    for part in parts:
        line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row


def at_left(part: QWidget) -> QWidget:
    """Put something at the left of a row of its own."""
    row, line = _row()
    line.addWidget(part)
    line.addStretch()
    return row


def make_room(dialog: Dialog) -> None:
    """Let a dialog grow with the sentences that came into it."""
    layout = dialog.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()
    dialog.resize(dialog.sizeHint().boundedTo(dialog.screen().availableSize()))


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 8, 0, 0)
    line.setSpacing(8)
    return row, line
