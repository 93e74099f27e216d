"""Lists and trees that lie flat on the ground of their pane."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame


def lie_flat(view: QAbstractItemView, step: int = 0) -> None:
    """Take frame and ground from a view that nobody writes into; it scrolls smoothly, a line of the wheel by `step`."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.viewport().setAutoFillBackground(False)
    view.setMouseTracking(True)
    view.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if step:
        view.verticalScrollBar().setSingleStep(step)
