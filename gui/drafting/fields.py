"""How the fields of a dialog stand: side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget


def side_by_side(*parts: QWidget) -> QWidget:
    """Put fields into one row, all of a width."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for part in parts:
        line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row
