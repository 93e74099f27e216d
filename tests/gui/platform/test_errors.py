import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform.errors import ErrorHook
from models.errors import EmptySourceError
from resources.refusals import sentence


class Watched(ErrorHook):
    """A hook whose dialog is a list."""

    def __init__(self, log_file: Path) -> None:
        self.shown: list[str] = []
        super().__init__(log_file, "0.1.0", self.shown.append)


@pytest.fixture
def hook(qapp: QApplication, tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path / "log" / "voccheck.log")
    made.install()
    yield made
    made.remove()


def _raise(error: Exception) -> None:
    try:
        raise error
    except Exception as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_expected_error_nobody_caught_is_said_not_logged(qtbot: QtBot, hook: Watched, tmp_path: Path) -> None:
    error = EmptySourceError(Path("教师<b>台账{0}.xls"))
    with qtbot.waitSignal(hook.refused) as news:
        _raise(error)
    assert news.args == [sentence(error)]
    assert "教师<b>台账{0}.xls" in news.args[0]
    assert not (tmp_path / "log" / "voccheck.log").exists()


def test_an_error_of_another_thread_is_taken_too(qtbot: QtBot, hook: Watched) -> None:
    def work() -> None:
        raise ZeroDivisionError("elsewhere")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(hook.shown) == 1)
    assert "elsewhere" in hook.shown[0]


def test_a_bug_is_logged_and_shown_with_version_and_trace(qtbot: QtBot, hook: Watched, tmp_path: Path) -> None:
    _raise(ZeroDivisionError("bug"))
    qtbot.waitUntil(lambda: len(hook.shown) == 1)
    assert "0.1.0" in hook.shown[0]
    assert "ZeroDivisionError: bug" in hook.shown[0]
    assert "ZeroDivisionError: bug" in (tmp_path / "log" / "voccheck.log").read_text(encoding="utf-8")


def test_a_second_bug_does_not_open_a_second_dialog(qtbot: QtBot, hook: Watched, tmp_path: Path) -> None:
    inner: list[int] = []

    def show(report: str) -> None:
        _raise(ValueError("while shown"))
        qtbot.wait(1)
        inner.append(1)

    hook._show = show
    _raise(ZeroDivisionError())
    qtbot.waitUntil(lambda: inner == [1])
    assert "while shown" in (tmp_path / "log" / "voccheck.log").read_text(encoding="utf-8")


def test_the_hook_leaves_as_it_came(qapp: QApplication, tmp_path: Path) -> None:
    before = sys.excepthook
    made = ErrorHook(tmp_path / "x.log", "0", lambda report: None)
    made.install()
    made.remove()
    assert sys.excepthook is before


def test_the_log_goes_on_where_its_folder_was_taken_away(qtbot: QtBot, hook: Watched, tmp_path: Path) -> None:
    _raise(ValueError("before"))
    qtbot.waitUntil(lambda: len(hook.shown) == 1)
    (tmp_path / "log").rename(tmp_path / "away")
    _raise(ValueError("after"))
    qtbot.waitUntil(lambda: len(hook.shown) == 2)
    logs = [(tmp_path / place / "voccheck.log").read_text(encoding="utf-8") for place in ("away", "log")]
    assert ["ValueError: before" in log for log in logs] == [True, False]
    assert ["ValueError: after" in log for log in logs] == [False, True]
