"""Grounds that screens are laid on: panes, cards, separators, scroll areas that follow the theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.strokes import frame, ground, panel
from gui.platform.theme import theme_of


class Pane(QWidget):
    """A widget painted in one ground of the theme."""

    def __init__(self, ground: str = "ground", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def show_ground(self, ground: str) -> None:
        """Stand on another colour role."""
        self._ground = ground
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground(QPainter(self), event.rect(), theme_of(self).role(self._ground))


class Card(QWidget):
    """A ground with a line round it; an empty ground lets what lies under show through."""

    def __init__(
        self,
        ground: str = "sheet",
        line: str = "line",
        *,
        radius: float = 4,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._line = line
        self._radius = radius
        self._dashed = dashed

    def show_look(self, ground: str, line: str) -> None:
        """Take another ground and line."""
        self._ground, self._line = ground, line
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        line = theme.role(self._line)
        if self._dashed:
            frame(painter, rect, line, radius=self._radius, style=Qt.PenStyle.DashLine)
        elif self._ground:
            panel(painter, rect, theme.role(self._ground), line, radius=self._radius)
        else:
            frame(painter, rect, line, radius=self._radius)


class Rule(QWidget):
    """A separator one pixel thick."""

    def __init__(self, line: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        ground(QPainter(self), self.rect(), theme_of(self).role(self._line))


def hrule(line: str = "line") -> Rule:
    """Make a level separator."""
    rule = Rule(line)
    rule.setFixedHeight(1)
    return rule


def vrule(height: int = 0, line: str = "line") -> Rule:
    """Make an upright separator; without a height it grows with its row."""
    rule = Rule(line)
    rule.setFixedWidth(1)
    if height:
        rule.setFixedHeight(height)
    return rule


def column_in(widget: QWidget, spacing: int = 0) -> QVBoxLayout:
    """Make a column that fills a widget to its edges."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def row_in(widget: QWidget, spacing: int = 0) -> QHBoxLayout:
    """Make a row that fills a widget to its edges."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def scrolled(content: QWidget, *, level: bool = False) -> QScrollArea:
    """Put content into a frameless scroll area that shows the ground beneath it; Tab stops at what is in it."""
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    lay_in(area, content)
    if level:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area


def lay_in(area: QScrollArea, content: QWidget) -> None:
    """Lay content as wide as it is into a scroll area, without frame or ground of its own."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    let_through(area)
    area.setWidget(content)
    content.setAutoFillBackground(False)


def let_through(area: QAbstractScrollArea) -> None:
    """Give an area a fresh viewport, which shows what lies beneath it.

    Clearing the one it has would do, too, but whoever asks for that has every kind of widget named to Python first:
    a twentieth of a start.
    """
    area.setViewport(QWidget())
