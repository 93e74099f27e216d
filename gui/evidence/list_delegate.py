"""How a piece is drawn in the list: its picture, number and name, days and items, what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from checklists.key_labels import label_of
from gui.evidence.list_model import PIECE
from gui.evidence.narrowing import PieceShown
from gui.pieces.words import ICONS, TONES, day_words, flag_words, short_name
from gui.platform import fonts, icons
from gui.platform.strokes import Option, focus_frame, frame, rule
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.thumb import cropped
from services.checklist import EvidenceRow
from services.evidence.flags import EvidenceFlag

HEIGHT = 64
_PAD, _WIDE, _HIGH, _GAP = 16, 64, 44, 12
_S = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.TextElideMode.ElideRight
_SAID = (EvidenceFlag.LOST, EvidenceFlag.EXPIRED, EvidenceFlag.OUTSIDE, EvidenceFlag.REUSED)
"""A missing date is said by the filter and the form; a chip on every row would say nothing."""

Picture = Callable[[EvidenceRow], QPixmap | None]


class PieceDelegate(QStyledItemDelegate):
    """Draws rows of one height; `picture` gives a small picture once it is made."""

    def __init__(self, picture: Picture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture

    @override
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        one, rect, theme = index.data(PIECE), QRectF(option.rect), theme_of(option.palette)
        if one is None:
            return
        painter.save()
        draw_row_ground(painter, rect, theme, option.state)
        rule(painter, rect.left(), rect.bottom() - 1, rect.right(), theme.line)
        self._paint_picture(painter, rect, one.piece.evidence, theme)
        _paint_words(painter, rect, one, theme, is_chosen=bool(option.state & _S.State_Selected))
        if option.state & _S.State_HasFocus and option.state & _S.State_KeyboardFocusChange:
            focus_frame(painter, rect.adjusted(0, 0, 0, -1), theme.accent, radius=0)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRectF, row: EvidenceRow, theme: Theme) -> None:
        place = QRectF(rect.left() + _PAD, rect.top() + (HEIGHT - _HIGH) / 2, _WIDE, _HIGH)
        painter.fillRect(place, theme.sunken)
        made = self._picture(row)
        if made is None or made.isNull():
            spot = QRectF(place.center().x() - 10, place.center().y() - 10, 20, 20)
            icons.draw(painter, spot, ICONS[row.kind], theme.ink3)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, made, cropped(made, place))
        frame(painter, place, theme.line2, radius=2)


def _paint_words(painter: QPainter, rect: QRectF, one: PieceShown, theme: Theme, *, is_chosen: bool) -> None:
    left, top = rect.left() + _PAD + _WIDE + _GAP, rect.top() + 11
    width = rect.right() - _PAD - left
    painter.setFont(fonts.body())
    painter.setPen(theme.ink)
    row = one.piece.evidence
    title = QFontMetricsF(painter.font()).elidedText(f"{row.number}　{short_name(row)}", _RIGHT, width)
    painter.drawText(QRectF(left, top, width, 20), _MIDDLE, title)
    width -= _paint_chips(painter, QRectF(left, top + 22, width, 20), one, theme)
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink2 if is_chosen else theme.ink3)
    said = QFontMetricsF(painter.font()).elidedText(_second(one), _RIGHT, width)
    painter.drawText(QRectF(left, top + 22, width, 20), _MIDDLE, said)


def _paint_chips(painter: QPainter, rect: QRectF, one: PieceShown, theme: Theme) -> float:
    """Draw what is wrong from the right, the most pressing outermost; say how much room it took."""
    right = rect.right()
    for flag in [flag for flag in _SAID if flag in one.flags][:2]:
        text = flag_words(flag, len(one.piece.items))
        right -= chip_width(text)
        paint_chip(painter, QRectF(right, rect.top(), chip_width(text), 20), text, TONES[flag], theme)
        right -= 6
    return rect.right() - right


def _second(one: PieceShown) -> str:
    row = one.piece.evidence
    items = "、".join(map(label_of, one.piece.items))
    return "　".join(part for part in (day_words(row), row.department, items) if part)
