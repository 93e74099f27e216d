"""Wrapped text at the line heights of look.md, measured once per text, role and width."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform.fonts import Role, font, line_height
from gui.platform.theme import theme_of
from gui.widgets.labels import set_tip


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text broken into lines that fit; the last one ends in … when more was said."""

    lines: tuple[str, ...]
    role: Role
    is_cut: bool

    @property
    def height(self) -> int:
        """Say how high the lines stand."""
        return len(self.lines) * line_height(self.role)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw the lines with their upper left corner at x, y."""
        used, step = font(self.role), line_height(self.role)
        metrics = QFontMetricsF(used)
        drop = (step - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(used)
        painter.setPen(colour)
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(x, round(y + number * step + drop)), line)


@lru_cache(maxsize=4096)
def wrapped(text: str, role: Role, width: int, max_lines: int = 0) -> Wrapped:
    """Break text into lines; with `max_lines` the rest is left out behind an ellipsis."""
    broken = [line for paragraph in text.splitlines() or [""] for line in _broken(paragraph, role, width)]
    if not max_lines or len(broken) <= max_lines:
        return Wrapped(tuple(broken), role, False)
    rest = "".join(broken[max_lines - 1 :])
    last = QFontMetrics(font(role)).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return Wrapped((*broken[: max_lines - 1], last), role, True)


def _broken(paragraph: str, role: Role, width: int) -> list[str]:
    layout = QTextLayout(paragraph, font(role))
    layout.setTextOption(_option())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines or [""]


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class Paragraph(QWidget):
    """Text in a column, at its role's own line height; what is cut is told by the tooltip."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        ink: str = "ink",
        *,
        max_lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._ink, self._max_lines = role, ink, max_lines
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_text(text)

    @property
    def text(self) -> str:
        """Give the text, cut or not."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show other text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: str) -> None:
        """Write in another colour role of the theme."""
        self._ink = ink
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._wrapped(width).height

    @override
    def sizeHint(self) -> QSize:
        natural = max(map(QFontMetrics(font(self._role)).horizontalAdvance, self._text.splitlines() or [""]))
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else min(natural + 1, 480)
        return QSize(min(natural + 1, 480), self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(self._role)).averageCharWidth() * 4, line_height(self._role))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self._wrapped(self.width())
        set_tip(self, self._text if shown.is_cut else "")
        shown.draw(QPainter(self), 0, 0, theme_of(self).role(self._ink))

    def _wrapped(self, width: int) -> Wrapped:
        return wrapped(self._text, self._role, width, self._max_lines)
