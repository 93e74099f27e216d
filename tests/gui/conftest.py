"""What tests of windows stand on: the program, and the sample school filled in once for all of them."""

from datetime import timedelta
from itertools import count
from pathlib import Path
from shutil import copytree

import pytest
from pytestqt.qtbot import QtBot

from gui.platform.theme import Themes
from services.sample.school import fill
from services.workspace import Workspace
from tests.gui.windows import SAMPLE_NOW, Program


@pytest.fixture
def program(qtbot: QtBot, themes: Themes) -> Program:
    """Give the program, to be opened on any folder."""
    return Program(qtbot, themes)


@pytest.fixture
def sample(_filled: Path, tmp_path: Path) -> Path:
    """Give a workspace of the test's own with the sample school in it, last worked in at `SAMPLE_NOW`."""
    return Path(copytree(_filled, tmp_path / "ws"))


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("sample") / "ws"
    begun, ticks = SAMPLE_NOW - timedelta(minutes=15), count()
    with Workspace.open(folder, "李敏", SAMPLE_NOW.date, now=lambda: begun + timedelta(seconds=next(ticks))) as filled:
        fill(filled, "yiyang")
    return folder
