"""Alt by itself shows the menus, or hides them again; Alt with another key is that key's shortcut."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override


class MenuKey(QObject):
    """Listens to a window's keys, those of shortcuts too."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_alone = False
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            is_alt = event.key() == Qt.Key.Key_Alt
            if event.type() == QEvent.Type.ShortcutOverride:
                self._is_alone = is_alt
            elif event.type() == QEvent.Type.KeyRelease and is_alt and self._is_alone:
                self._turn_menus()
        return super().eventFilter(watched, event)

    def _turn_menus(self) -> None:
        bar = self._window.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible():
            bar.setActiveAction(bar.actions()[0])  # arrows, Enter and letters go on from here
