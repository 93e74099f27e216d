"""What every test stands on: no screen, an application dressed as the program is, patience, and a tidy folder."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from gui.platform.theme import Themes
    from services.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long a test waits for a window: much longer than it takes, as a busy machine is no finding here either.
_PATIENCE_MS = 120_000
_IS_OVER = pytest.StashKey[bool]()
_ROOT = Path(__file__).resolve().parents[1]
_CACHES = {"__pycache__", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache"}

# A busy machine is no finding, so no deadline; in CI the same examples each time: a change is judged by itself.
settings.register_profile("check", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("check")


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen plugin warns of what no plugin without a screen can do.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Note that a test has had its say: what asks from now on is answered by nobody."""
    item.stash[_IS_OVER] = True


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Have a figure printed at the end of the run, whichever process found it."""
    return partial(record_property, "told")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests told."""
    for report in terminalreporter.stats.get("passed", ()):
        for name, words in report.user_properties:
            if name == "told":
                terminalreporter.write_line(words)


@pytest.fixture
def workspace(tmp_path: Path) -> "Iterator[Workspace]":
    """Open a workspace with one small policy on its shelf."""
    from tests.builders import a_workspace

    with a_workspace(tmp_path / "ws") as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def _tidy() -> Iterator[None]:
    """A run leaves nothing behind beside the program's own folders."""
    before = set(_ROOT.iterdir())
    yield
    assert {path.name for path in set(_ROOT.iterdir()) - before} <= _CACHES


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
def _troubles(qapp: "QApplication", monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Fail a test by what the dialog for bugs of ours would tell: nobody is here to close that dialog."""
    from gui.shell.window import MainWindow

    told: list[str] = []
    monkeypatch.setattr(MainWindow, "show_trouble", lambda _window, report: told.append(report))
    yield told
    if told:
        pytest.fail(told[0], pytrace=False)


@pytest.fixture
def _answered(qapp: "QApplication", request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close a dialog that waits for an answer once a check has failed or the test is over: it would wait for ever."""
    from PySide6.QtCore import QTimer

    from gui.widgets.dialog import Dialog

    caught, ask = request.node.qt_exception_capture_manager.exceptions, Dialog.exec

    def look_after(dialog: Dialog) -> None:
        if caught or request.node.stash.get(_IS_OVER, False):
            dialog.reject()

    def answered(dialog: Dialog) -> int:
        look = QTimer(interval=100)
        look.timeout.connect(partial(look_after, dialog))
        look.start()
        QTimer.singleShot(_PATIENCE_MS, dialog, dialog.reject)
        return ask(dialog)

    monkeypatch.setattr(Dialog, "exec", answered)


@pytest.fixture
def qtbot(qtbot: "QtBot", monkeypatch: pytest.MonkeyPatch, _troubles: list[str], _answered: None) -> "QtBot":
    """Hold a test's windows until the next test begins, and wait with patience, but not after a bug of ours.

    pytest-qt remembers windows weakly and still paints them once the test is over: the garbage collector, coming by in
    the middle of that, took the window away from under its own painter.
    """
    _in_sight.clear()
    add, wait = qtbot.addWidget, qtbot.waitUntil

    def add_and_hold(widget: "QWidget", **how: Any) -> None:
        _in_sight.append(widget)
        add(widget, **how)

    def wait_until(is_so: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        wait(lambda: bool(_troubles) or is_so(), timeout=timeout)  # the test fails by them in the end

    monkeypatch.setattr(qtbot, "addWidget", add_and_hold)
    monkeypatch.setattr(qtbot, "waitUntil", wait_until)
    monkeypatch.setattr(qtbot, "waitSignal", partial(qtbot.waitSignal, timeout=_PATIENCE_MS))
    return qtbot
