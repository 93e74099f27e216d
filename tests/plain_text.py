"""Holds windows to house.md section 14: every label shows text as typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

HOSTILE = "<img src='file:///etc/passwd'><b>粗</b> & <form 12>"


def labels_that_read_markup(window: QWidget) -> list[str]:
    """List the labels of a window that would read text as markup."""
    labels = window.findChildren(QLabel)
    return [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
