from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.shell.single import SingleInstance


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not first.call_first()
    assert first.listen()
    with qtbot.waitSignal(first.raise_wanted):
        assert second.call_first()
    first.close()


def test_another_workspace_is_another_window(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = SingleInstance(tmp_path / "一"), SingleInstance(tmp_path / "二")
    assert first.listen()
    assert not other.call_first()
    first.close()


def test_a_closed_window_is_not_called(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    first.listen()
    first.close()
    assert not SingleInstance(tmp_path).call_first()
