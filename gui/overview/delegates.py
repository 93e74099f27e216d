"""How the rows of the overview are painted: sections, figures, overdue items."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from typing_extensions import override

from gui.overview.content import SectionLine
from gui.overview.figure_lines import FigureLine
from gui.overview.overdue_lines import OverdueLine
from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.theme import Theme
from gui.widgets import gauge, stacked_bar, status_mark
from gui.widgets.chip import HEIGHT as CHIP_HEIGHT
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.row_list import RowDelegate
from gui.widgets.text import wrapped
from models.vocabulary import Judgement

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEAST_HEADING, _HEADING_SHARE, _CARRIED, _GAP, _BAR, _MOVED = 168, 0.34, 88, 16, 20, 48
_NARROW = 640
_MARK, _COLUMN_GAP = 16, 12
_DAYS, _ARROW, _WHO = 72, 16, 16


class SectionDelegate(RowDelegate):
    """Heading, a bar as long as the section has items, and how many are carried out."""

    is_ruled = False

    def __init__(self, height: int) -> None:
        super().__init__(height)
        self._longest = 1
        self._heading = _LEAST_HEADING
        self._moved = 0

    def measure(self, rows: Sequence[SectionLine]) -> None:
        """Let the section with most items fill the bar's room, and the longest heading its column."""
        metrics = QFontMetrics(fonts.body())
        self._longest = max((row.total for row in rows), default=1)
        self._moved = _MOVED if any(row.moved_words for row in rows) else 0
        self._heading = max((metrics.horizontalAdvance(row.heading) for row in rows), default=_LEAST_HEADING)

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: SectionLine, theme: Theme, /) -> None:
        write(painter, self._heading_rect(rect), row.heading, Role.BODY, theme.ink)
        stacked_bar.paint(painter, self._bar_rect(rect, row), row.counts, theme)
        carried = QRect(rect.right() + 1 - self._moved - _CARRIED, rect.top(), _CARRIED, rect.height())
        write(painter, carried, row.carried, Role.SMALL, theme.ink2, _RIGHT)
        moved = QRect(rect.right() + 1 - self._moved, rect.top(), self._moved, rect.height())
        write(painter, moved, row.moved_words, Role.META, theme.met if (row.moved or 0) > 0 else theme.not_met, _RIGHT)

    @override
    def cut_text(self, rect: QRect, row: SectionLine, /) -> str:
        return _cut(row.heading, Role.BODY, self._heading_rect(rect).width())

    def _heading_rect(self, rect: QRect) -> QRect:
        width = max(_LEAST_HEADING, min(self._heading + 1, int(rect.width() * _HEADING_SHARE)))
        return QRect(rect.left(), rect.top(), width, rect.height())

    def _bar_rect(self, rect: QRect, row: SectionLine) -> QRectF:
        left = self._heading_rect(rect).right() + 1 + _GAP
        room = rect.right() + 1 - self._moved - _CARRIED - _GAP - left
        top = rect.top() + (rect.height() - _BAR) // 2
        return QRectF(left, top, round(room * row.total / self._longest), _BAR)


class FigureDelegate(RowDelegate):
    """Mark, name, target, actual value, gauge, distance."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: FigureLine, theme: Theme, /) -> None:
        mark, name, target, actual, track, distance = figure_columns(rect)
        square = QRectF(mark.left(), mark.center().y() - _MARK // 2 + 1, _MARK, _MARK)
        status_mark.paint_judgement(painter, square, row.judgement, theme)
        self._paint_name(painter, name, row, theme)
        write(painter, target, row.target, Role.SMALL, theme.ink)
        write(painter, actual, row.actual, Role.BODY_BOLD, theme.ink)
        if row.gauge is not None:
            gauge.paint(painter, QRectF(track), row.gauge, theme)
        is_missed = row.judgement is Judgement.MISSED
        write(painter, distance, row.distance, Role.SMALL, theme.not_met if is_missed else theme.ink2, _RIGHT)

    @override
    def cut_text(self, rect: QRect, row: FigureLine, /) -> str:
        name = figure_columns(rect)[1]
        return _cut(row.name, Role.BODY, name.width()) or row.sentence

    def _paint_name(self, painter: QPainter, rect: QRect, row: FigureLine, theme: Theme) -> None:
        write(painter, rect, row.name, Role.BODY, theme.ink)
        used = QFontMetrics(fonts.body()).horizontalAdvance(row.name) + 8
        metrics, room = QFontMetrics(fonts.meta()), rect.width() - used
        note = next((text for text in (row.note, row.item) if metrics.horizontalAdvance(text) <= room), "")
        write(painter, rect.adjusted(used, 1, 0, 1), note, Role.META, theme.ink3)


class OverdueDelegate(RowDelegate):
    """How many days, what, who and by when; the days stand in one column."""

    def __init__(self, height: int) -> None:
        super().__init__(height)
        self._days = _DAYS

    def make_room(self, rows: Iterable[OverdueLine]) -> None:
        """Make the column of days as wide as the longest of them."""
        self._days = max((_DAYS, *(chip_width(_days_words(row)) for row in rows)))

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: OverdueLine, theme: Theme, /) -> None:
        chip = QRectF(rect.left(), rect.center().y() - CHIP_HEIGHT // 2 + 1, self._days, CHIP_HEIGHT)
        paint_chip(painter, chip, _days_words(row), "not_met", theme)
        words = _overdue_rect(rect, self._days)
        text = wrapped(row.text, Role.BODY, words.width(), 2)
        top = rect.top() + (rect.height() - text.height - _WHO) // 2 + 1
        text.draw(painter, words.left(), top, theme.ink)
        write(painter, QRect(words.left(), top + text.height, words.width(), _WHO), row.who, Role.META, theme.ink3)
        arrow = QRectF(rect.right() + 1 - _ARROW, rect.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW)
        icons.draw(painter, arrow, "right", theme.ink3)

    @override
    def cut_text(self, rect: QRect, row: OverdueLine, /) -> str:
        width = _overdue_rect(rect, self._days).width()
        is_cut = wrapped(row.text, Role.BODY, width, 2).is_cut or _cut(row.who, Role.META, width)
        return f"{row.text}\n{row.who}" if is_cut else ""


def figure_columns(rect: QRect) -> Sequence[QRect]:
    """Share a row out: mark, name, target, actual, gauge, distance; the gauge goes where there is no room."""
    widths = (108, 92, 148, 96) if rect.width() >= _NARROW else (96, 84, 96, 84)
    columns: list[QRect] = []
    right = rect.right() + 1
    for width in reversed(widths):
        columns.insert(0, QRect(right - width, rect.top(), width, rect.height()))
        right -= width + _COLUMN_GAP
    mark = QRect(rect.left(), rect.top(), 20, rect.height())
    left = mark.right() + 1 + _COLUMN_GAP
    return (mark, QRect(left, rect.top(), right - left, rect.height()), *columns)


def write(
    painter: QPainter, rect: QRect, text: str, role: Role, colour: QColor, side: Qt.AlignmentFlag = _LEFT
) -> None:
    """Write one line into a rectangle, ending in … where it does not fit."""
    painter.setFont(fonts.font(role))
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side, shown)


def _days_words(row: OverdueLine) -> str:
    return QCoreApplication.translate("Overview", "过期 {days} 天").format(days=row.days)


def _overdue_rect(rect: QRect, chip: int) -> QRect:
    left = rect.left() + chip + _COLUMN_GAP
    return QRect(left, rect.top(), rect.right() + 1 - _ARROW - _COLUMN_GAP - left, rect.height())


def _cut(text: str, role: Role, width: int) -> str:
    return text if QFontMetrics(fonts.font(role)).horizontalAdvance(text) > width else ""
