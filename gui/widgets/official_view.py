"""The official text itself: numbered lines in serif, the anchors of the item in hand lit up, figures marked."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.theme import Theme, theme_of
from gui.widgets.official_layout import LINE, PlacedRow, TextColumn, format_range, text_width
from gui.widgets.official_rows import Mark, TextRow
from models.vocabulary import ItemKey

_NUMBERS, _GAP, _PAD, _EDGE = 44, 20, 24, 3
_ABOVE = 4


class TextView(QAbstractScrollArea):
    """Shows the text; a click on an anchor says whose it is, `line_in_view` which line stands at the top."""

    anchor_clicked = Signal(str)
    line_in_view = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TextRow, ...] = ()
        self._column = TextColumn((), 1)
        self._marks: dict[int, list[Mark]] = defaultdict(list)
        self._key: ItemKey | None = None
        self._clause = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("官方文本"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_text(self, rows: Sequence[TextRow], marks: Sequence[Mark]) -> None:
        """Show another text from its beginning."""
        self._rows = tuple(rows)
        self._marks = defaultdict(list)
        for mark in marks:
            self._marks[mark.line].append(mark)
        self._key, self._clause = None, ""
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def show_item(self, key: ItemKey, clause: str, place: tuple[int, int] | None) -> None:
        """Light an item's anchors, bring its clause forward, and scroll to a line of it and its character."""
        self._key, self._clause = key, clause
        if place is not None:
            self.scroll_to(*place)
        self.viewport().update()

    def scroll_to(self, line: int, offset: int = 0) -> None:
        """Bring a line into view with what leads to it above."""
        top = self.top_of(line, offset)
        if top is None:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + LINE <= top <= bar.value() + room - 3 * LINE:
            bar.setValue(max(top - min(_ABOVE * LINE, room // 3), 0))

    @property
    def height_of_text(self) -> int:
        """Say how high the whole text stands."""
        return self._column.height + 2 * _PAD

    def top_of(self, line: int, offset: int = 0) -> int | None:
        """Say how far from the text's top a character of a line stands."""
        top = self._column.top_of(line, offset)
        return None if top is None else top + _PAD

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), theme_of(self)
        painter.fillRect(event.rect(), theme.raised)
        shift = _PAD - self.verticalScrollBar().value()
        for index in range(self._column.index_at(event.rect().top() - shift), len(self._column.placed)):
            top = self._column.tops[index] + shift
            if top > event.rect().bottom():
                break
            self._paint_row(painter, self._column.placed[index], top, theme)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._mark_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark and event.button() == Qt.MouseButton.LeftButton:
            self.anchor_clicked.emit(mark.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Break the lines anew for the width, the line at the top staying there."""
        kept = self._line_at_top()
        room = self.viewport().width() - self._least_left() - _PAD
        if text_width(room) != self._column.width or self._rows != tuple(one.row for one in self._column.placed):
            self._column = TextColumn(self._rows, max(text_width(room), 1))
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self.height_of_text - self.viewport().height(), 0))
        bar.setPageStep(max(self.viewport().height() - LINE, LINE))
        bar.setSingleStep(LINE)
        if kept is not None and (top := self.top_of(kept)) is not None:
            bar.setValue(top - _PAD)
        self.viewport().update()

    def _least_left(self) -> int:
        return _PAD + _NUMBERS + _GAP

    def _left(self) -> int:
        """Stand in the middle where there is room to spare."""
        spare = self.viewport().width() - self._least_left() - self._column.width - _PAD
        return self._least_left() + max(spare, 0) // 3

    def _paint_row(self, painter: QPainter, one: PlacedRow, top: int, theme: Theme) -> None:
        left, marks = self._left(), self._marks[one.row.number]
        if any(mark.key == self._key for mark in marks):
            band = QRectF(left - _GAP - _NUMBERS, top, _NUMBERS + _GAP + self._column.width + 8, one.lines * LINE)
            painter.fillRect(band, theme.ground)
            painter.fillRect(QRectF(band.left(), top, _EDGE, band.height()), theme.accent)
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        numbers = QRect(left - _GAP - _NUMBERS, top, _NUMBERS, LINE)
        painter.drawText(numbers, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(one.row.number))
        is_forward = one.row.is_section or not self._clause or one.row.ref == self._clause
        painter.setPen(theme.ink if is_forward else theme.ink2)
        one.layout.draw(painter, QPointF(left, top), self._dressed(one.row, marks, theme))

    def _dressed(self, row: TextRow, marks: Sequence[Mark], theme: Theme) -> list[QTextLayout.FormatRange]:
        """Light the anchors of the item in hand, draw a line under its neighbours', set figures semi-bold."""
        dressed = []
        for mark in sorted(marks, key=lambda mark: mark.key == self._key):
            look = QTextCharFormat()
            if mark.is_figure:
                look.setFontWeight(QFont.Weight.DemiBold)
                look.setForeground(theme.ink)
            if mark.key == self._key:
                look.setBackground(theme.lit)
                look.setForeground(theme.ink)
            elif row.ref == self._clause:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                look.setUnderlineColor(theme.line2)
            dressed.append(format_range(row.text, mark.start, mark.end, look))
        return dressed

    def _mark_at(self, point: QPointF) -> Mark | None:
        y = round(point.y()) + self.verticalScrollBar().value() - _PAD
        place = self._column.offset_at(point.x() - self._left(), y)
        if place is None or point.x() < self._left():
            return None
        over = [mark for mark in self._marks[place[0]] if mark.start <= place[1] < mark.end]
        return min(over, key=lambda mark: (mark.key != self._key, mark.end - mark.start), default=None)

    def _line_at_top(self) -> int | None:
        if not self._column.placed:
            return None
        return self._column.placed[self._column.index_at(self.verticalScrollBar().value())].row.number

    def _on_scrolled(self) -> None:
        self.viewport().update()
        line = self._line_at_top()
        if line is not None:
            self.line_in_view.emit(line)
