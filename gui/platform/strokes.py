"""Strokes everything painted shares: flat panels, one-pixel frames, the focus frame."""

from typing import Any, TypeAlias

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Option: TypeAlias = Any
"""A QStyleOption of some kind: PySide6's stubs leave out the fields all of them have."""


def cosmetic(colour: QColor, width: float = 1, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Make a pen whose width is in logical pixels at every zoom of the painter."""
    return QPen(colour, width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def panel(
    painter: QPainter, rect: QRectF, ground: QColor, line: QColor | None = None, *, radius: float = 0, width: float = 1
) -> None:
    """Fill a rectangle and line it inside its edge, so that it never grows past its own pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(cosmetic(line, width))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(ground)
    if radius:
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.drawRect(rect)


def frame(
    painter: QPainter,
    rect: QRectF,
    line: QColor,
    *,
    radius: float = 0,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Line a rectangle inside its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(cosmetic(line, width, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def ground(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Lay a ground over a rectangle.

    fillRect would, too, but whoever calls it first has all of Qt's named gradients made: a fiftieth of a start.
    """
    painter.setBackground(colour)
    painter.eraseRect(rect)


def focus_frame(painter: QPainter, rect: QRectF, colour: QColor, radius: float = 4) -> None:
    """Draw the frame that says "keys go here": 2 px inside the edge."""
    frame(painter, rect, colour, radius=radius, width=2)


def rule(painter: QPainter, x1: float, y: float, x2: float, colour: QColor) -> None:
    """Draw a level separator one pixel thick whose top is at y."""
    ground(painter, QRectF(x1, y, x2 - x1, 1), colour)
