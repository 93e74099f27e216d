"""How the style draws what is pressed, ticked and typed into."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QWidget,
)

from gui.platform import fonts, icons
from gui.platform.strokes import Option, focus_frame, frame, panel
from gui.platform.theme import Theme

_S = QStyle.StateFlag
_ICON, _GAP, _TAIL = 16, 8, 12
LINK_AIR = 3
"""Room for the focus frame beside a link's words; layouts leave it out, so that the words stay in line with others."""
_HALF = 0.5


def button_size(button: QPushButton) -> QSize:
    """Measure a push button: its words, its icon, its arrow or ×, the padding and height of its kind."""
    metrics = QFontMetrics(_button_font(button))
    words = button.text().replace("&", "")
    has_icon = not button.icon().isNull()
    width = metrics.horizontalAdvance(words) + (_ICON if has_icon else 0) + (_GAP if has_icon and words else 0)
    tail = _TAIL + 4 if tail_of(button) else 0
    return QSize(width + tail + 2 * _padding(button), _height(button))


def is_link(widget: QWidget | None) -> bool:
    """Say whether a widget is a link in running text."""
    return _kind(widget) == "link"


def tail_of(button: QWidget) -> str:
    """Name the small icon at a button's end: × on an active filter, an arrow on one with a menu."""
    if button.property("active"):
        return "close"
    return str(button.property("arrow") or "")


def draw_field(painter: QPainter, rect: QRectF, theme: Theme, *, state: str = "", radius: float = 4) -> None:
    """Draw the ground and border of anything typed into; state is "", "focus", "invalid" or "locked"."""
    if state == "locked":
        panel(painter, rect, theme.sheet, theme.line, radius=radius)
    elif state in _FIELD_LINES:
        panel(painter, rect, theme.raised, theme.role(_FIELD_LINES[state]), radius=radius, width=2)
    else:
        panel(painter, rect, theme.raised, theme.field, radius=radius)


def field_state(widget: QWidget | None, option: Option) -> str:
    """Say which of the four looks a field has now."""
    if widget is not None and widget.property("invalid"):
        return "invalid"
    if not option.state & _S.State_Enabled or option.state & _S.State_ReadOnly:
        return "locked"
    return "focus" if option.state & _S.State_HasFocus else ""


_FIELD_LINES = {"focus": "accent", "invalid": "not_met"}


def _kind(widget: QWidget | None) -> str:
    return str(widget.property("kind") or "") if widget is not None else ""


def _padding(button: QWidget) -> int:
    known = {"quiet": 8, "chip": 8, "link": LINK_AIR}.get(_kind(button))
    return known if known is not None else 10 if button.property("dense") else 14


def _height(button: QWidget) -> int:
    known = {"chip": 24, "link": 24}.get(_kind(button))
    return int(button.property("tall") or 0) or known or (28 if button.property("dense") else 32)


def _button_font(button: QWidget | None) -> QFont:
    if _kind(button) == "chip":
        return fonts.meta()
    is_bold = _kind(button) == "primary"
    is_dense = button is not None and bool(button.property("dense"))
    return fonts.small(bold=is_bold) if is_dense else fonts.body(bold=is_bold)


def _draw_push_button(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    if not option.state & _S.State_Enabled:
        painter.setOpacity(_HALF)
    _draw_bevel(option, painter, theme, widget)
    _draw_words(option, painter, theme, widget)


def _draw_bevel(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    rect = QRectF(option.rect)
    ground, line = _button_colours(option, theme, widget)
    if ground is not None:
        panel(painter, rect, ground, line, radius=3 if _kind(widget) == "chip" else 4)
    if option.state & _S.State_HasFocus:
        _draw_button_focus(painter, rect, theme, _kind(widget))


def _draw_button_focus(painter: QPainter, rect: QRectF, theme: Theme, kind: str) -> None:
    if kind == "primary":
        frame(painter, rect.adjusted(2, 2, -2, -2), theme.on_accent, radius=2, width=2)
    else:
        focus_frame(painter, rect, theme.accent)


def _button_colours(option: Option, theme: Theme, widget: QWidget | None) -> tuple[QColor | None, QColor | None]:
    kind = _kind(widget)
    is_down = bool(option.state & (_S.State_Sunken | _S.State_On))
    is_hot = bool(option.state & _S.State_MouseOver) and bool(option.state & _S.State_Enabled)
    if kind == "primary":
        ground = mixed(theme.accent, theme.on_accent, 0.2 if is_down else 0.1 if is_hot else 0)
        return ground, ground
    if is_link(widget):
        return None, None
    if kind == "quiet":
        return (theme.select if is_down else theme.hover if is_hot else None), None
    is_chosen = is_down or bool(widget is not None and widget.property("active"))
    return (theme.select if is_chosen else theme.hover if is_hot else theme.raised), theme.line2


def _ink_of(widget: QWidget | None, theme: Theme) -> QColor:
    inks = {"primary": theme.on_accent, "quiet": theme.accent, "link": theme.accent, "chip": theme.ink2}
    if widget is not None and widget.property("fact"):
        return theme.ink3
    is_active = widget is not None and bool(widget.property("active"))
    return theme.accent if is_active else inks.get(_kind(widget), theme.ink)


def _draw_words(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    ink = _ink_of(widget, theme)
    painter.setFont(_words_font(option, widget))
    painter.setPen(ink)
    words = option.text.replace("&", "")
    width = painter.fontMetrics().horizontalAdvance(words)
    gap = _GAP if words else 0
    head = 0 if option.icon.isNull() else _ICON + gap
    tail = tail_of(widget) if widget is not None else ""
    left = option.rect.left() + (option.rect.width() - head - width - (_TAIL + 4 if tail else 0)) // 2
    middle = option.rect.top() + option.rect.height() / 2
    if head:
        option.icon.paint(painter, QRect(left, round(middle - _ICON / 2), _ICON, _ICON), mode=QIcon.Mode.Normal)
    place = QRect(left + head, option.rect.top(), width + 2, option.rect.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    if tail:
        spot = QRectF(left + head + width + 4, round(middle - _TAIL / 2), _TAIL, _TAIL)
        icons.draw(painter, spot, tail, ink, line=2)


def _words_font(option: Option, widget: QWidget | None) -> QFont:
    used = _button_font(widget)
    used.setUnderline(is_link(widget) and bool(option.state & _S.State_MouseOver))
    return used


def _draw_tool_panel(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    rect = QRectF(option.rect)
    is_on = bool(option.state & _S.State_On)
    if _kind(widget) == "outlined":
        panel(painter, rect, theme.select if is_on else theme.raised, theme.line2, radius=4)
    elif is_on or option.state & _S.State_Sunken:
        panel(painter, rect, theme.select, radius=4)
    elif option.state & _S.State_MouseOver and option.state & _S.State_Enabled:
        panel(painter, rect, theme.hover, radius=4)


def _draw_focus(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    """Draw focus, but not inside a list dropped down, where the chosen row says as much."""
    if widget is None or widget.window().windowType() is not Qt.WindowType.Popup:
        focus_frame(painter, QRectF(option.rect), theme.accent, radius=2)


def _draw_line_edit(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    if option.lineWidth > 0:
        draw_field(painter, QRectF(option.rect), theme, state=field_state(widget, option))


def _draw_frame(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    if widget is not None and (widget.inherits("QTextEdit") or widget.inherits("QPlainTextEdit")):
        draw_field(painter, QRectF(option.rect), theme, state=field_state(widget, option))
    else:
        frame(painter, QRectF(option.rect), theme.line)


def _draw_check_box(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    rect = _square(option.rect)
    is_on = bool(option.state & (_S.State_On | _S.State_NoChange))
    if not option.state & _S.State_Enabled:
        painter.setOpacity(_HALF)
    panel(painter, rect, theme.accent if is_on else theme.raised, theme.accent if is_on else theme.field, radius=3)
    if is_on:
        name = "minus" if option.state & _S.State_NoChange else "tick"
        icons.draw(painter, rect.adjusted(2, 2, -2, -2), name, theme.on_accent, line=2.5)


def _draw_radio(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    rect = _square(option.rect)
    is_on = bool(option.state & _S.State_On)
    panel(painter, rect, theme.raised, theme.accent if is_on else theme.field, radius=8, width=1.5)
    if is_on:
        painter.setBrush(theme.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(rect.center(), 4, 4)


def _draw_nothing(_option: Option, _painter: QPainter, _theme: Theme, _widget: QWidget | None) -> None:
    """Leave out what Fusion would draw here."""


def _square(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height(), 16)
    middle = QPointF(QRectF(rect).center())
    return QRectF(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Mix a share of another colour into one."""
    return QColor.fromRgbF(
        colour.redF() * (1 - share) + other.redF() * share,
        colour.greenF() * (1 - share) + other.greenF() * share,
        colour.blueF() * (1 - share) + other.blueF() * share,
    )


_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
PRIMITIVES = {
    _PE.PE_PanelButtonTool: _draw_tool_panel,
    _PE.PE_FrameFocusRect: _draw_focus,
    _PE.PE_PanelLineEdit: _draw_line_edit,
    _PE.PE_FrameLineEdit: _draw_nothing,
    _PE.PE_Frame: _draw_frame,
    _PE.PE_IndicatorCheckBox: _draw_check_box,
    _PE.PE_IndicatorItemViewItemCheck: _draw_check_box,
    _PE.PE_IndicatorRadioButton: _draw_radio,
    _PE.PE_FrameTabBarBase: _draw_nothing,
}
CONTROLS = {_CE.CE_PushButton: _draw_push_button}
