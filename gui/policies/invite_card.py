"""The place after the policies where a checklist of one's own begins."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import icons
from gui.platform.fonts import Role, font, line_height
from gui.platform.strokes import focus_frame, frame
from gui.platform.theme import Theme, theme_of
from gui.widgets.buttons import enter_presses
from gui.widgets.labels import set_tip
from gui.widgets.text import wrapped
from gui.widgets.writing import writes

_PADDING, _ICON, _GAP, _LINES = 16, 20, 8, 3
_ROW = 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class InviteCard(QAbstractButton):
    """As high as the cards beside it; a row says less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        writes(self)
        self._height = _ROW
        self._how = self.tr("文本、Word、PDF、网页都可以，也可以拖到这里。\n文件只留在本机。")
        self.setText(self.tr("从文件新建清单"))
        self.setAccessibleDescription(self._how)
        set_tip(self, self._how)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_height(self, height: int) -> None:
        """Take more or less room."""
        self._height = height
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        line = theme.accent if self.underMouse() and self.isEnabled() else theme.field
        frame(painter, rect, line, radius=4, style=Qt.PenStyle.DashLine)
        if self.hasFocus():
            focus_frame(painter, rect, theme.accent)
        how = wrapped(self._how, Role.SMALL, self.width() - 2 * _PADDING, _LINES)
        below = how.height + _GAP if self._height > _ROW else 0
        top = (self.height() - line_height(Role.BODY) - below) // 2
        self._paint_words(painter, theme, QRect(_PADDING, top, self.width() - 2 * _PADDING, line_height(Role.BODY)))
        if below:
            ink = theme.ink2 if self.isEnabled() else theme.ink3
            how.draw(painter, _PADDING, self.height() - top - how.height, ink)

    def _paint_words(self, painter: QPainter, theme: Theme, line: QRect) -> None:
        mark = QRectF(line.left(), line.center().y() + 1 - _ICON // 2, _ICON, _ICON)
        ink = theme.accent if self.isEnabled() else theme.ink3
        icons.draw(painter, mark, "file", ink)
        painter.setFont(font(Role.BODY))
        painter.setPen(ink)
        painter.drawText(line.adjusted(_ICON + _GAP, 0, 0, 0), _LEFT, self.text())
