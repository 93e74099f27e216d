"""How the fields of a dialog stand: side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.panes import row_in


def side_by_side(*parts: QWidget) -> QWidget:
    """Put fields into one row, all of a width."""
    row = QWidget()
    line = row_in(row, 12)
    for part in parts:
        line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row
