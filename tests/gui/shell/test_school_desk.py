"""The school behind the open assessment: base data entered in the window fill the checklist, in one step back."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import Themes
from gui.settings.base_dialog import BaseDataDialog
from gui.settings.base_rows import Column
from gui.settings.filling_dialog import FillingDialog
from gui.settings.school_view import SchoolDialog
from gui.shell.desktop import Desktop
from gui.shell.steps import step_words
from gui.shell.window import MainWindow
from models.vocabulary import IndicatorKey, ItemKey, Origin, Ownership, SchoolType
from services.judging import Reading

NOW = datetime(2025, 11, 21, 16, 20).astimezone()
SHARE = ItemKey("11-9")


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, themes: Themes) -> Iterator[Desktop]:
    settings = DeskSettings(tmp_path / "desk.ini")
    made = Desktop(MainWindow(settings), tmp_path / "ws", "李敏", settings, themes, now=lambda: NOW)
    qtbot.addWidget(made.window)
    made.window.show()
    made.open()
    qtbot.waitUntil(lambda: made.workspace is not None)
    try:
        assert made.workspace is not None
        school = made.workspace.schools.register("一号学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
        made.open_assessment(made.workspace.assessments.start(school, "yiyang", 2025))
        yield made
    finally:
        made.window.close()
        made.close()


def reading_of(desktop: Desktop) -> Reading:
    assert desktop.workspace is not None and desktop.sitting is not None
    return desktop.workspace.assessments.item(desktop.sitting.assessment, SHARE).indicators[0].reading


def enter(desktop: Desktop, **values: str) -> None:
    desktop.window._actions["base"].trigger()
    dialog = desktop.window.findChildren(BaseDataDialog)[-1]
    for name, value in values.items():
        place = dialog.model.find(name)
        assert place is not None
        dialog.model.setData(dialog.model.index(place, Column.VALUE), value)
    dialog.accept()


def test_base_data_fill_many_figures_and_undo_takes_them_back_at_once(qtbot: QtBot, desktop: Desktop) -> None:
    counts = {"“双师型”教师数": "62", "专业课教师数": "104", "自主聘请的兼职教师数": "24", "专任教师编制数": "132"}
    enter(desktop, **counts, 年培训人次="2914", 在校生数="1860")
    preview = desktop.window.findChildren(FillingDialog)[-1]
    assert preview.act_button.text() == "填入 3 个"
    preview.act_button.click()
    assert (reading_of(desktop).part, reading_of(desktop).origin) == (Decimal(62), Origin.BASE)
    assert desktop.sitting is not None
    step = desktop.sitting._history.next_undo
    assert step is not None and step_words(step) == "用基础数据填 3 个指标"
    desktop.window._actions["undo"].trigger()
    assert not reading_of(desktop).is_given


def test_the_card_leads_to_the_base_data_and_shows_what_came_of_them(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(SHARE)
    card = desktop.sitting.checklist.view.item.figures.card(IndicatorKey("11-9-a"))
    card.base.link.click()
    dialog = desktop.window.findChildren(BaseDataDialog)[-1]
    assert dialog.isVisible()
    dialog.reject()
    enter(desktop, **{"“双师型”教师数": "62", "专业课教师数": "104"})
    desktop.window.findChildren(FillingDialog)[-1].act_button.click()
    assert card._word.text() == "达标"


def test_the_school_has_a_dialog_of_its_own(desktop: Desktop) -> None:
    desktop.window._actions["school"].trigger()
    dialog = desktop.window.findChildren(SchoolDialog)[-1]
    assert dialog.isVisible()
    dialog.reject()
