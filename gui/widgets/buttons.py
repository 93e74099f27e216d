"""Buttons of three ranks, tools, links, and filter chips (look.md section 4)."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from gui.platform.icons import icon
from gui.platform.style_buttons import LINK_AIR
from gui.platform.theme import theme_of
from gui.widgets.labels import set_tip

_CROSS = 22


def enter_presses(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button by Enter alone and say whether it was: Qt knows only Space, and a dialog's one default."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
    if is_pressed:
        button.click()
    return is_pressed


class Button(QPushButton):
    """A secondary button: raised, with a quiet line; `dense` is 28 high, `tall` any height from 36."""

    kind = ""
    icon_role = "ink2"

    def __init__(
        self, text: str = "", icon_name: str = "", *, dense: bool = False, tall: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", self.kind)
        self.setProperty("dense", dense)
        self.setProperty("tall", tall)
        self.setAutoDefault(False)
        self._icon_name = icon_name
        self._tint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, theme_of(self), self.icon_role, 16))


class PrimaryButton(Button):
    """The one next step of a region."""

    kind = "primary"
    icon_role = "on_accent"


class QuietButton(Button):
    """A step aside, written in the accent without a border."""

    kind = "quiet"
    icon_role = "accent"


class LinkButton(QuietButton):
    """A link in running text: accent, no padding, underlined under the pointer."""

    kind = "link"

    def __init__(
        self, text: str = "", icon_name: str = "", *, dense: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon_name, dense=dense, parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Qt asked the style how layouts are to place a button before this one was a link
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def tell(self, text: str, *, is_fact: bool) -> None:
        """Say something that can be changed by a click, quietly where it is said already."""
        self.setText(text)
        self.setProperty("fact", is_fact)
        self.update()


def at_left(link: LinkButton) -> QHBoxLayout:
    """Put a link at the left of a line of its own, with room for its focus frame."""
    line = QHBoxLayout()
    line.setContentsMargins(LINK_AIR, 0, 0, 0)
    line.addWidget(link)
    line.addStretch(1)
    return line


class ToolButton(QToolButton):
    """A 32 px tool with an icon alone; its name is its tooltip, with its key."""

    def __init__(
        self, icon_name: str, name: str, key: str = "", *, outlined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setAutoRaise(not outlined)
        self.setFixedSize(32, 32)
        self.setIconSize(QSize(20, 20))
        self.setProperty("kind", "outlined" if outlined else "")
        self.name_it(name, key)
        self._tint()

    def name_it(self, name: str, key: str = "") -> None:
        """Say what the tool does, to the eye and to screen readers."""
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        set_tip(self, f"{name}　{shown}" if shown else name)
        self.setAccessibleName(name)

    def show_icon(self, icon_name: str) -> None:
        """Take another icon."""
        self._icon_name = icon_name
        self._tint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._icon_name, theme_of(self)))


class FilterChip(QPushButton):
    """A 24 px filter: outlined, chosen when active, then with a × that `cleared` hears; `is_menu` shows an arrow."""

    cleared = Signal()

    def __init__(self, text: str = "", *, is_menu: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "chip")
        self.setProperty("arrow", "down" if is_menu else "")
        self.setAutoDefault(False)

    @property
    def is_active(self) -> bool:
        """Say whether this filter narrows the list."""
        return bool(self.property("active"))

    def show_active(self, active: bool) -> None:
        """Look active or not."""
        if active != self.is_active:
            text = self.text()
            self.setProperty("active", active)
            self.setText("")  # Qt remembers how wide a text was, whatever has joined it
            self.setText(text)
        self.updateGeometry()
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_active and self.isDown() and event.position().x() > self.width() - _CROSS:
            self.setDown(False)
            self.cleared.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_active and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif not enter_presses(self, event):
            super().keyPressEvent(event)
