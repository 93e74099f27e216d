"""The bus: one signal for "something changed" in the whole program."""

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Carries every change a service made to everybody who draws it."""

    changed = Signal(object)
