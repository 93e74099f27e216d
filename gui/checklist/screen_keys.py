"""Keys that tree and list leave to the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SCREEN_KEYS = frozenset(
    {
        *(Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_R, Qt.Key.Key_D, Qt.Key.Key_Escape),
        *(Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4),
        *(Qt.Key.Key_ParenRight, Qt.Key.Key_Exclam, Qt.Key.Key_At, Qt.Key.Key_NumberSign, Qt.Key.Key_Dollar),
    }
)


def belongs_to_screen(event: QKeyEvent) -> bool:
    """Say whether a key is the screen's: Qt's views would take it for the beginning of a search."""
    no_command = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return no_command and Qt.Key(event.key()) in _SCREEN_KEYS
