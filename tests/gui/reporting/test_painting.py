"""The report screen painted with every paper, at every size, light and dark: nothing cut, overlapping, foreign."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from gui.platform.theme import ThemeChoice, Themes
from models.vocabulary import AssessmentId
from services.workspace import Workspace
from tests.gui.painting import look_at
from tests.gui.reporting.desk import Desk, a_sample_school, a_screen, choose

MAY_ELIDE = frozenset(["gui.widgets.text"])  # rows beyond two lines, with a tooltip
SIZES = [(1440, 852), (1366, 680), (960, 452)]
KEPT = os.environ.get("VOCCHECK_PICTURES")
"""A folder to keep the pictures in, to be looked at."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with a_sample_school(tmp_path_factory.mktemp("school") / "ws") as opened:
        yield opened


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_paper_is_shown_whole(
    qtbot: QtBot,
    themes: Themes,
    workspace: Workspace,
    tmp_path: Path,
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    themes.choose(choice)
    faults = []
    with a_screen(qtbot, workspace, AssessmentId(1), Desk(tmp_path), size) as screen:
        for kind in screen.view.options.kinds.kinds:
            choose(qtbot, screen, kind)
            if size[0] < 1000:
                screen.view.toggle_options()
            faults += look_at(qtbot, screen.view, MAY_ELIDE)
            if KEPT:
                qtbot.wait(600)
                screen.view.grab().save(f"{KEPT}/{kind}-{size[0]}-{choice}.png")
            if size[0] < 1000:
                screen.view.toggle_options()
    assert faults == []


@pytest.mark.parametrize("height", [852, 648])
def test_what_can_be_chosen_is_in_sight_without_scrolling(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, height: int
) -> None:
    with a_screen(qtbot, workspace, AssessmentId(1), Desk(tmp_path), (1366, height)) as screen:
        boxes = [box for box in screen.view.options.choices.findChildren(QCheckBox) if box.isVisible()]
        assert boxes
        assert [box.text() for box in boxes if box.visibleRegion().boundingRect().height() < box.height()] == []
