"""The figures of a theme, lined up city by city."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform.fonts import Role, font, line_height
from gui.platform.strokes import rule
from gui.platform.theme import Theme, theme_of
from gui.themes.columns import INDENT, Span, spans
from gui.themes.content import FigureCell, FigureLine
from gui.themes.hits import draw_lit
from gui.widgets.text import Wrapped, wrapped

_ABOVE, _BELOW, _BETWEEN, _BESIDE = 8, 12, 8, 8


class FigureBoard(QWidget):
    """A line a figure: its name, and under it what each city sets, — where it sets nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[FigureLine, ...] = ()
        self._cities: tuple[str, ...] = ()
        self._words: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figures(self, lines: Sequence[FigureLine], cities: Sequence[str], words: Sequence[str] = ()) -> None:
        """Show other figures, words looked for lit; without any figure the board takes no room."""
        self._lines, self._cities, self._words = tuple(lines), tuple(cities), tuple(words)
        self.setVisible(bool(lines))
        self.setAccessibleName(self.tr("指标对照"))
        self.setAccessibleDescription("\n".join(self._sentences()))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return sum(_line_height(line, width) for line in self._lines)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, top = QPainter(self), theme_of(self), 0
        for line in self._lines:
            height = _line_height(line, self.width())
            if event.rect().intersects(QRect(0, top, self.width(), height)):
                self._paint_line(painter, line, top, theme)
                rule(painter, 0, top + height - 1, self.width(), theme.line)
            top += height

    def _paint_line(self, painter: QPainter, line: FigureLine, top: int, theme: Theme) -> None:
        name = _name(line, self.width())
        draw_lit(painter, name, (INDENT, top + _ABOVE), theme.ink2, theme=theme, words=self._words)
        for span, cells in zip(spans(self.width(), len(line.by_city)), line.by_city, strict=True):
            self._paint_cells(painter, cells, span, top + _ABOVE + name.height, theme)

    def _paint_cells(self, painter: QPainter, cells: Sequence[FigureCell], span: Span, top: int, theme: Theme) -> None:
        if not cells:
            wrapped("—", Role.BODY, span.text_width).draw(painter, span.text_left, top, theme.ink3)
        for cell in cells:
            laid = _laid(cell, span.text_width)
            for part in laid:
                corner = (span.text_left + part.x, top + part.y)
                draw_lit(painter, part.text, corner, theme.role(part.ink), theme=theme, words=self._words)
            top += laid[-1].bottom + _BETWEEN

    def _sentences(self) -> Iterator[str]:
        for line in self._lines:
            for city, cells in zip(self._cities, line.by_city, strict=True):
                yield from (f"{line.name}，{city}：{cell.name} {cell.target}，{cell.details}" for cell in cells)


def _name(line: FigureLine, width: int) -> Wrapped:
    return wrapped(line.name, Role.SMALL_BOLD, width - 2 * INDENT)


def _line_height(line: FigureLine, width: int) -> int:
    tallest = max(map(_cells_height, line.by_city, spans(width, len(line.by_city))))
    return _ABOVE + _name(line, width).height + tallest + _BELOW


def _cells_height(cells: Sequence[FigureCell], span: Span) -> int:
    if not cells:
        return line_height(Role.BODY)
    return sum(_laid(cell, span.text_width)[-1].bottom for cell in cells) + _BETWEEN * (len(cells) - 1)


class _Part(NamedTuple):
    """A text of a cell and where it stands in it."""

    text: Wrapped
    x: int
    y: int
    ink: str

    @property
    def bottom(self) -> int:
        """Say where it ends."""
        return self.y + self.text.height


def _laid(cell: FigureCell, width: int) -> tuple[_Part, ...]:
    """Lay a cell out: the target, beside it whose and by when if there is room, below what is counted."""
    role, ink = (Role.BODY_BOLD, "ink") if cell.has_number else (Role.SMALL, "ink3")
    target, details = wrapped(cell.target, role, width), wrapped(cell.details, Role.META, width)
    beside = _advance(cell.target, role) + _BESIDE
    is_beside = beside + _advance(cell.details, Role.META) <= width
    details_at = (beside, line_height(role) - details.height - 1) if is_beside else (0, target.height)
    under = target.height if is_beside else target.height + details.height
    return (
        _Part(target, 0, 0, ink),
        _Part(details, *details_at, "ink3"),
        _Part(wrapped(cell.name, Role.META, width), 0, under, "ink2"),
    )


def _advance(text: str, role: Role) -> int:
    return QFontMetrics(font(role)).horizontalAdvance(text)
