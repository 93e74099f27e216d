"""A second start installs nothing, a changed lock installs again, and the locks are what they must be."""

import configparser
import os
import re
import subprocess
import sysconfig
import venv
from pathlib import Path

import pytest

from scripts import environment

_PIN = re.compile(
    r"^([a-z0-9-]+)==([^ ;]+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Point the environment at an empty folder and note every pip command instead of running it."""
    commands: list[list[str]] = []
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.touch()
    (tmp_path / "run.txt").write_text("one==1\n")
    monkeypatch.setattr(environment, "PYTHON", python)
    monkeypatch.setattr(environment, "LOCKS", tmp_path)
    monkeypatch.setattr(environment, "_STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(environment, "_create", lambda: None)
    monkeypatch.setattr(environment, "run", lambda command, **_: commands.append(command))
    return commands


def test_a_second_start_installs_nothing(installed: list[list[str]]) -> None:
    environment.prepare("run")
    environment.prepare("run")
    assert len(installed) == 1
    assert "--require-hashes" in installed[0]


def test_a_changed_lock_is_installed(installed: list[list[str]], tmp_path: Path) -> None:
    environment.prepare("run")
    (tmp_path / "run.txt").write_text("one==2\n")
    environment.prepare("run")
    assert len(installed) == 2


def test_an_environment_that_was_deleted_is_made_again(installed: list[list[str]]) -> None:
    environment.prepare("run")
    environment.PYTHON.unlink()
    environment.prepare("run")
    assert len(installed) == 2


@pytest.mark.parametrize("name", ["run", "check", "bench", "npm"])
def test_a_lock_holds_pins_with_hashes_and_nothing_else(name: str) -> None:
    text = _lock(name)
    assert _PIN.sub("", text).strip() == ""
    assert "://" not in text


@pytest.mark.parametrize(("smaller", "larger"), [("run", "check"), ("check", "bench")])
def test_what_is_tested_is_what_runs(smaller: str, larger: str) -> None:
    pinned = set(_pins(larger))
    assert [pin for pin in _pins(smaller) if pin not in pinned] == []


@pytest.mark.parametrize(
    ("lock", "extras"), [("run", ["window"]), ("check", ["window", "check"]), ("bench", ["window", "check", "bench"])]
)
def test_every_dependency_of_setup_cfg_is_locked(lock: str, extras: list[str]) -> None:
    settings = configparser.ConfigParser()
    settings.read(environment.ROOT / "setup.cfg", encoding="utf-8")
    wanted = "\n".join(
        [settings["options"]["install_requires"], *(settings["options.extras_require"][one] for one in extras)]
    )
    names = {name.lower().replace("_", "-") for name in re.findall(r"^([A-Za-z][\w-]*)", wanted, re.MULTILINE)}
    assert names <= {name for name, _ in _pins(lock)}


def test_a_qt_that_loads_has_no_complaint() -> None:
    assert environment.PYTHON.exists() or pytest.skip("there is no .venv of our own here")
    has_qt = subprocess.run([environment.PYTHON, "-c", "import PySide6.QtWidgets"], capture_output=True).returncode == 0
    assert bool(environment._qt_complaint("offscreen")) is not has_qt


def test_the_tools_are_there_once_both_can_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / environment.PYTHON.relative_to(environment._HOME)
    monkeypatch.setattr(environment, "PYTHON", bare)
    assert not environment.has_tools()
    venv.create(tmp_path, with_pip=False, symlinks=os.name != "nt")
    assert not environment.has_tools()
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(tmp_path)}))
    (packages / "ruff.py").touch()
    assert not environment.has_tools()
    (packages / "pytest.py").touch()
    assert environment.has_tools()


def _lock(name: str) -> str:
    return (environment.ROOT / "locks" / f"{name}.txt").read_text()


def _pins(name: str) -> list[tuple[str, str]]:
    return [(pin[0], pin[1]) for pin in _PIN.findall(_lock(name))]


def test_every_part_of_qt_that_the_window_imports_is_probed() -> None:
    imports = re.compile(r"from PySide6\.(Qt\w+) import")
    used = {
        name for file in (environment.ROOT / "gui").rglob("*.py") for name in imports.findall(file.read_text("utf-8"))
    }
    assert used - {"QtCore", "QtGui"} <= set(re.findall(r"Qt\w+", environment._QT_PROBE))
