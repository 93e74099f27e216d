"""The toast: what was just done, and the way back; never for errors."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import focus_frame, panel
from gui.platform.theme import theme_of
from gui.widgets.buttons import enter_presses
from gui.widgets.labels import PlainLabel

STAYS_MS = 6000
FADES_MS = 120
_HEIGHT, _FROM_BOTTOM, _LEAST = 40, 16, 280


class Toast(QWidget):
    """A line over the bottom of a pane for six seconds, with one action."""

    acted = Signal()

    def __init__(self, over: QWidget, bottom: int = _FROM_BOTTOM) -> None:
        super().__init__(over)
        self._bottom = bottom
        self._opacity = 1.0
        self._words = PlainLabel("", fonts.Role.BODY, "sheet")
        self._action = _Action(self)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.leave)
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADES_MS)
        self._fade.valueChanged.connect(self._on_faded)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "") -> None:
        """Say what was done; the action, such as 撤销, is heard by `acted`."""
        self._words.setText(text)
        self._action.show_words(action)
        self._row.setContentsMargins(16, 0, 8 if action else 16, 0)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        if _may_move():
            self._fade.start()

    def leave(self) -> None:
        """Go at once: what was said is no longer so."""
        self._timer.stop()
        self.hide()

    @property
    def text(self) -> str:
        """Give what is said now."""
        return self._words.text() if self.isVisible() else ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        panel(painter, QRectF(self.rect()), theme_of(self).ink, radius=4)

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self._action.clicked.connect(self._on_clicked)

    def _place(self) -> None:
        over = self.parentWidget()
        assert over is not None
        width = min(max(self.sizeHint().width(), _LEAST), max(over.width() - 32, 0))
        self.setGeometry((over.width() - width) // 2, over.height() - _HEIGHT - self._bottom, width, _HEIGHT)

    def _on_clicked(self) -> None:
        self.leave()
        self.acted.emit()

    def _on_faded(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()


class _Action(QPushButton):
    """The bold word at the end of a toast."""

    def __init__(self, toast: QWidget) -> None:
        super().__init__(toast)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: str) -> None:
        """Offer this action, or none."""
        self.setText(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        self.setFont(fonts.body(bold=True))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 16, 32)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(fonts.body(bold=True))
        painter.setPen(theme.sheet)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_frame(painter, QRectF(self.rect()), theme.sheet, 2)


def _may_move() -> bool:
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip)
