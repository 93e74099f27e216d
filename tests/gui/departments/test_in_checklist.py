"""Departments where items are answered: the school's own are offered, a typed one can join them."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.vocabulary import ItemKey
from tests.gui.checklist.sitting import a_sitting, type_words


def test_the_schools_departments_are_offered_before_any_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        school = sitting.workspace.opening.schools()[0].id
        sitting.workspace.departments.add_all(school, ["财务处", "教务处"])
        sitting.screen.reload()
        combo = sitting.screen.view.item.answer.department
        assert [combo.itemText(row) for row in range(combo.count())][:2] == ["财务处", "教务处"]


def test_a_typed_department_can_join_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        school = sitting.workspace.opening.schools()[0].id
        sitting.workspace.departments.add(school, "教务处")
        sitting.screen.show_item(ItemKey("1-1"))
        answer = sitting.screen.view.item.answer
        assert answer._listing.isHidden()
        type_words(answer.department, "校企办")
        answer.flush()
        assert answer._listing.text() == "把“校企办”加进科室名单"
        answer._listing.click()
        assert [row.name for row in sitting.workspace.departments.of(school)] == ["教务处", "校企办"]
        assert answer._listing.isHidden()


def test_the_departments_filter_leads_to_the_division(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        menu = sitting.screen.view.list.filters.menus.pick("department")
        with qtbot.waitSignal(sitting.screen.division_wished):
            menu.actions()[-1].trigger()
