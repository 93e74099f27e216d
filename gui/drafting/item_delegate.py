"""How an item of a draft is drawn: its whole text, what is set of it, what is still to do."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from gui.drafting.content import DraftItemRow
from gui.drafting.item_model import ITEM
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.strokes import Option, focus_frame, rule
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets.chip import HEIGHT as CHIP
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.text import Wrapped, wrapped

PAD, TOP, KEY, GAP, META = 16, 10, 52, 8, 20
TEXT_LEFT = PAD + KEY + GAP
_S = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class DraftItemDelegate(QStyledItemDelegate):
    """Draws rows as high as their text; `width` tells how wide the list is."""

    def __init__(self, width: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._width = width

    @override
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row, width = index.data(ITEM), self._width()
        height = _text(row, width).height if isinstance(row, DraftItemRow) else 0
        return QSize(width, 2 * TOP + height + 4 + META)

    @override
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ITEM)
        if not isinstance(row, DraftItemRow):
            return
        theme, rect = theme_of(option.palette), QRectF(option.rect)
        painter.save()
        draw_row_ground(painter, rect, theme, option.state)
        rule(
            painter,
            rect.left() + (3 if option.state & _S.State_Selected else 0),
            rect.bottom() - 1,
            rect.right(),
            theme.line,
        )
        _paint_words(painter, rect, row, theme, is_chosen=bool(option.state & _S.State_Selected))
        if option.state & _S.State_HasFocus and option.state & _S.State_KeyboardFocusChange:
            focus_frame(painter, rect.adjusted(0, 0, 0, -1), theme.accent, radius=0)
        painter.restore()


def _text(row: DraftItemRow, width: int) -> Wrapped:
    return wrapped(row.text, Role.BODY, width - TEXT_LEFT - PAD)


def _paint_words(painter: QPainter, rect: QRectF, row: DraftItemRow, theme: Theme, *, is_chosen: bool) -> None:
    faint = theme.ink2 if is_chosen else theme.ink3
    left, top = rect.left() + TEXT_LEFT, rect.top() + TOP
    painter.setFont(fonts.meta())
    painter.setPen(faint)
    painter.drawText(QRectF(rect.left() + PAD, top, KEY, 20), _MIDDLE, row.label)
    text = _text(row, round(rect.width()))
    text.draw(painter, left, top, theme.ink3 if row.is_dropped else theme.ink)
    if row.is_dropped:
        _strike(painter, text, left, top, theme)
    meta = QRectF(left, top + text.height + 4, rect.right() - PAD - left, META)
    meta.setRight(_paint_chip(painter, meta, row, theme))
    painter.setFont(fonts.meta())
    painter.setPen(faint)
    shown = QFontMetricsF(fonts.meta()).elidedText(row.meta, Qt.TextElideMode.ElideRight, meta.width())
    painter.drawText(meta, _MIDDLE, shown)


def _strike(painter: QPainter, text: Wrapped, left: float, top: float, theme: Theme) -> None:
    metrics, step = QFontMetricsF(fonts.font(text.role)), fonts.line_height(text.role)
    for number, line in enumerate(text.lines):
        rule(painter, left, top + number * step + step // 2, left + metrics.horizontalAdvance(line), theme.ink3)


def _paint_chip(painter: QPainter, rect: QRectF, row: DraftItemRow, theme: Theme) -> float:
    """Draw what is still to do at the right, and say how far what stands before it may go."""
    words, tone = _chip(row)
    if not words:
        return rect.right()
    wide = chip_width(words)
    paint_chip(painter, QRectF(rect.right() - wide, rect.top(), wide, CHIP), words, tone, theme)
    return rect.right() - wide - GAP


def _chip(row: DraftItemRow) -> tuple[str, str]:
    if row.is_dropped:
        return "已删去", "plain"
    return ("待改写", "partly") if row.is_borrowed else ("", "")
