"""How a line of the tree is drawn: number, mark, heading, count (look.md section 4, tree row)."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from gui.checklist.tree_model import NODE, Node
from gui.platform import fonts, icons
from gui.platform.strokes import Option, focus_frame
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets import status_mark

_LEFT, _RIGHT, _GAP, _MARK, _NUMBER = 8, 12, 8, 16, 20
_SECTION_GAP = 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class TreeDelegate(QStyledItemDelegate):
    """Draws sections and measures; `row_height` is 28, or 24 where the window is low."""

    row_height = 28

    @override
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        node = index.data(NODE)
        height = self.row_height
        if isinstance(node, Node) and node.is_section:
            height += 4 + _SECTION_GAP
        return QSize(0, height)

    @override
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        node = index.data(NODE)
        if not isinstance(node, Node):
            return
        theme, rect = theme_of(option.palette), QRectF(option.rect)
        painter.save()
        if node.is_section:
            rect.setTop(rect.top() + _SECTION_GAP)
        draw_row_ground(painter, rect, theme, option.state)
        _draw_node(painter, rect, node, theme, option.state)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            focus_frame(painter, rect, theme.accent, radius=0)
        painter.restore()


def _draw_node(painter: QPainter, rect: QRectF, node: Node, theme: Theme, state: QStyle.StateFlag) -> None:
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    left = _draw_front(
        painter, rect, node, theme, is_chosen=is_chosen, is_open=bool(state & QStyle.StateFlag.State_Open)
    )
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink2 if is_chosen else theme.ink3)
    right = rect.right() - _RIGHT
    painter.drawText(QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), _right(), node.count)
    right -= QFontMetricsF(painter.font()).horizontalAdvance(node.count) + _GAP if node.count else 0
    painter.setPen(theme.ink)
    face = _face(node)
    painter.setFont(face)
    heading = f"{node.number}{node.heading}" if node.is_section else node.heading
    shown = QFontMetricsF(face).elidedText(heading, Qt.TextElideMode.ElideRight, right - left)
    painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), _MIDDLE, shown)


def _draw_front(painter: QPainter, rect: QRectF, node: Node, theme: Theme, *, is_chosen: bool, is_open: bool) -> float:
    """Draw what stands before the heading, and say where the heading begins."""
    left = rect.left() + _LEFT
    if node.is_section:
        icons.draw(painter, _square(rect, left), "down" if is_open else "right", theme.ink3)
        return left + _MARK + _GAP
    painter.setFont(fonts.small())
    painter.setPen(theme.ink2 if is_chosen else theme.ink3)
    painter.drawText(QRectF(left, rect.top(), _NUMBER, rect.height()), _right(), node.number)
    left += _NUMBER + _GAP
    status_mark.paint(painter, _square(rect, left), node.status, theme)
    return left + _MARK + _GAP


def _square(rect: QRectF, left: float) -> QRectF:
    return QRectF(left, rect.center().y() - _MARK / 2, _MARK, _MARK)


def _face(node: Node) -> QFont:
    return fonts.small(bold=node.is_section)


def _right() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
