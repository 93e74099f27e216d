"""The school behind the open assessment: base data entered in the window fill the checklist, in one step back."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.settings.base_dialog import BaseDataDialog
from gui.settings.base_rows import Column
from gui.settings.filling_dialog import FillingDialog
from gui.settings.school_view import SchoolDialog
from gui.shell.desktop import Desktop
from gui.shell.steps import step_words
from gui.shell.tabs import Tab
from gui.widgets.line_edit import LineEdit
from models.vocabulary import IndicatorKey, ItemKey, Origin, Status
from services.checklist import Fact
from services.judging import Reading
from tests.gui.windows import Program

NOW = datetime(2025, 11, 21, 16, 20).astimezone()
SHARE = ItemKey("11-9")


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.seated(tmp_path / "ws", NOW, "yiyang") as made:
        yield made


def reading_of(desktop: Desktop) -> Reading:
    assert desktop.workspace is not None and desktop.sitting is not None
    return desktop.workspace.assessments.item(desktop.sitting.assessment, SHARE).indicators[0].reading


def facts_of(desktop: Desktop) -> tuple[Fact, ...]:
    assert desktop.workspace is not None and desktop.sitting is not None
    return desktop.workspace.assessments.checklist(desktop.sitting.assessment).facts


def enter(desktop: Desktop, **values: str) -> None:
    desktop.window._actions["base"].trigger()
    dialog = desktop.window.findChildren(BaseDataDialog)[-1]
    for name, value in values.items():
        place = dialog.model.find(name)
        assert place is not None
        dialog.model.setData(dialog.model.index(place, Column.VALUE), value)
    dialog.accept()


def test_base_data_fill_many_figures_and_undo_takes_both_back_at_once(qtbot: QtBot, desktop: Desktop) -> None:
    counts = {"“双师型”教师数": "62", "专业课教师数": "104", "自主聘请的兼职教师数": "24", "专任教师编制数": "132"}
    enter(desktop, **counts, 年培训人次="2914", 在校生数="1860")
    preview = desktop.window.findChildren(FillingDialog)[-1]
    assert preview.act_button.text() == "填入 3 个"
    preview.act_button.click()
    assert (reading_of(desktop).part, reading_of(desktop).origin) == (Decimal(62), Origin.BASE)
    assert desktop.sitting is not None
    step = desktop.sitting._history.next_undo
    assert step is not None and step_words(step) == "基础数据 6 项和 3 个指标"
    desktop.window._actions["undo"].trigger()
    assert not reading_of(desktop).is_given
    assert facts_of(desktop) == ()
    assert desktop._toast.text == "已撤销：基础数据 6 项和 3 个指标"
    desktop.window._actions["redo"].trigger()
    assert reading_of(desktop).is_given
    assert len(facts_of(desktop)) == 6


def test_base_data_typed_over_come_back_after_other_work(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.sitting is not None
    enter(desktop, 在校生数="1860")
    enter(desktop, 在校生数="18600")
    desktop.sitting.checklist._item.set_status(Status.MET)
    assert "基础数据的“在校生数”" not in desktop.window._toolbar.undo.accessibleName()
    desktop.window._actions["undo"].trigger()
    assert "撤销：基础数据的“在校生数”" in desktop.window._toolbar.undo.accessibleName()
    desktop.window._actions["undo"].trigger()
    assert [fact.value for fact in facts_of(desktop)] == ["1860"]
    desktop.window._actions["undo"].trigger()
    assert facts_of(desktop) == ()
    assert not desktop.window._actions["undo"].isEnabled()


def test_base_data_changed_elsewhere_since_are_left_alone_with_a_sentence(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.workspace is not None
    enter(desktop, 在校生数="1860")
    (school,) = desktop.workspace.opening.schools()
    desktop.workspace.schools.put_facts(school.id, 2025, [Fact("在校生数", "1900")])
    desktop.window._actions["undo"].trigger()
    assert "2025 年度的基础数据后来又改过，这一步撤不回去了" in desktop.window.problem
    assert [fact.value for fact in facts_of(desktop)] == ["1900"]


def test_the_schools_particulars_come_back_too_on_the_tab_in_view(desktop: Desktop) -> None:
    assert desktop.workspace is not None and desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    desktop.window._actions["school"].trigger()
    (dialog,) = desktop.window.findChildren(SchoolDialog)
    dialog.findChildren(LineEdit)[0].setText("二号学校")
    dialog.accept()
    assert desktop.workspace.opening.schools()[0].name == "二号学校"
    desktop.window._actions["undo"].trigger()
    assert desktop.workspace.opening.schools()[0].name == "一号学校"
    assert desktop._toast.text == "已撤销：学校资料的修改"
    assert desktop.window.current_tab is Tab.OVERVIEW


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
