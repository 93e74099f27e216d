"""The drop-down that stands in for the tree where the window is narrow."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.strokes import focus_frame, panel
from gui.platform.theme import theme_of
from gui.widgets.buttons import enter_presses
from gui.widgets.labels import set_tip

_HIGH, _PAD, _ICON = 32, 12, 16


class JumpButton(QAbstractButton):
    """Says in which measure the item in hand stands, and opens the list of sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_place(self, place: str) -> None:
        """Show a measure."""
        self.setText(place)
        self.setAccessibleName(self.tr("条款：{place}").format(place=place))
        set_tip(self, place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        panel(painter, rect, theme.hover if self.underMouse() else theme.raised, theme.line2, radius=4)
        painter.setFont(fonts.body())
        painter.setPen(theme.ink)
        room = rect.adjusted(_PAD, 0, -_PAD - _ICON - 8, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        icons.draw(painter, QRectF(rect.right() - _PAD - _ICON, (_HIGH - _ICON) / 2, _ICON, _ICON), "down", theme.ink2)
        if self.hasFocus():
            focus_frame(painter, rect, theme.accent)
