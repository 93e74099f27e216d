"""Which widget Tab goes to: the next that takes the keyboard itself, none left out.

Qt's own walk counts a screen whose focus proxy is a part of it as that part, and leaves out all that stands before it.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def neighbour(window: QWidget, *, forward: bool) -> QWidget | None:
    """Give the next widget of a window that Tab stops at, or the one before; None where there is no other."""
    return next(
        (one for one in _chain(window.focusWidget() or window, forward=forward) if _stops_at(one, window)), None
    )


def _chain(start: QWidget, *, forward: bool) -> Iterator[QWidget]:
    one = start.nextInFocusChain() if forward else start.previousInFocusChain()
    while one is not None and one is not start:
        yield one
        one = one.nextInFocusChain() if forward else one.previousInFocusChain()


def _stops_at(one: QWidget, window: QWidget) -> bool:
    takes_tab = one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    is_there = one.isEnabled() and one.isVisibleTo(window) and one.window() is window
    return takes_tab and is_there and one.focusProxy() is None
