"""A screen that nobody listens at is told before Qt ends the process in English."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import main
from commands.display import NONE, dead_display
from commands.exits import REFUSED

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are named on Linux only")


@pytest.mark.parametrize(
    "named",
    [
        {"DISPLAY": ":4077"},
        {"DISPLAY": "localhost:4077.0"},
        {"DISPLAY": "unix:4077"},
        {"DISPLAY": "no screen"},
        {"DISPLAY": "/nowhere/org.xquartz:0"},
        {"DISPLAY": ":99999"},
        {"WAYLAND_DISPLAY": "wayland-4077"},
    ],
)
def test_a_dead_screen_is_named(named: dict[str, str]) -> None:
    assert dead_display(named) == next(iter(named.values()))


def test_no_screen_has_no_name_and_one_that_qt_is_told_is_its_own_affair() -> None:
    assert dead_display({}) == NONE
    assert dead_display({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":4077"}) is None


def test_screens_that_answer_can_show_a_window(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as wayland, socket.socket() as x11:
        wayland.bind(str(tmp_path / "wayland-0"))
        wayland.listen()
        assert dead_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}) is None
        assert dead_display({"WAYLAND_DISPLAY": str(tmp_path / "wayland-0"), "DISPLAY": ":4077"}) is None
        x11.bind(("localhost", 0))
        x11.listen()
        number = x11.getsockname()[1] - 6000
        assert dead_display({"DISPLAY": f"localhost:{number}"}) is None
        assert dead_display({"DISPLAY": f":{number}.0"}) is None


@pytest.mark.skipif(not socket.has_ipv6, reason="there is no such internet here")
def test_a_screen_that_listens_at_the_newer_internet_addresses_only_answers() -> None:
    with socket.socket(socket.AF_INET6) as x11:
        x11.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            x11.bind(("::1", 0))
        except OSError:
            pytest.skip("this computer has no such address")
        x11.listen()
        number = x11.getsockname()[1] - 6000
        assert dead_display({"DISPLAY": f"[::1]:{number}"}) is None
        assert dead_display({"DISPLAY": f"::1:{number}.0"}) is None
        assert dead_display({"DISPLAY": f"tcp/::1:{number}"}) is None


def test_the_command_line_says_so_in_one_chinese_sentence(tmp_path: Path) -> None:
    unset = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    environment = {name: value for name, value in os.environ.items() if name not in unset} | {"DISPLAY": ":4077"}
    asked = [sys.executable, str(Path(main.__file__)), "--workspace", str(tmp_path / "w")]
    ended = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (REFUSED, "")
    assert ended.stderr.startswith("屏幕 :4077 没有应答，打不开窗口：")
    assert ended.stderr.count("。") == 1
    assert not (tmp_path / "w").exists()
