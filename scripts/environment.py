"""The project's own Python environment, brought to what a lock file says."""

import importlib.util
import os
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

from scripts.machine import IS_LINUX, QT_PACKAGES, SetupError, install_packages, qt_platform, run, say

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "locks"
_HOME = ROOT / ".venv"
_STAMPS = _HOME / "stamps"
PYTHON = _HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

_QT_PROBE = """
import ctypes, pathlib, sys
from PySide6 import QtNetwork, QtPrintSupport, QtSvg, QtWidgets
platforms = pathlib.Path(QtWidgets.__file__).parent / "Qt" / "plugins" / "platforms"
for plugin in platforms.glob(f"libq{sys.argv[1]}*.so"):
    ctypes.CDLL(str(plugin))
"""


def prepare(lock: str) -> None:
    """Create the environment where missing and install what `locks/<lock>.txt` pins, unless that was done before."""
    wanted = sha256((LOCKS / f"{lock}.txt").read_bytes()).hexdigest()
    if PYTHON.exists() and _stamp(lock) == wanted:
        return
    _create()
    say(f"正在安装依赖（locks/{lock}.txt）……")
    run(pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCKS / f"{lock}.txt")), what="安装依赖")
    _set_stamp(lock, wanted)


def has_tools() -> bool:
    """Tell whether the tools that check the code are there."""
    return PYTHON.exists() and _answers(
        "from importlib.util import find_spec as find; assert find('ruff') and find('pytest')"
    )


def prepare_qt() -> None:
    """See to the system libraries that Qt needs for its platform here, unless that was done before."""
    platform = qt_platform()
    wanted = sha256(_QT_PROBE.encode()).hexdigest()
    if not IS_LINUX or _stamp(f"qt-{platform}") == wanted:
        return
    if _qt_complaint(platform):
        install_packages(QT_PACKAGES, purpose="图形界面所需的系统库")
    if complaint := _qt_complaint(platform):
        raise SetupError(f"图形界面的系统库仍不齐全：{complaint}")
    _set_stamp(f"qt-{platform}", wanted)


def pip(*arguments: str) -> list[str]:
    """Spell a pip command of the environment."""
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]


def _create() -> None:
    if PYTHON.exists() and _answers("import pip"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        major, minor = sys.version_info[:2]
        install_packages([f"python{major}.{minor}-venv"], purpose="建立 .venv 所需的模块")
        importlib.invalidate_caches()
    say("正在建立 .venv……")
    try:
        venv.create(_HOME, clear=True, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"没能建立 {_HOME}：{error}") from error


def _answers(code: str) -> bool:
    return subprocess.run([PYTHON, "-c", code], capture_output=True).returncode == 0


def _qt_complaint(platform: str) -> str:
    answer = subprocess.run([PYTHON, "-c", _QT_PROBE, platform], capture_output=True, text=True)
    return answer.stderr.strip().rpartition("\n")[2]


def _stamp(name: str) -> str:
    file = _STAMPS / name
    return file.read_text() if file.exists() else ""


def _set_stamp(name: str, text: str) -> None:
    _STAMPS.mkdir(exist_ok=True)
    (_STAMPS / name).write_text(text)
