"""How the style draws scroll bars and drop-downs, and where their parts lie."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget

from gui.platform import icons
from gui.platform.strokes import Option, panel
from gui.platform.style_buttons import draw_field, field_state
from gui.platform.theme import Theme

_S = QStyle.StateFlag
_SC = QStyle.SubControl
_LEAST_THUMB = 32
_ARROW = 16


def draw_scroll_bar(option: Option, painter: QPainter, theme: Theme) -> None:
    """Draw a 6 px thumb in a 10 px lane; nothing when all is in view."""
    if option.maximum <= option.minimum:
        return
    thumb = QRectF(scroll_rect(option, _SC.SC_ScrollBarSlider)).adjusted(2, 2, -2, -2)
    is_hot = bool(option.activeSubControls & _SC.SC_ScrollBarSlider) and bool(
        option.state & (_S.State_MouseOver | _S.State_Sunken)
    )
    painter.save()
    panel(painter, thumb, theme.ink3 if is_hot else theme.line2, radius=3)
    painter.restore()


def scroll_rect(option: Option, part: QStyle.SubControl) -> QRect:
    """Place the parts of a scroll bar: no arrows, the lane takes all."""
    start, length = _thumb(option)
    whole = option.rect
    spans = {
        _SC.SC_ScrollBarGroove: (0, _length(option)),
        _SC.SC_ScrollBarSlider: (start, length),
        _SC.SC_ScrollBarSubPage: (0, start),
        _SC.SC_ScrollBarAddPage: (start + length, _length(option) - start - length),
    }
    if part not in spans:
        return QRect()
    begin, size = spans[part]
    if option.orientation == Qt.Orientation.Horizontal:
        return QRect(whole.left() + begin, whole.top(), size, whole.height())
    return QRect(whole.left(), whole.top() + begin, whole.width(), size)


def draw_combo(option: Option, painter: QPainter, theme: Theme, widget: QWidget | None) -> None:
    """Draw a drop-down as a field with an arrow."""
    painter.save()
    if option.frame:
        draw_field(painter, QRectF(option.rect), theme, state=field_state(widget, option))
    arrow = QRectF(combo_rect(option, _SC.SC_ComboBoxArrow))
    icons.draw(painter, arrow, "down", theme.ink2 if option.state & _S.State_Enabled else theme.ink3)
    painter.restore()


def combo_rect(option: Option, part: QStyle.SubControl) -> QRect:
    """Place the parts of a drop-down."""
    rect = option.rect
    match part:
        case _SC.SC_ComboBoxArrow:
            return QRect(rect.right() - 8 - _ARROW, rect.center().y() + 1 - _ARROW // 2, _ARROW, _ARROW)
        case _SC.SC_ComboBoxEditField:
            # the line edit of an editable one brings its own padding
            return QRect(rect).adjusted(0 if option.editable else 8, 1, -12 - _ARROW, -1)
        case _:
            return QRect(rect)


def _length(option: Option) -> int:
    is_level = option.orientation == Qt.Orientation.Horizontal
    whole = QRect(option.rect)
    return whole.width() if is_level else whole.height()


def _thumb(option: Option) -> tuple[int, int]:
    lane = _length(option)
    span = option.maximum - option.minimum
    if span <= 0:
        return 0, lane
    length = max(min(_LEAST_THUMB, lane), lane * option.pageStep // (span + option.pageStep))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, lane - length, option.upsideDown
    )
    return start, length
