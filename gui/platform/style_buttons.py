"""How the style draws what is pressed, ticked and typed into."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QTextEdit,
    QWidget,
)

from gui.platform import fonts, icons
from gui.platform.strokes import Option, focus_frame, frame, panel
from gui.platform.theme import Theme

_S = QStyle.StateFlag
_ICON = 16
_HALF = 0.5


def button_size(button: QPushButton) -> QSize:
    """Measure a push button: its words, its icon, the padding and height of its kind."""
    metrics = QFontMetrics(_button_font(button))
    words = button.text().replace("&", "")
    has_icon = not button.icon().isNull()
    width = metrics.horizontalAdvance(words) + (_ICON if has_icon else 0) + (8 if has_icon and words else 0)
    return QSize(width + 2 * _padding(button), _height(button))


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
    if _kind(button) == "quiet":
        return 8
    return 10 if button.property("dense") else 14


def _height(button: QWidget) -> int:
    tall = button.property("tall")
    return int(tall) if tall else 28 if button.property("dense") else 32


def _button_font(button: QWidget | None) -> QFont:
    bold = _kind(button) == "primary"
    return fonts.small(bold=bold) if button is not None and button.property("dense") else fonts.body(bold=bold)


def _draw_push_button(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    if not option.state & _S.State_Enabled:
        painter.setOpacity(_HALF)
    _draw_bevel(option, painter, theme, widget)
    _draw_words(option, painter, theme, widget)


def _draw_bevel(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    rect = QRectF(option.rect)
    ground, line = _button_colours(option, theme, _kind(widget))
    if ground is not None:
        panel(painter, rect, ground, line, radius=4)
    if option.state & _S.State_HasFocus and option.state & _S.State_KeyboardFocusChange:
        _draw_button_focus(painter, rect, theme, _kind(widget))


def _draw_button_focus(painter: QPainter, rect: QRectF, theme: Theme, kind: str) -> None:
    if kind == "primary":
        frame(painter, rect.adjusted(2, 2, -2, -2), theme.on_accent, radius=2, width=2)
    else:
        focus_frame(painter, rect, theme.accent)


def _button_colours(option: Option, theme: Theme, kind: str) -> tuple[QColor | None, QColor | None]:
    is_down = bool(option.state & (_S.State_Sunken | _S.State_On))
    is_hot = bool(option.state & _S.State_MouseOver) and bool(option.state & _S.State_Enabled)
    if kind == "primary":
        ground = mixed(theme.accent, theme.on_accent, 0.2 if is_down else 0.1 if is_hot else 0)
        return ground, ground
    if kind == "quiet":
        return (theme.select if is_down else theme.hover if is_hot else None), None
    return (theme.select if is_down else theme.hover if is_hot else theme.raised), theme.line2


def _draw_words(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    painter.setFont(_button_font(widget))
    painter.setPen({"primary": theme.on_accent, "quiet": theme.accent}.get(_kind(widget), theme.ink))
    words = option.text.replace("&", "")
    width = painter.fontMetrics().horizontalAdvance(words)
    if option.icon.isNull():
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, words)
        return
    gap = 8 if words else 0
    left = option.rect.center().x() + 1 - (width + _ICON + gap) // 2
    top = option.rect.center().y() + 1 - _ICON // 2
    option.icon.paint(painter, QRect(left, top, _ICON, _ICON), mode=QIcon.Mode.Normal)
    rest = option.rect.adjusted(left + _ICON + gap - option.rect.left(), 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _draw_tool_panel(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    rect = QRectF(option.rect)
    is_on = bool(option.state & _S.State_On)
    if _kind(widget) == "outlined":
        panel(painter, rect, theme.select if is_on else theme.raised, theme.line2, radius=4)
    elif is_on or option.state & _S.State_Sunken:
        panel(painter, rect, theme.select, radius=4)
    elif option.state & _S.State_MouseOver and option.state & _S.State_Enabled:
        panel(painter, rect, theme.hover, radius=4)
    if option.state & _S.State_HasFocus:
        focus_frame(painter, rect, theme.accent)


def _draw_focus(option: Option, painter: QPainter, theme: Theme, _widget: QWidget | None) -> None:
    focus_frame(painter, QRectF(option.rect), theme.accent, radius=2)


def _draw_line_edit(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    if option.lineWidth > 0:
        draw_field(painter, QRectF(option.rect), theme, state=field_state(widget, option))


def _draw_frame(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
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
