"""How the style draws rows, headers, tabs, menus and the lines between panes."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionMenuItem,
    QStyleOptionViewItem,
    QWidget,
)

from gui.platform import fonts, icons
from gui.platform.strokes import Option, focus_frame, ground, panel
from gui.platform.theme import Theme

_S = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_EDGE = 3


def draw_row_ground(
    painter: QPainter, rect: QRectF, theme: Theme, state: QStyle.StateFlag, *, edge: bool = True
) -> None:
    """Draw what lies under a row: chosen with its accent edge, under the pointer, or nothing."""
    if state & _S.State_Selected:
        ground(painter, rect, theme.select)
        if edge:
            ground(painter, QRectF(rect.left(), rect.top(), _EDGE, rect.height()), theme.accent)
    elif state & _S.State_MouseOver and state & _S.State_Enabled:
        ground(painter, rect, theme.hover)


def _draw_item(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    position = getattr(option, "viewItemPosition", None)
    first = (QStyleOptionViewItem.ViewItemPosition.Beginning, QStyleOptionViewItem.ViewItemPosition.OnlyOne)
    draw_row_ground(painter, QRectF(option.rect), theme, option.state, edge=position in first)


def _draw_row(_option: Option, _painter: QPainter, _theme: Theme, _widget: QWidget | None) -> None:
    """Leave the row's ground to its items, so that it is not laid twice."""


def _draw_branch(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    if option.state & _S.State_Children:
        rect = QRectF(option.rect.center().x() - 7, option.rect.center().y() - 7, 16, 16)
        icons.draw(painter, rect, "down" if option.state & _S.State_Open else "right", theme.ink3)


def _draw_header(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    painter.fillRect(option.rect, theme.sheet)
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line)
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    side = Qt.AlignmentFlag(option.textAlignment) & Qt.AlignmentFlag.AlignHorizontal_Mask
    painter.drawText(option.rect.adjusted(8, 0, -8, 0), side | _MIDDLE, option.text)


def _draw_tab(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    is_on = bool(option.state & _S.State_Selected)
    rect = option.rect
    if option.state & _S.State_MouseOver and not is_on:
        painter.fillRect(rect, theme.hover)
    painter.setFont(fonts.body(bold=is_on))
    painter.setPen(theme.ink if is_on else theme.ink2)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, option.text)
    if is_on:
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.accent)
    if option.state & _S.State_HasFocus:
        focus_frame(painter, QRectF(rect).adjusted(4, 8, -4, -8), theme.accent)


def _draw_menu_panel(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    panel(painter, QRectF(option.rect), theme.raised, theme.line2)


def _draw_tip(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    painter.fillRect(option.rect, theme.ink)


def _draw_menu_item(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    rect = option.rect
    if option.menuItemType is QStyleOptionMenuItem.MenuItemType.Separator:
        painter.fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), theme.line)
        return
    if option.state & _S.State_Selected and option.state & _S.State_Enabled:
        painter.fillRect(rect, theme.select)
    _draw_menu_sign(option, painter, theme)
    _draw_menu_words(option, painter, theme)


def _draw_menu_sign(option: Option, painter: QPainter, theme: Theme) -> None:
    place = QRect(option.rect.left() + 10, option.rect.center().y() - 7, 16, 16)
    if option.checkType is not QStyleOptionMenuItem.CheckType.NotCheckable:
        if option.checked:
            icons.draw(painter, QRectF(place), "tick", theme.accent, line=2)
    elif not option.icon.isNull():
        option.icon.paint(painter, place)
    if option.menuItemType is QStyleOptionMenuItem.MenuItemType.SubMenu:
        icons.draw(painter, QRectF(place.translated(option.rect.width() - 34, 0)), "right", theme.ink3)


def _draw_menu_words(option: Option, painter: QPainter, theme: Theme) -> None:
    words, _, key = option.text.replace("&", "").partition("\t")
    place = option.rect.adjusted(34, 0, -14, 0)
    painter.setFont(fonts.body())
    painter.setPen(theme.ink if option.state & _S.State_Enabled else theme.ink3)
    painter.drawText(place, _LEFT, words)
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, key)


def _draw_splitter(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    painter.fillRect(option.rect, theme.line)


def _draw_nothing(_option: Option, _painter: QPainter, _theme: Theme, _widget: QWidget | None) -> None:
    """Leave out what Fusion would draw here."""


_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
PRIMITIVES = {
    _PE.PE_PanelItemViewItem: _draw_item,
    _PE.PE_PanelItemViewRow: _draw_row,
    _PE.PE_IndicatorBranch: _draw_branch,
    _PE.PE_PanelMenu: _draw_menu_panel,
    _PE.PE_FrameMenu: _draw_nothing,
    _PE.PE_PanelTipLabel: _draw_tip,
}
CONTROLS = {
    _CE.CE_Header: _draw_header,
    _CE.CE_TabBarTab: _draw_tab,
    _CE.CE_MenuItem: _draw_menu_item,
    _CE.CE_Splitter: _draw_splitter,
}
