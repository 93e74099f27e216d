"""What this machine has, and the packages of its own system that we miss."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence

IS_LINUX = sys.platform.startswith("linux")
QT_PACKAGES = (
    *("libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libxkbcommon-x11-0"),
    *("libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1"),
    *("libgssapi-krb5-2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)


class SetupError(Exception):
    """The set-up cannot go on; its text is one sentence for the person who typed the command."""


def has_display() -> bool:
    """Tell whether a window can be shown, or the caller has chosen Qt's platform for us."""
    return not IS_LINUX or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def qt_platform() -> str:
    """Name the Qt platform plug-in that a window would use here."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    return chosen or ("xcb" if os.environ.get("DISPLAY") else "wayland")


def install_packages(packages: Sequence[str], *, purpose: str) -> None:
    """Install packages by apt-get as root on Debian and its kin; elsewhere raise SetupError with the line to type."""
    if not shutil.which("apt-get"):
        raise SetupError(
            f"缺少{purpose}。请用本机系统的软件包管理器安装与下列 Debian 软件包相当的内容：{_words(packages)}"
        )
    lines = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]]
    if os.geteuid() != 0:
        raise SetupError(
            f"缺少{purpose}，安装它需要管理员权限。请先运行下面这一行，再重新运行本命令：\n    {_as_root(lines)}"
        )
    say(f"缺少{purpose}，正在用 apt-get 安装……")
    for line in lines:
        run(line, what=f"安装{purpose}", env={"DEBIAN_FRONTEND": "noninteractive"})


def run(command: Sequence[str], *, what: str, env: dict[str, str] | None = None) -> None:
    """Run a command to its end; raises SetupError that names `what` when it fails."""
    try:
        subprocess.run(command, check=True, env={**os.environ, **(env or {})})
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"{what}没有成功（{_reason(error)}）：{shlex.join(command)}") from error


def say(sentence: str) -> None:
    """Tell the person at the keyboard what is going on."""
    print(sentence, flush=True)


def _reason(error: OSError | subprocess.CalledProcessError) -> str:
    return f"退出码 {error.returncode}" if isinstance(error, subprocess.CalledProcessError) else str(error)


def _words(packages: Sequence[str]) -> str:
    return " ".join(packages)


def _as_root(lines: Sequence[Sequence[str]]) -> str:
    if shutil.which("sudo"):
        return " && ".join(f"sudo {shlex.join(line)}" for line in lines)
    return f'su - -c "{" && ".join(map(shlex.join, lines))}"'
