"""Table or board: two segments, one of them chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import focus_frame, panel
from gui.platform.theme import theme_of

_WIDE, _HIGH = 80, 32


class ViewSwitch(QWidget):
    """Says `board_wanted` with True for the board; arrow keys and a click change it."""

    board_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_board = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_board(False)

    def show_board(self, is_board: bool) -> None:
        """Mark what is shown."""
        self._is_board = is_board
        self.setAccessibleName(self.tr("用板看") if is_board else self.tr("用表看"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _HIGH)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event.position().x() >= _WIDE / 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True, Qt.Key.Key_Space: not self._is_board}
        if event.key() in wanted:
            self._choose(wanted[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        whole = QRectF(self.rect())
        panel(painter, whole, theme.raised, theme.line2, radius=4)
        half = whole.width() / 2
        chosen = QRectF(half if self._is_board else 1, 1, half - 1, whole.height() - 2)
        panel(painter, chosen, theme.select, radius=3)
        for left, words, is_on in ((0.0, self.tr("表"), not self._is_board), (half, self.tr("板"), self._is_board)):
            painter.setFont(fonts.body(bold=is_on))
            painter.setPen(theme.accent if is_on else theme.ink)
            painter.drawText(QRectF(left, 0, half, whole.height()), Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            focus_frame(painter, whole, theme.accent)

    def _choose(self, is_board: bool) -> None:
        if is_board != self._is_board:
            self.board_wanted.emit(is_board)
