"""Finds what a person would wince at in a painted window: cut words, overlaps, stray English, markup."""

import inspect
import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.widgets.labels import ElidedLabel
from tests.plain_text import labels_that_read_markup

_SLACK = 1.5
_TURNS_AT_REST = 3
_WRAPS = int(Qt.TextFlag.TextWordWrap)
_FOREIGN = re.compile(r"[A-Za-z]{2,}")
_KNOWN = frozenset(
    [
        "PDF",
        "KB",
        "MB",
        "CAD",
        "Word",
        "Excel",
        "Apache",
        "ssx",
        "Ctrl",
        "Delete",
        "Enter",
        "Esc",
        "Alt",
        "Shift",
        "Home",
        "Tab",
        "PgUp",
        "PgDown",
    ]
)


@dataclass
class Spy:
    """What was written shorter than it is, or into less room than it takes, and by which module."""

    elided: list[tuple[str, str]] = field(default_factory=list)
    overflowing: list[tuple[str, str]] = field(default_factory=list)

    def cut_outside(self, allowed: frozenset[str]) -> list[tuple[str, str]]:
        """Give what was elided by modules that may not."""
        return sorted({cut for cut in self.elided if cut[0] not in allowed})


@contextmanager
def a_spy() -> Iterator[Spy]:
    """Look over every painter's shoulder while windows are painted."""
    spy = Spy()
    with pytest.MonkeyPatch.context() as patch:
        for metrics in (QFontMetrics, QFontMetricsF):
            patch.setattr(metrics, "elidedText", _eliding(spy, metrics.elidedText))
        patch.setattr(QPainter, "drawText", _drawing(spy, QPainter.drawText))
        yield spy


def look_at(qtbot: QtBot, window: QWidget, may_elide: frozenset[str] = frozenset()) -> list[str]:
    """Paint a window once it has come to rest, and list what is wrong with it; only some modules may cut words."""
    come_to_rest(qtbot, window)
    with a_spy() as spy:
        window.grab()
    cut = [f"{module} 截断：{text}" for module, text in spy.cut_outside(may_elide)]
    over = [f"{module} 写出界：{text}" for module, text in spy.overflowing]
    return sorted({*cut, *over, *faults_of(window)})


def come_to_rest(qtbot: QtBot, window: QWidget) -> None:
    """Wait until turns of the event loop leave everything in a window where it was, however long each may take."""
    places: deque[list[tuple[str, QRect]]] = deque(maxlen=_TURNS_AT_REST)

    def is_at_rest() -> bool:
        places.append(_places_in(window))
        return len(places) == _TURNS_AT_REST and all(now == places[0] for now in places)

    qtbot.waitUntil(is_at_rest)


def faults_of(window: QWidget) -> list[str]:
    """List what is wrong with the widgets of a window that can be seen."""
    seen = [widget for widget in [window, *window.findChildren(QWidget)] if widget.isVisible()]
    faults = [f"读标记：{text}" for text in labels_that_read_markup(window)]
    for widget in seen:
        faults += [f"{type(widget).__name__} 装不下：{text}" for text in _cramped(widget)]
        faults += [f"外文：{text}" for text in _words_of(widget) if _is_foreign(text)]
    return faults + _overlaps(window)


def _places_in(window: QWidget) -> list[tuple[str, QRect]]:
    return [(type(widget).__name__, widget.geometry()) for widget in window.findChildren(QWidget) if widget.isVisible()]


def _eliding(spy: Spy, real: Callable[..., str]) -> Callable[..., str]:
    def elided(self: object, text: str, *rest: Any) -> str:
        shown = real(self, text, *rest)
        if shown != text:
            spy.elided.append((_caller(), text))
        return shown

    return elided


def _drawing(spy: Spy, real: Callable[..., Any]) -> Callable[..., Any]:
    def draw(self: QPainter, *arguments: Any) -> Any:
        place, *rest = arguments
        if isinstance(place, QRect | QRectF) and len(rest) == 2 and isinstance(rest[1], str):
            flags, text = int(getattr(rest[0], "value", rest[0])), rest[1]
            wide = QFontMetricsF(self.font()).horizontalAdvance(text)
            if wide > place.width() + _SLACK and not flags & _WRAPS:
                spy.overflowing.append((_caller(), text))
        return real(self, *arguments)

    return draw


def _caller() -> str:
    frame = inspect.currentframe()
    while frame is not None and not frame.f_globals["__name__"].startswith("gui."):
        frame = frame.f_back
    return frame.f_globals["__name__"] if frame else ""


def _cramped(widget: QWidget) -> Iterator[str]:
    match widget:
        case ElidedLabel():
            if _wide(widget, widget.text()) > widget.width() and not widget.toolTip():
                yield widget.text()
        case QLabel() if widget.text() and not _holds(widget):
            yield widget.text()
        case QPushButton() if widget.text() and widget.sizeHint().width() > widget.width():
            yield widget.text()
        case QComboBox() if _wide(widget, widget.currentText()) + 36 > widget.width() and not widget.toolTip():
            yield widget.currentText()
        case QLineEdit() if _wide(widget, widget.placeholderText()) + 16 > widget.width():
            yield widget.placeholderText()
        case QTabBar() if widget.sizeHint().width() > widget.width():
            yield widget.tabText(0)


def _holds(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    needed, room = label.sizeHint(), label.size()
    return needed.width() <= room.width() and label.fontMetrics().height() <= room.height() + _SLACK


def _wide(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _words_of(widget: QWidget) -> set[str]:
    words = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
    if isinstance(widget, QLabel | QAbstractButton):
        words.add(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        words.add(widget.placeholderText())
    if isinstance(widget, QComboBox):
        words |= {widget.itemText(row) for row in range(widget.count())}
    return words


def _is_foreign(text: str) -> bool:
    without_names = re.sub(r"[/\\]\S+|\S+\.(png|pdf|jpg|xlsx|docx|txt)\b", "", text)
    return any(found not in _KNOWN for found in _FOREIGN.findall(without_names))


def _overlaps(window: QWidget) -> list[str]:
    faults = []
    for parent in [window, *window.findChildren(QWidget)]:
        placed = _placed_in(parent) if parent.isVisible() else []
        faults += [f"相叠：{_name(a)} 和 {_name(b)}" for a, b in combinations(placed, 2) if _overlap(a, b)]
        faults += [f"出界：{_name(widget)}" for widget in placed if _sticks_out(widget)]
    return faults


def _placed_in(parent: QWidget) -> list[QWidget]:
    """List what the layouts of a widget place in it.

    Never by itemAt: its wrappers outlive the items that layouts delete, and stand in for whatever comes to lie there.
    """
    layouts = [layout for layout in parent.findChildren(QLayout) if layout.parentWidget() is parent]
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    children = parent.findChildren(QWidget, options=direct) if layouts else []
    return [child for child in children if child.isVisible() and any(one.indexOf(child) >= 0 for one in layouts)]


def _overlap(first: QWidget, second: QWidget) -> bool:
    return first.geometry().intersects(second.geometry())


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__}“{text}”"
