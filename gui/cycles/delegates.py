"""How sections and items then and now are painted."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from typing_extensions import override

from gui.cycles.content import CourseLine, RateLine
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.theme import Theme
from gui.widgets import status_mark
from gui.widgets.chip import HEIGHT as CHIP_HEIGHT
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.row_list import RowDelegate
from resources import word
from services.cycles.comparison import Course

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_RATE, _MOVED, _GAP = 56, 100, 12
_LABEL, _MARK, _CHIP, _LINE, _META = 64, 16, 88, 24, 16
TONES = {
    Course.DOWN: "not_met",
    Course.UP: "met",
    Course.SAME: "plain",
    Course.UNLIKE: "na",
    Course.OPEN: "na",
    Course.NEW: "select",
    Course.GONE: "na",
}


class RateDelegate(RowDelegate):
    """A name, the rate then, the rate now, and how far it moved."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: RateLine, theme: Theme, /) -> None:
        name, before, after, moved = _rate_columns(rect)
        write(painter, name, row.name, (Role.BODY, theme.ink), _LEFT)
        then, now = (Role.BODY, theme.ink2), (Role.BODY_BOLD, theme.ink)
        years = (Role.META, theme.ink3)
        write(painter, before, row.before, years if row.is_head else then, _RIGHT)
        write(painter, after, row.after, years if row.is_head else now, _RIGHT)
        write(painter, moved, row.moved, (Role.SMALL, moved_ink(row.points, theme)), _RIGHT)

    @override
    def cut_text(self, rect: QRect, row: RateLine, /) -> str:
        name = _rate_columns(rect)[0]
        return row.name if _width(row.name, Role.BODY) > name.width() else ""


class CourseDelegate(RowDelegate):
    """Number, text, marks then and now, and how it went; its figures below."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: CourseLine, theme: Theme, /) -> None:
        label, text, marks, chip = _course_columns(rect)
        top, line = _top(rect, row), _LINE
        write(painter, QRect(label.left(), top, label.width(), line), row.label, (Role.META, theme.ink3), _LEFT)
        write(painter, QRect(text.left(), top, text.width(), line), row.text, (Role.BODY, theme.ink), _LEFT)
        if row.figures:
            below = QRect(text.left(), top + line, text.width(), _META)
            write(painter, below, row.figures, (Role.META, theme.ink2), _LEFT)
        self._paint_marks(painter, marks, row, theme)
        name = word(row.course)
        place = QRectF(chip.left(), rect.center().y() - CHIP_HEIGHT // 2 + 1, min(_CHIP, chip_width(name)), CHIP_HEIGHT)
        paint_chip(painter, place, name, TONES[row.course], theme)

    @override
    def cut_text(self, rect: QRect, row: CourseLine, /) -> str:
        text = _course_columns(rect)[1]
        is_cut = _width(row.text, Role.BODY) > text.width() or _width(row.figures, Role.META) > text.width()
        return "\n".join(filter(None, (row.text, row.figures))) if is_cut else ""

    def _paint_marks(self, painter: QPainter, rect: QRect, row: CourseLine, theme: Theme) -> None:
        top = rect.center().y() - _MARK // 2 + 1
        if row.before is not None:
            status_mark.paint(painter, QRectF(rect.left(), top, _MARK, _MARK), row.before, theme)
        write(painter, rect, "→", (Role.META, theme.ink3), Qt.AlignmentFlag.AlignCenter)
        if row.after is not None:
            status_mark.paint(painter, QRectF(rect.right() + 1 - _MARK, top, _MARK, _MARK), row.after, theme)


def moved_ink(points: int | None, theme: Theme) -> QColor:
    """Give the ink of a movement: better, worse, or none."""
    if not points:
        return theme.ink3
    return theme.met if points > 0 else theme.not_met


def write(painter: QPainter, rect: QRect, text: str, look: tuple[Role, QColor], side: Qt.AlignmentFlag) -> None:
    """Write one line into a rectangle, ending in … where it does not fit."""
    role, ink = look
    painter.setFont(fonts.font(role))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.TextFlag.TextSingleLine, shown)


def _rate_columns(rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    right = rect.right() + 1
    moved = QRect(right - _MOVED, rect.top(), _MOVED, rect.height())
    after = QRect(moved.left() - _RATE, rect.top(), _RATE, rect.height())
    before = QRect(after.left() - _GAP - _RATE, rect.top(), _RATE, rect.height())
    return QRect(rect.left(), rect.top(), before.left() - _GAP - rect.left(), rect.height()), before, after, moved


def _course_columns(rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    chip = QRect(rect.right() + 1 - _CHIP, rect.top(), _CHIP, rect.height())
    marks = QRect(chip.left() - _GAP - 3 * _MARK - 8, rect.top(), 3 * _MARK + 8, rect.height())
    left = rect.left() + _LABEL
    text = QRect(left, rect.top(), marks.left() - _GAP - left, rect.height())
    return QRect(rect.left(), rect.top(), _LABEL, rect.height()), text, marks, chip


def _top(rect: QRect, row: CourseLine) -> int:
    height = _LINE + (_META if row.figures else 0)
    return rect.top() + (rect.height() - height) // 2 + 1


def _width(text: str, role: Role) -> int:
    return QFontMetrics(fonts.font(role)).horizontalAdvance(text)
