"""`pip install .` carries every data file of every room, and gives the command."""

import configparser
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_ROOMS = ("gui", "reports", "services", "checklists", "models", "resources")
_FOR_DEVELOPERS = {".md"}
_SETTINGS = configparser.ConfigParser()
_SETTINGS.read(_ROOT / "setup.cfg", encoding="utf-8")


def _carried() -> list[str]:
    entries = _SETTINGS["options.package_data"].items()
    return [f"{room.replace('.', '/')}/{pattern}" for room, listed in entries for pattern in re.split(r",\s*", listed)]


def test_every_data_file_of_a_room_is_carried() -> None:
    kept = [file.relative_to(_ROOT) for room in _ROOMS for file in (_ROOT / room).rglob("*.*") if file.is_file()]
    data = [file for file in kept if file.suffix not in {".py", ".pyc", ".pyi", *_FOR_DEVELOPERS}]
    assert data
    assert [file.as_posix() for file in data if not any(fnmatch(file.as_posix(), rule) for rule in _carried())] == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {file.parent for room in _ROOMS for file in (_ROOT / room).rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_the_command_that_is_promised_is_there() -> None:
    assert _SETTINGS["options.entry_points"]["console_scripts"].strip() == "voccheck = main:main"
    answer = subprocess.run([sys.executable, "-c", "from main import main; main(['--help'])"], cwd=_ROOT)
    assert answer.returncode == 0
