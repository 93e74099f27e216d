"""The heading over a part of the start page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.labels import heading, plain_label

_HEIGHT = 32


def head(text: str, hint: str) -> QWidget:
    """Make a heading with a quiet hint at its right."""
    part = QWidget()
    part.setFixedHeight(_HEIGHT)
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 8)
    line.addWidget(heading(text), 1)
    line.addWidget(plain_label(hint, Role.META, "ink3"))
    return part
