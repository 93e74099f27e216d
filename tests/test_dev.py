"""The two commands: what they do where, and that a second start does nothing twice."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from scripts import environment, fonts
from scripts.machine import IS_LINUX, SetupError


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Leave the set-up and the starting of programs out, and note what would have been started."""
    programs: list[tuple[str, ...]] = []

    def note(*arguments: str) -> int:
        programs.append(arguments)
        return 0

    monkeypatch.setattr(dev, "_python", note)
    monkeypatch.setattr(environment, "prepare", lambda _lock: None)
    monkeypatch.setattr(environment, "prepare_qt", lambda: None)
    monkeypatch.setattr(environment, "has_tools", lambda: True)
    monkeypatch.setattr(fonts, "prepare", lambda: None)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return programs


def test_with_a_display_run_opens_the_window(started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["run"]) == 0
    assert started == [("main.py",)]


@pytest.mark.skipif(not IS_LINUX, reason="every other system has a display")
def test_without_a_display_run_makes_the_demonstration(started: list[tuple[str, ...]]) -> None:
    assert dev.main(["run"]) == 0
    assert started == [("main.py", "demo", str(dev.OUT), "--policy", "yiyang")]


def test_what_follows_run_reaches_the_program_as_typed(started: list[tuple[str, ...]]) -> None:
    assert dev.main(["run", "--workspace", "a b", "policies", "--json"]) == 0
    assert started == [("main.py", "--workspace", "a b", "policies", "--json")]


@pytest.mark.parametrize("command", [name for name in dev._COMMANDS if name != "run"])
def test_asked_what_it_does_a_command_says_so_and_does_nothing(
    command: str, started: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        dev.main([command, "--help"])
    assert stop.value.code == 0
    assert " ".join(str(dev._COMMANDS[command].__doc__).split()) in " ".join(capsys.readouterr().out.split())
    assert started == []


def test_a_set_up_that_cannot_go_on_ends_in_one_sentence_and_exit_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_lock: str) -> None:
        raise SetupError("缺少某物。")

    monkeypatch.setattr(environment, "prepare", refuse)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "错误：缺少某物。\n"


@pytest.mark.parametrize("command", ["check", "format"])
def test_a_check_before_any_set_up_says_what_to_type_first(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "python")
    assert dev.main([command]) == 1
    assert "python3 dev.py test" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [[], ["fly"]])
def test_a_command_that_is_none_is_wrong_usage(typed: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        dev.main(typed)
    assert refused.value.code == 2


def test_the_readme_opens_with_the_two_commands_and_names_every_other() -> None:
    readme = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    assert re.match(r"# 职评簿\n\n```\npython3 dev.py run .*\npython3 dev.py test ", readme)
    assert [name for name in dev._COMMANDS if f"dev.py {name}" not in readme] == []


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    without_packages = [sys.executable, "-S", "dev.py", "--help"]
    assert subprocess.run(without_packages, cwd=dev.ROOT, capture_output=True).returncode == 0
