"""Wrapped text with places of it marked by a tint."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from gui.platform.fonts import font, line_height
from gui.platform.strokes import rule
from gui.widgets.text import Wrapped

Span = tuple[int, int]


def draw_marked(
    painter: QPainter,
    text: Wrapped,
    corner: tuple[float, float],
    ink: QColor,
    *,
    tint: QColor,
    spans: Sequence[Span],
    strike: QColor | None = None,
) -> None:
    """Draw text of one paragraph with its upper left corner at `corner`, the spans on a tint, struck out or not."""
    x, y = corner
    metrics, step = QFontMetricsF(font(text.role)), line_height(text.role)
    for number, start, end in _parts(text.lines, spans):
        line = text.lines[number]
        left, width = metrics.horizontalAdvance(line[:start]), metrics.horizontalAdvance(line[start:end])
        place = QRectF(x + left, y + number * step + 1, width, step - 2)
        painter.fillRect(place, tint)
        if strike is not None:
            rule(painter, place.left(), round(place.center().y()), place.right(), strike)
    text.draw(painter, x, y, ink)


def _parts(lines: Sequence[str], spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """Give line, start and end of every marked piece."""
    begins = 0
    for number, line in enumerate(lines):
        for start, end in spans:
            if start < begins + len(line) and end > begins:
                yield number, max(start - begins, 0), min(end - begins, len(line))
        begins += len(line)
