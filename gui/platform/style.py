"""Our look over Fusion: fields, buttons, tabs, boxes, scroll bars, rows, focus, and the metrics of look.md."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QWidget,
)
from typing_extensions import override

from gui.platform.strokes import Option
from gui.platform.style_bars import combo_rect, draw_combo, draw_scroll_bar, scroll_rect
from gui.platform.style_buttons import CONTROLS as BUTTON_CONTROLS
from gui.platform.style_buttons import LINK_AIR, button_size, is_link
from gui.platform.style_buttons import PRIMITIVES as BUTTON_PRIMITIVES
from gui.platform.style_rows import CONTROLS as ROW_CONTROLS
from gui.platform.style_rows import PRIMITIVES as ROW_PRIMITIVES
from gui.platform.theme import theme_of

_PRIMITIVES = {**BUTTON_PRIMITIVES, **ROW_PRIMITIVES}
_CONTROLS = {**BUTTON_CONTROLS, **ROW_CONTROLS}
_HEIGHTS = {
    QStyle.ContentsType.CT_LineEdit: 32,
    QStyle.ContentsType.CT_ComboBox: 32,
    QStyle.ContentsType.CT_SpinBox: 32,
    QStyle.ContentsType.CT_MenuItem: 28,
    QStyle.ContentsType.CT_ItemViewItem: 28,
    QStyle.ContentsType.CT_HeaderSection: 28,
    QStyle.ContentsType.CT_CheckBox: 24,
    QStyle.ContentsType.CT_RadioButton: 24,
    QStyle.ContentsType.CT_TabBarTab: 47,
}
_METRICS = {
    QStyle.PixelMetric.PM_ScrollBarExtent: 10,
    QStyle.PixelMetric.PM_ScrollBarSliderMin: 32,
    QStyle.PixelMetric.PM_ScrollView_ScrollBarSpacing: 0,
    QStyle.PixelMetric.PM_ScrollView_ScrollBarOverlap: 0,
    QStyle.PixelMetric.PM_SplitterWidth: 1,
    QStyle.PixelMetric.PM_IndicatorWidth: 16,
    QStyle.PixelMetric.PM_IndicatorHeight: 16,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 16,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 16,
    QStyle.PixelMetric.PM_CheckBoxLabelSpacing: 8,
    QStyle.PixelMetric.PM_RadioButtonLabelSpacing: 8,
    QStyle.PixelMetric.PM_ButtonIconSize: 16,
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_ButtonShiftHorizontal: 0,
    QStyle.PixelMetric.PM_ButtonShiftVertical: 0,
    QStyle.PixelMetric.PM_TabBarTabHSpace: 32,
    QStyle.PixelMetric.PM_TabBarTabVSpace: 0,
    QStyle.PixelMetric.PM_TabBarBaseHeight: 0,
    QStyle.PixelMetric.PM_TabBarTabShiftHorizontal: 0,
    QStyle.PixelMetric.PM_TabBarTabShiftVertical: 0,
    QStyle.PixelMetric.PM_ToolTipLabelFrameWidth: 6,
    QStyle.PixelMetric.PM_LayoutLeftMargin: 0,
    QStyle.PixelMetric.PM_LayoutTopMargin: 0,
    QStyle.PixelMetric.PM_LayoutRightMargin: 0,
    QStyle.PixelMetric.PM_LayoutBottomMargin: 0,
    QStyle.PixelMetric.PM_LayoutHorizontalSpacing: 8,
    QStyle.PixelMetric.PM_LayoutVerticalSpacing: 4,
    QStyle.PixelMetric.PM_MenuPanelWidth: 1,
    QStyle.PixelMetric.PM_FocusFrameHMargin: 7,
    QStyle.PixelMetric.PM_MenuVMargin: 4,
}
_HINTS = {
    QStyle.StyleHint.SH_ScrollBar_Transient: 0,
    QStyle.StyleHint.SH_ComboBox_Popup: 0,
    QStyle.StyleHint.SH_EtchDisabledText: 0,
    QStyle.StyleHint.SH_ItemView_ShowDecorationSelected: 1,
    QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick: 0,
    QStyle.StyleHint.SH_TabBar_Alignment: int(Qt.AlignmentFlag.AlignLeft.value),
    QStyle.StyleHint.SH_ToolTip_Mask: 0,
    QStyle.StyleHint.SH_Widget_Animation_Duration: 0,
    QStyle.StyleHint.SH_UnderlineShortcut: 0,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
}

_GROWING = (QStyle.ContentsType.CT_ItemViewItem, QStyle.ContentsType.CT_HeaderSection)
_SEPARATOR = 12


class HouseStyle(QProxyStyle):
    """Draws what Fusion would draw rounded and shaded as flat paper with one-pixel lines."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def pixelMetric(self, metric: QStyle.PixelMetric, option: Option = None, widget: QWidget | None = None) -> int:
        known = _METRICS.get(metric)
        return known if known is not None else super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: Option = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        known = _HINTS.get(hint)
        return known if known is not None else super().styleHint(hint, option, widget, returnData)

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: Option,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        draw(option, painter, theme_of(option.palette), widget)
        painter.restore()

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: Option,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _CONTROLS.get(element)
        if draw is None:
            super().drawControl(element, option, painter, widget)
            return
        painter.save()
        draw(option, painter, theme_of(option.palette), widget)
        painter.restore()

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: Option,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is QStyle.ComplexControl.CC_ScrollBar:
            draw_scroll_bar(option, painter, theme_of(option.palette))
        elif control is QStyle.ComplexControl.CC_ComboBox:
            draw_combo(option, painter, theme_of(option.palette), widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    @override
    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: Option,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind is QStyle.ContentsType.CT_PushButton and isinstance(widget, QPushButton):
            return button_size(widget)
        base = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        least = _HEIGHTS.get(kind)
        if least is None or (kind is QStyle.ContentsType.CT_MenuItem and size.height() < _SEPARATOR):
            return base
        return QSize(base.width(), max(least, base.height() if kind in _GROWING else least))

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: Option,
        sub_control: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control is QStyle.ComplexControl.CC_ScrollBar:
            return scroll_rect(option, sub_control)
        if control is QStyle.ComplexControl.CC_ComboBox:
            return combo_rect(option, sub_control)
        return super().subControlRect(control, option, sub_control, widget)  # type: ignore[arg-type]

    @override
    def subElementRect(self, element: QStyle.SubElement, option: Option, widget: QWidget | None = None) -> QRect:
        if element is QStyle.SubElement.SE_LineEditContents:
            return QRect(option.rect).adjusted(8, 1, -8, -1)
        if element is QStyle.SubElement.SE_PushButtonLayoutItem and is_link(widget):
            return QRect(option.rect).adjusted(LINK_AIR, 0, -LINK_AIR, 0)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]
