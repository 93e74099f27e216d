"""How headings and items of the list are drawn (look.md section 4, item row)."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from gui.checklist.list_model import ENTRY, HeadEntry, ItemEntry
from gui.checklist.pressing import Pressing
from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.strokes import Option, focus_frame, rule
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets import status_mark, tally
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.marked_text import draw_marked
from gui.widgets.text import Wrapped, wrapped
from models.vocabulary import Status
from services.checklist import ItemRow

HEAD_HEIGHT = 36
_PAD, _TOP, _MARK, _GAP, _META = 16, 10, 16, 12, 20
_TEXT_LEFT = _PAD + _MARK + _GAP
_LINES = 2
_S = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ItemDelegate(QStyledItemDelegate):
    """Draws the list; `width` tells how wide it is, as rows are measured before they are laid out."""

    def __init__(self, width: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._width = width

    @override
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry = index.data(ENTRY)
        width = self._width()
        if not isinstance(entry, ItemEntry):
            return QSize(width, HEAD_HEIGHT)
        return QSize(width, 2 * _TOP + round(_text(entry.row, width).height) + 4 + _META)

    @override
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        entry, rect, theme = index.data(ENTRY), QRectF(option.rect), theme_of(option.palette)
        painter.save()
        if isinstance(entry, HeadEntry):
            paint_head(painter, rect, entry, theme)
        elif isinstance(entry, ItemEntry):
            _paint_item(painter, rect, entry, theme, option.state)
        painter.restore()


def paint_head(painter: QPainter, rect: QRectF, entry: HeadEntry, theme: Theme) -> None:
    """Draw the heading of a measure: number, heading, tally, count."""
    painter.fillRect(rect, theme.sheet)
    rule(painter, rect.left(), rect.bottom() - 1, rect.right(), theme.line)
    right = _draw_count(painter, rect, entry, theme)
    painter.setFont(fonts.small(bold=True))
    painter.setPen(theme.ink)
    left = rect.left() + _PAD
    metrics = QFontMetricsF(painter.font())
    if entry.number:
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), _MIDDLE, entry.number)
        left += metrics.horizontalAdvance(entry.number) + 8
    shown = metrics.elidedText(entry.heading, Qt.TextElideMode.ElideRight, right - left)
    painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), _MIDDLE, shown)


def _draw_count(painter: QPainter, rect: QRectF, entry: HeadEntry, theme: Theme) -> float:
    """Draw tally and count, and say how far the heading may go."""
    right = rect.right() - _PAD
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    painter.drawText(QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), _RIGHT, entry.count)
    right -= QFontMetricsF(painter.font()).horizontalAdvance(entry.count) + 8
    wide = tally.width_of(len(entry.statuses))
    tally.paint(painter, QRectF(right - wide, rect.center().y() - 6, wide, 12), entry.statuses, theme)
    return right - wide - 8


def _text(row: ItemRow, width: int) -> Wrapped:
    return wrapped(row.item.text, Role.BODY, width - _TEXT_LEFT - _PAD, _LINES)


def _paint_item(painter: QPainter, rect: QRectF, entry: ItemEntry, theme: Theme, state: QStyle.StateFlag) -> None:
    draw_row_ground(painter, rect, theme, state)
    rule(painter, rect.left() + (3 if state & _S.State_Selected else 0), rect.bottom() - 1, rect.right(), theme.line)
    text = _text(entry.row, round(rect.width()))
    _draw_mark(painter, rect, entry.row, theme)
    left, top = rect.left() + _TEXT_LEFT, rect.top() + _TOP
    ink = theme.ink if entry.row.is_binding else theme.ink3
    draw_marked(painter, text, (left, top), ink, tint=theme.lit, spans=entry.found.spans)
    meta = QRectF(left, top + text.height + 4, rect.right() - _PAD - left, _META)
    _draw_meta(painter, meta, entry, theme, is_chosen=bool(state & _S.State_Selected))
    if state & _S.State_HasFocus and state & _S.State_KeyboardFocusChange:
        focus_frame(painter, rect.adjusted(0, 0, 0, -1), theme.accent, radius=0)


def _draw_mark(painter: QPainter, rect: QRectF, row: ItemRow, theme: Theme) -> None:
    place = QRectF(rect.left() + _PAD, rect.top() + _TOP + 2, _MARK, _MARK)
    painter.save()
    if not row.is_binding:
        painter.setOpacity(0.5)
    status_mark.paint(painter, place, row.status if row.is_binding else Status.NOT_APPLICABLE, theme)
    painter.restore()


def _draw_meta(painter: QPainter, rect: QRectF, entry: ItemEntry, theme: Theme, *, is_chosen: bool) -> None:
    ink = theme.ink2 if is_chosen else theme.ink3
    painter.setFont(fonts.meta())
    painter.setPen(ink)
    metrics = QFontMetricsF(painter.font())
    left = rect.left()
    if entry.found.fragment is not None:
        _draw_found(painter, rect, entry, theme)
        return
    for icon_name, text in _meta(entry.row):
        if icon_name:
            icons.draw(painter, QRectF(left, rect.center().y() - 7, 14, 14), icon_name, ink)
            left += 14 + 4
        painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), _MIDDLE, text)
        left += metrics.horizontalAdvance(text) + _GAP
    if entry.pressing is not None:
        _draw_pressing(painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), entry.pressing, theme)


def _draw_found(painter: QPainter, rect: QRectF, entry: ItemEntry, theme: Theme) -> None:
    """Write in place of the particulars what else has the words asked for."""
    cut, metrics = entry.found.fragment, QFontMetricsF(painter.font())
    assert cut is not None
    label = f"{entry.row.label}　{entry.found.name}　"
    painter.drawText(rect, _MIDDLE, label)
    left = rect.left() + metrics.horizontalAdvance(label)
    shown = metrics.elidedText(cut.text, Qt.TextElideMode.ElideRight, rect.right() - left)
    line = Wrapped((shown,), Role.META, is_cut=False)
    top = rect.center().y() - line.height / 2
    reach = len(shown) if shown == cut.text else len(shown) - 1
    spans = [(start, min(end, reach)) for start, end in cut.spans if start < reach]
    draw_marked(painter, line, (left, top), theme.ink2, tint=theme.lit, spans=spans)


def _meta(row: ItemRow) -> list[tuple[str, str]]:
    parts = [("", row.label)]
    if row.answer.department:
        parts.append(("dept", _short(row.answer.department)))
    parts.append(("clip", str(len(row.evidence)) if row.evidence else "无"))
    return parts


def _short(name: str) -> str:
    most = 8
    return name if len(name) <= most else name[: most - 1] + "…"


def _draw_pressing(painter: QPainter, rect: QRectF, pressing: Pressing, theme: Theme) -> None:
    """Draw the chip at the right end, elided where there is too little room."""
    wide = min(chip_width(pressing.text), rect.width())
    paint_chip(
        painter, QRectF(rect.right() - wide, rect.top(), wide, rect.height()), pressing.text, pressing.tone, theme
    )
