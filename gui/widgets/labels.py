"""Labels and tooltips that show text as typed, never as markup: the only places that make them."""

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform.fonts import Role, font
from gui.platform.theme import theme_of


def plain_label(
    text: str = "", role: Role = Role.BODY, ink: str = "ink", *, wraps: bool = False, parent: QWidget | None = None
) -> "PlainLabel":
    """Make a label; `ink` is a colour role of the theme, kept through every switch."""
    return PlainLabel(text, role, ink, wraps=wraps, parent=parent)


def heading(text: str = "", parent: QWidget | None = None) -> "PlainLabel":
    """Make the bold heading of a panel."""
    return PlainLabel(text, Role.SMALL_BOLD, "ink", parent=parent)


def field_label(text: str = "", parent: QWidget | None = None) -> "PlainLabel":
    """Make the small label above a field."""
    return PlainLabel(text, Role.META, "ink3", parent=parent)


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows text as typed."""
    widget.setToolTip(tip_text(text))


def tip_text(text: str) -> str:
    """Make text safe for any tooltip or ToolTipRole: Qt would read some of it as markup."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    import html  # rarely needed, and not at the start

    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"


class PlainLabel(QLabel):
    """A label in plain text whose colour is a role of the theme."""

    def __init__(self, text: str, role: Role, ink: str, *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self.setWordWrap(wraps)
        self._ink = ink
        self._colour_ink()
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Write in another colour role of the theme."""
        self._ink = ink
        self._colour_ink()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_ink()

    def _colour_ink(self) -> None:
        wanted = theme_of(self).role(self._ink)
        palette = self.palette()
        if palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText) == wanted:
            return
        palette.setColor(QPalette.ColorRole.WindowText, wanted)
        self.setPalette(palette)


class ElidedLabel(PlainLabel):
    """One line that ends in … when it does not fit, and then tells all of it in its tooltip."""

    def __init__(self, text: str = "", role: Role = Role.BODY, ink: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(text, role, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_all_if_cut()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 3, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all_if_cut()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _tell_all_if_cut(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        set_tip(self, self.text() if is_cut else "")
