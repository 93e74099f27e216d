"""What a machine lacks is installed by root, and asked of everybody else in a line they can type."""

import os
import shutil

import pytest

from scripts import machine
from scripts.machine import SetupError, has_display, install_packages, qt_platform

pytestmark = pytest.mark.skipif(not machine.IS_LINUX, reason="packages and displays of Linux")


def _on_a_machine_with(monkeypatch: pytest.MonkeyPatch, *programs: str, user: int) -> list[list[str]]:
    lines: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in programs else None)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(machine, "run", lambda line, **_: lines.append(line))
    return lines


def test_root_on_debian_gets_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _on_a_machine_with(monkeypatch, "apt-get", user=0)
    install_packages(["libegl1"], purpose="系统库")
    assert lines == [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "libegl1"]]


@pytest.mark.parametrize(
    ("programs", "line"),
    [
        (("apt-get", "sudo"), "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1"),
        (("apt-get",), 'su - -c "apt-get update && apt-get install -y --no-install-recommends libegl1"'),
    ],
)
def test_a_user_is_told_the_line_and_nothing_is_run(
    monkeypatch: pytest.MonkeyPatch, programs: tuple[str, ...], line: str
) -> None:
    lines = _on_a_machine_with(monkeypatch, *programs, user=1000)
    with pytest.raises(SetupError) as refused:
        install_packages(["libegl1"], purpose="系统库")
    assert str(refused.value).endswith(f"\n    {line}")
    assert lines == []


def test_where_there_is_no_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _on_a_machine_with(monkeypatch, user=0)
    with pytest.raises(SetupError, match="libegl1"):
        install_packages(["libegl1"], purpose="系统库")


@pytest.mark.parametrize(
    ("surroundings", "seen", "platform"),
    [
        ({}, False, "wayland"),
        ({"DISPLAY": ":0"}, True, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "wayland"),
        ({"QT_QPA_PLATFORM": "offscreen"}, True, "offscreen"),
        ({"QT_QPA_PLATFORM": "minimal:x=1;xcb", "DISPLAY": ":0"}, True, "minimal"),
    ],
)
def test_a_display_is_seen_by_what_the_session_says(
    monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], seen: bool, platform: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert (has_display(), qt_platform()) == (seen, platform)


def test_a_command_that_fails_is_named_with_its_exit_code() -> None:
    with pytest.raises(SetupError, match=r"试一试没有成功（退出码 3）"):
        machine.run(["sh", "-c", "exit 3"], what="试一试")


def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(SetupError, match="no-such-program"):
        machine.run(["no-such-program"], what="试一试")
