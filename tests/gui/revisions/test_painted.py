"""The comparison painted at every size people have, light and dark: nothing cut, nothing over another, no English."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.platform.jobs import Jobs
from gui.platform.theme import ThemeChoice, Themes
from gui.revisions.comparer import RevisionComparer
from gui.revisions.presenter import RevisionServices, RevisionsScreen
from services.own_items import OwnWords
from tests.gui.painting import look_at
from tests.gui.revisions.behind import an_assessment_behind

SIZES = ((1440, 868), (1366, 696), (960, 472))
MAY_ELIDE = frozenset({"gui.revisions.row_delegate", "gui.widgets.labels"})  # both tell all of it in a tooltip


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_comparison_archive_and_pickers_are_whole(
    qtbot: QtBot, tmp_path: Path, themes: Themes, size: tuple[int, int], theme: ThemeChoice
) -> None:
    themes.choose(theme)
    with an_assessment_behind(tmp_path) as (workspace, assessment):
        key = workspace.own_items.add(assessment, "二/1", OwnWords("每月开一次家长会")).own_items[0]
        workspace.own_items.retire(assessment, key)
        jobs = Jobs()
        services = RevisionServices(workspace.renewals, workspace.own_items, workspace.evidence, jobs)
        screen, comparer = RevisionsScreen(assessment, services), RevisionComparer(workspace.revisions)
        for view in (screen.view, comparer.view):
            qtbot.addWidget(view)
            view.resize(*size)
        screen.show()
        comparer.show()
        for view in (screen.view, comparer.view):
            with qtbot.waitExposed(view):
                view.show()
            assert look_at(qtbot, view, MAY_ELIDE) == []
        screen.show(is_archive=True)
        assert look_at(qtbot, screen.view, MAY_ELIDE) == []
        jobs.close()
