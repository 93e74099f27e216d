"""What every test stands on: no screen, and an application dressed as the program is."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from gui.platform.theme import Themes

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no finding, so no deadline; in CI the same examples each time: a change is judged by itself.
settings.register_profile("check", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("check")


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen plugin warns of what no plugin without a screen can do.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def _dressed(qapp: "QApplication") -> "Themes":
    from gui.platform.appearance import dress
    from gui.platform.theme import ThemeChoice

    return dress(qapp, ThemeChoice.LIGHT)


@pytest.fixture(autouse=True)
def _dress_windows(request: pytest.FixtureRequest) -> None:
    """Dress the application for every test that asks for one."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("_dressed")


@pytest.fixture
def themes(qapp: "QApplication", _dressed: "Themes") -> "Iterator[Themes]":
    """Switch the application's theme; it is light again afterwards."""
    from gui.platform.theme import ThemeChoice

    yield _dressed
    _dressed.choose(ThemeChoice.LIGHT)
    qapp.processEvents()


_in_sight: list[object] = []


@pytest.fixture
def qtbot(qtbot: "QtBot", monkeypatch: pytest.MonkeyPatch) -> "QtBot":
    """Hold a test's windows until the next test begins.

    pytest-qt remembers them weakly and still paints them once the test is over: the garbage collector, coming by in
    the middle of that, took the window away from under its own painter.
    """
    _in_sight.clear()
    add = qtbot.addWidget

    def add_and_hold(widget: "QWidget", **how: Any) -> None:
        _in_sight.append(widget)
        add(widget, **how)

    monkeypatch.setattr(qtbot, "addWidget", add_and_hold)
    return qtbot
