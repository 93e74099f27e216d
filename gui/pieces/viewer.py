"""One piece of evidence looked at inside the program: a picture, a page, a text; fitted or at 100 %, turned."""

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform import icons
from gui.platform.fonts import Role
from gui.platform.strokes import focus_frame, frame
from gui.platform.theme import theme_of
from gui.widgets.text import wrapped

_MARGIN = 12
_QUARTER = 90


class Zoom(Enum):
    """How large a picture is shown."""

    FIT = "fit"
    WHOLE = "whole"


class Viewer(QWidget):
    """Paints what it is given; `room_changed` says that a picture of another size would be sharper."""

    room_changed = Signal()
    page_wanted = Signal(int)
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._whole = QSize()
        self._words, self._icon = "", ""
        self._text: str | None = None
        self._zoom, self._turns = Zoom.FIT, 0
        self._offset, self._grabbed = QPointF(), QPoint()
        self.setMinimumSize(120, 96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("预览"))

    @property
    def zoom(self) -> Zoom:
        """Say how large it is shown."""
        return self._zoom

    @property
    def room(self) -> QSize:
        """Give the pixels there are for a fitted picture, turned as it is."""
        ratio = self.devicePixelRatioF()
        room = QSize(round((self.width() - 2 * _MARGIN) * ratio), round((self.height() - 2 * _MARGIN) * ratio))
        return room.transposed() if self._turns % 2 else room

    def show_image(self, image: QImage, whole: QSize) -> None:
        """Show a picture; `whole` is its size at 100 %."""
        self._image, self._whole, self._words, self._text = image, whole, "", None
        self._settle()

    def show_text(self, text: str) -> None:
        """Show the beginning of a plain text."""
        self._image, self._words, self._text = QImage(), "", text
        self._offset = QPointF()
        self._settle()

    def show_words(self, words: str, icon_name: str = "file") -> None:
        """Say why there is nothing to see, or that it is being made."""
        self._image, self._text = QImage(), None
        self._words, self._icon = words, icon_name
        self._settle()

    def show_zoom(self, zoom: Zoom) -> None:
        """Fit the picture, or show it at 100 %."""
        self._zoom, self._offset = zoom, QPointF()
        self.room_changed.emit()
        self.update()

    def turn(self, quarters: int = 1) -> None:
        """Turn the view; the file stays as it is."""
        self._turns = (self._turns + quarters) % 4
        self._offset = QPointF()
        self.room_changed.emit()
        self.update()

    def reset(self) -> None:
        """Look at another piece: fitted and upright."""
        self._zoom, self._turns, self._offset = Zoom.FIT, 0, QPointF()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        painter.fillRect(rect, theme.sunken)
        if not self._image.isNull():
            self._paint_image(painter)
        elif self._text is not None:
            self._paint_text(painter)
        else:
            self._paint_words(painter)
        frame(painter, rect, theme.line, radius=0)
        if self.hasFocus():
            focus_frame(painter, rect, theme.accent, radius=0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right:
                self.page_wanted.emit(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self.page_wanted.emit(-1)
            case Qt.Key.Key_R:
                self.turn()
            case Qt.Key.Key_Z:
                self.show_zoom(Zoom.WHOLE if self._zoom is Zoom.FIT else Zoom.FIT)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            moved = event.position().toPoint() - self._grabbed
            self._grabbed = event.position().toPoint()
            self._offset += QPointF(moved)
            self.update()

    @override
    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.open_wanted.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._zoom is Zoom.WHOLE or self._text is not None:
            moved = event.pixelDelta()
            self._offset += QPointF(event.angleDelta()) * 0.5 if moved.isNull() else QPointF(moved)
            self.update()
            event.accept()
        else:
            event.ignore()

    def _settle(self) -> None:
        self.setAccessibleDescription(self._words)
        self.update()

    def _paint_image(self, painter: QPainter) -> None:
        turned = self._image.transformed(QTransform().rotate(_QUARTER * self._turns))
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._size_of(turned, room)
        place = QRectF(QPointF(), size)
        place.moveCenter(room.center() + self._held(size, room))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, turned)

    def _size_of(self, turned: QImage, room: QRectF) -> QSizeF:
        whole = self._whole.transposed() if self._turns % 2 else self._whole
        if self._zoom is Zoom.WHOLE:
            return QSizeF(whole) * (1 / self.devicePixelRatioF())
        wanted = turned.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        return QSizeF(wanted if wanted.width() < whole.width() else whole)

    def _held(self, size: QSizeF, room: QRectF) -> QPointF:
        """Keep a picture larger than the room from being dragged out of it."""
        across, down = max(0.0, (size.width() - room.width()) / 2), max(0.0, (size.height() - room.height()) / 2)
        self._offset = QPointF(min(max(self._offset.x(), -across), across), min(max(self._offset.y(), -down), down))
        return self._offset

    def _paint_text(self, painter: QPainter) -> None:
        assert self._text is not None
        lines = wrapped(self._text, Role.SMALL, self.width() - 2 * _MARGIN)
        least = min(0.0, self.height() - 2 * _MARGIN - lines.height)
        self._offset = QPointF(0, min(0.0, max(self._offset.y(), least)))
        lines.draw(painter, _MARGIN, _MARGIN + self._offset.y(), theme_of(self).ink)

    def _paint_words(self, painter: QPainter) -> None:
        lines = wrapped(self._words, Role.SMALL, max(self.width() - 4 * _MARGIN, 40))
        top = (self.height() - lines.height - 28) / 2
        icons.draw(painter, QRectF(self.width() / 2 - 10, top, 20, 20), self._icon or "file", theme_of(self).ink3)
        lines.draw(painter, 2 * _MARGIN, top + 28, theme_of(self).ink2)
