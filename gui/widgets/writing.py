"""Parts that write, marked where they are made: over records that may only be read they are out of reach."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QObject)
_MARK = "writes"


def writes(part: Part) -> Part:
    """Mark a part, and all that it holds, as one that changes the records."""
    part.setProperty(_MARK, True)
    return part


def is_writing(part: QObject) -> bool:
    """Say whether a part, or one that holds it in the same window, is marked."""
    found: QObject | None = part
    while found is not None:
        if found.property(_MARK):
            return True
        found = None if isinstance(found, QWidget) and found.isWindow() else found.parent()
    return False
