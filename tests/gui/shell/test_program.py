"""The program without a single Chinese face says so instead of drawing empty boxes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform import fonts
from gui.platform.desk_settings import DeskSettings
from gui.shell.program import Program
from gui.shell.single import SingleInstance
from resources import font_folders


class Application:
    """Stands in for the application's end alone."""

    def __init__(self, real: QApplication) -> None:
        self._real = real
        self.ended: int | None = None

    def exit(self, status: int) -> None:
        self.ended = status

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


def test_no_chinese_face_is_an_error_with_a_sentence(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("gui.shell.program.DeskSettings", lambda: DeskSettings(tmp_path / "desk.ini"))
    program = Program(qapp, tmp_path / "ws", "李敏")
    qtbot.addWidget(program.window)
    application = Application(qapp)
    monkeypatch.setattr(program, "_application", application)
    monkeypatch.setattr("gui.platform.appearance.put_on", lambda _application, _themes: None)
    monkeypatch.setattr(fonts, "has_chinese", lambda: False)
    program.window.show()
    qtbot.waitUntil(lambda: application.ended == 1)
    assert "字体" in capsys.readouterr().err
    assert not (tmp_path / "ws").exists()


def test_the_program_says_how_far_it_is_and_is_found_by_a_later_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.shell.program.DeskSettings", lambda: DeskSettings(tmp_path / "desk.ini"))
    monkeypatch.setattr("gui.platform.appearance.put_on", lambda _application, _themes: None)
    program = Program(qapp, tmp_path / "ws", "李敏")
    qtbot.addWidget(program.window)
    came: list[str] = []
    program.came.connect(came.append)
    program.window.show()
    qtbot.waitUntil(lambda: came == ["painted", "usable", "complete"])
    assert SingleInstance(tmp_path / "ws").call_first()
    program.window.close()
    program.close()
    assert not SingleInstance(tmp_path / "ws").call_first()


def test_the_faces_we_fetch_count_as_chinese(qapp: QApplication) -> None:
    assert fonts.has_chinese() or not font_folders()
