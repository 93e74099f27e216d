"""Chips that say one pressing thing, and key caps."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import frame, panel
from gui.platform.theme import Theme, theme_of

HEIGHT = 20
_CAP = 18
_CENTRE = Qt.AlignmentFlag.AlignCenter
TONES = ("met", "partly", "not_met", "na", "plain", "select")


def chip_width(text: str) -> int:
    """Say how wide a chip with this text is."""
    return QFontMetrics(fonts.meta()).horizontalAdvance(text) + 12


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: str, theme: Theme) -> None:
    """Draw a chip in a rectangle 20 high, its text cut where that is short; tone is one of TONES."""
    painter.save()
    ground, ink = _colours(tone, theme)
    if ground is None:
        frame(painter, rect, theme.line2, radius=3)
    else:
        panel(painter, rect, ground, radius=3)
    painter.setFont(fonts.meta())
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(rect.width()) - 8)
    painter.drawText(rect, _CENTRE, shown)
    painter.restore()


def _colours(tone: str, theme: Theme) -> tuple[QColor | None, QColor]:
    if tone == "plain":
        return None, theme.ink3
    if tone == "select":
        return theme.select, theme.accent
    return theme.role(f"{tone}_tint"), theme.ink2 if tone == "na" else theme.role(tone)


def key_cap_width(text: str) -> int:
    """Say how wide a key cap with this text is."""
    return max(_CAP, QFontMetrics(fonts.meta()).horizontalAdvance(text) + 10)


def paint_key_cap(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    """Draw a key cap in a rectangle 18 high."""
    painter.save()
    panel(painter, rect, theme.sheet, theme.line2, radius=3)
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    painter.drawText(rect, _CENTRE, text)
    painter.restore()


class Chip(QWidget):
    """A word or two on a tint."""

    def __init__(self, text: str = "", tone: str = "na", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(text, tone)

    def show_chip(self, text: str, tone: str = "na") -> None:
        """Say something else; no text, no chip."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.parent() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text), HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), self._text, self._tone, theme_of(self))


class KeyCap(QWidget):
    """The key that does the same."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setFixedSize(key_cap_width(text), _CAP)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_key_cap(QPainter(self), QRectF(self.rect()), self._text, theme_of(self))
