"""An official text as one column: numbered serif lines, the item in hand lit up, figures and hits marked."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from checklists.flat_text import Span
from gui.platform import fonts
from gui.platform.strokes import focus_frame
from gui.platform.theme import Theme, theme_of
from gui.widgets.official_dressing import Dress, Hit
from gui.widgets.official_layout import LINE, TextColumn, text_width
from gui.widgets.official_rows import Mark, TextRow
from gui.widgets.official_selection import Selection
from models.vocabulary import ItemKey

PAD = 24
_NUMBERS, _GAP, _EDGE, _ABOVE = 44, 20, 3, 4
_KEYED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class OfficialColumn(QAbstractScrollArea):
    """Lays the text out, paints it and scrolls it; `line_in_view` says which line stands at the top."""

    line_in_view = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TextRow, ...] = ()
        self._column = TextColumn((), 1)
        self._marks: dict[int, list[Mark]] = defaultdict(list)
        self._hits: dict[int, list[Hit]] = {}
        self._selection: Selection | None = None
        self._is_keyed = False
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
        self._hits, self._selection = {}, None
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def show_item(self, key: ItemKey, clause: str, place: tuple[int, int] | None) -> None:
        """Light an item's anchors, bring its clause forward, and scroll to a line of it and its character."""
        self._key, self._clause = key, clause
        if place is not None:
            self.scroll_to(*place)
        self.viewport().update()

    def show_hits(self, hits: Sequence[Sequence[Span]], current: int | None = None) -> None:
        """Light what was found, and bring the one in hand into view."""
        self._hits = defaultdict(list)
        for number, hit in enumerate(hits):
            for span in hit:
                self._hits[span.line].append(Hit(span.start, span.end, number == current))
        if current is not None:
            self._reveal(hits[current][0])
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
        return self._column.height + 2 * PAD

    @property
    def line_at_top(self) -> int:
        """Name the line at the top of what is in view, 0 where there is no text."""
        if not self._column.placed:
            return 0
        return self._column.placed[self._column.index_at(self.verticalScrollBar().value())].row.number

    def top_of(self, line: int, offset: int = 0) -> int | None:
        """Say how far from the text's top a character of a line stands."""
        top = self._column.top_of(line, offset)
        return None if top is None else top + PAD

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), theme_of(self)
        painter.fillRect(event.rect(), theme.raised)
        shift = PAD - self.verticalScrollBar().value()
        for index in range(self._column.index_at(event.rect().top() - shift), len(self._column.placed)):
            top = self._column.tops[index] + shift
            if top > event.rect().bottom():
                break
            self._paint_row(painter, index, top, theme)
        self._paint_focus(painter, theme)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_keyed = event.reason() in _KEYED
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _reveal(self, span: Span) -> None:
        top = self.top_of(span.line, span.start)
        if top is not None:
            self._reveal_y(top)

    def _reveal_y(self, top: int) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top - LINE)
        elif top + LINE > bar.value() + room:
            bar.setValue(top + 2 * LINE - room)

    def _lay_out(self) -> None:
        """Break the lines anew for the width, the line at the top staying there."""
        kept = self.line_at_top
        room = self.viewport().width() - self._least_left() - PAD
        if text_width(room) != self._column.width or self._rows != tuple(one.row for one in self._column.placed):
            self._column = TextColumn(self._rows, max(text_width(room), 1))
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self.height_of_text - self.viewport().height(), 0))
        bar.setPageStep(max(self.viewport().height() - LINE, LINE))
        bar.setSingleStep(LINE)
        if kept and (top := self.top_of(kept)) is not None:
            bar.setValue(top - PAD)
        self.viewport().update()

    def _least_left(self) -> int:
        return PAD + _NUMBERS + _GAP

    def _left(self) -> int:
        """Stand in the middle where there is room to spare."""
        spare = self.viewport().width() - self._least_left() - self._column.width - PAD
        return self._least_left() + max(spare, 0) // 3

    def _paint_row(self, painter: QPainter, index: int, top: int, theme: Theme) -> None:
        one = self._column.placed[index]
        left, marks = self._left(), self._marks.get(one.row.number, [])
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
        chosen = self._selection.within(index, len(one.row.text)) if self._selection else (0, 0)
        dress = Dress(one.row, marks, self._hits.get(one.row.number, ()), chosen)
        lit = None if self._hits else self._key  # what is looked for is lit alone
        one.layout.draw(painter, QPointF(left, top), dress.formats(lit, self._clause, theme))

    def _paint_focus(self, painter: QPainter, theme: Theme) -> None:
        if not self.hasFocus():
            return
        if self._selection and self._rows:
            at = self._column.point_of(self._selection.caret)
            shift = PAD - self.verticalScrollBar().value()
            painter.fillRect(QRectF(self._left() + at.x(), at.y() + shift + 4, 2, LINE - 8), theme.accent)
        if self._is_keyed:
            focus_frame(painter, QRectF(self.viewport().rect()), theme.accent, radius=0)

    def _mark_at(self, point: QPointF) -> Mark | None:
        y = round(point.y()) + self.verticalScrollBar().value() - PAD
        place = self._column.offset_at(point.x() - self._left(), y)
        if place is None or point.x() < self._left():
            return None
        over = [mark for mark in self._marks.get(place[0], ()) if mark.start <= place[1] < mark.end]
        return min(over, key=lambda mark: (mark.key != self._key, mark.end - mark.start), default=None)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        if self.line_at_top:
            self.line_in_view.emit(self.line_at_top)
