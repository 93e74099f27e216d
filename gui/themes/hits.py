"""Words that were looked for, lit in painted text."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from gui.platform.fonts import font, line_height
from gui.platform.theme import Theme
from gui.widgets.text import Wrapped
from models.folding import folded


def draw_lit(
    painter: QPainter, text: Wrapped, corner: tuple[float, float], ink: QColor, *, theme: Theme, words: Sequence[str]
) -> None:
    """Draw wrapped text with its upper left corner at `corner`, the words lit."""
    x, y = corner
    metrics, step = QFontMetricsF(font(text.role)), line_height(text.role)
    for number, start, end in _places(text.lines, words):
        line = text.lines[number]
        left, width = metrics.horizontalAdvance(line[:start]), metrics.horizontalAdvance(line[start:end])
        painter.fillRect(QRectF(x + left, y + number * step + 1, width, step - 2), theme.lit)
    text.draw(painter, x, y, ink)


def _places(lines: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Give line, start and end of every hit; a word broken over two lines has a place in each."""
    whole = folded("".join(lines))
    if len(whole) != sum(map(len, lines)):  # a ligature or the like: places would be off
        return
    for word in words:
        for found in re.finditer(re.escape(word), whole):
            yield from _parts(lines, found.start(), found.end())


def _parts(lines: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    for number, line in enumerate(lines):
        if start < len(line) and end > 0:
            yield number, max(start, 0), min(end, len(line))
        start, end = start - len(line), end - len(line)
