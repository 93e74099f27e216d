"""A piece of evidence as a small picture with two lines, and the tile that adds one."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.strokes import focus_frame, frame
from gui.platform.theme import theme_of
from gui.widgets.buttons import enter_presses
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.labels import set_tip

WIDTH, PICTURE, LINE = 112, 72, 16
HEIGHT = PICTURE + 4 + 2 * LINE


class ThumbTile(QPushButton):
    """A picture cropped to fill, number and name, then date or kind; a badge where something is wrong with it."""

    opened = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        first: str,
        second: str,
        picture: QPixmap | None = None,
        *,
        icon_name: str = "file",
        badge: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first, self._second, self._badge = first, second, badge
        self._picture, self._icon_name = picture, icon_name
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{first}，{second}")
        self.setAccessibleDescription(badge)
        set_tip(self, f"{first}\n{second}")
        self.clicked.connect(self.opened)

    def show_picture(self, picture: QPixmap) -> None:
        """Show the picture once it has been made."""
        self._picture = picture
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        place = QRectF(0, 0, WIDTH, PICTURE)
        self._paint_picture(painter, place)
        frame(painter, place, theme.line2, radius=4)
        if self._badge:
            paint_chip(painter, QRectF(4, PICTURE - 24, chip_width(self._badge), 20), self._badge, "not_met", theme)
        self._write(painter, self._first, PICTURE + 4, "ink")
        self._write(painter, self._second, PICTURE + 4 + LINE, "ink3")
        if self.hasFocus():
            focus_frame(painter, place, theme.accent)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(place, 4, 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        painter.fillRect(place, theme_of(self).sunken)
        if self._picture is None or self._picture.isNull():
            spot = QRectF(place.center().x() - 10, place.center().y() - 10, 20, 20)
            icons.draw(painter, spot, self._icon_name, theme_of(self).ink3)
        else:
            painter.drawPixmap(place, self._picture, cropped(self._picture, place))
        painter.restore()

    def _write(self, painter: QPainter, text: str, y: float, ink: str) -> None:
        painter.setFont(fonts.meta())
        painter.setPen(theme_of(self).role(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, WIDTH)
        painter.drawText(QRectF(0, y, WIDTH, LINE), Qt.AlignmentFlag.AlignVCenter, shown)


def cropped(picture: QPixmap, place: QRectF) -> QRectF:
    """Choose the part of a picture that fills a place: the middle across, the top down."""
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    width, height = place.width() / scale, place.height() / scale
    is_tall = picture.height() > picture.width()
    top = 0 if is_tall else (picture.height() - height) / 2
    return QRectF((picture.width() - width) / 2, top, width, height)


class AddTile(QPushButton):
    """The dashed tile at the end: press it, or drop something near it."""

    wanted = Signal()

    def __init__(self, text: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._is_target = False
        self.setText(text)
        self.setAccessibleName(text)
        self._tell_hint()
        self.setFixedHeight(PICTURE)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.wanted)

    def show_hint(self, hint: str) -> None:
        """Say something else below the words."""
        self._hint = hint
        self._tell_hint()
        self.update()

    def show_target(self, is_target: bool) -> None:
        """Look ready to take what is being dragged over the pane."""
        self._is_target = is_target
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._tell_hint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, PICTURE)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, PICTURE)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        dashed = Qt.PenStyle.DashLine
        if self._is_target:
            painter.fillRect(rect, theme.select)
            frame(painter, rect, theme.accent, radius=4, width=2, style=dashed)
        else:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), theme.hover if self.underMouse() else theme.raised)
            frame(painter, rect, theme.field, radius=4, style=dashed)
        self._write(painter)
        if self.hasFocus():
            focus_frame(painter, rect, theme.accent)

    def _write(self, painter: QPainter) -> None:
        theme, metrics_font = theme_of(self), fonts.small()
        painter.setFont(metrics_font)
        width = painter.fontMetrics().horizontalAdvance(self.text())
        left, top = (self.width() - width - 20) / 2, self.height() / 2 - 20
        ink = theme.accent if self.isEnabled() else theme.ink3
        icons.draw(painter, QRectF(left, top + 2, 16, 16), "plus", ink)
        painter.setPen(ink)
        painter.drawText(QRectF(left + 20, top, width + 2, 20), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(fonts.meta())
        if self.isEnabled() and painter.fontMetrics().horizontalAdvance(self._hint) <= self.width() - 8:
            painter.setPen(theme.ink2)
            painter.drawText(QRectF(4, top + 22, self.width() - 8, 18), Qt.AlignmentFlag.AlignCenter, self._hint)

    def _tell_hint(self) -> None:
        """Invite to nothing while nothing is taken."""
        hint = self._hint if self.isEnabled() else ""
        self.setAccessibleDescription(hint)
        set_tip(self, hint)
