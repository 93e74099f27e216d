"""Base data are entered from the keyboard, checked, kept, and fill indicators after a preview, in one step."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from checklists.base_figures import base_figures
from gui.platform.changes import ChangeBus
from gui.platform.pen import Pen
from gui.platform.theme import ThemeChoice, Themes
from gui.settings.asked_figures import asked_figures
from gui.settings.base_dialog import BaseDataDialog
from gui.settings.base_model import BaseModel
from gui.settings.base_presenter import BaseDataPresenter
from gui.settings.base_rows import Column
from gui.settings.base_said import formula_words, oddity_words, ratio_words
from gui.settings.filling_dialog import FillingDialog, change_words
from gui.settings.pasting import is_a_table, lay
from gui.widgets.line_edit import LineEdit
from gui.widgets.problem import Problem
from models.vocabulary import IndicatorKey, Origin
from services.base_data import BaseData
from services.checklist import Fact
from services.feeding import Footing, proposals
from services.judging import Reading
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.gui.checklist.sitting import a_checklist_policy
from tests.gui.painting import look_at

MAY_ELIDE = frozenset({"gui.settings.base_cells"})
KNOWN = (
    Fact("在校生", "1,860", "人", date(2025, 9, 30), "学籍系统"),
    Fact("订单班", "3", "个"),
)
DUAL, TEACHERS = "“双师型”教师数", "专业课教师数"
FIGURE = IndicatorKey("1-1-a")


def at(model: BaseModel, name: str, column: Column = Column.VALUE) -> QModelIndex:
    place = model.find(name)
    assert place is not None
    return model.index(place, column)


def write(model: BaseModel, name: str, text: str, column: Column = Column.VALUE) -> None:
    assert model.setData(at(model, name, column), text)


def names(model: BaseModel) -> list[str]:
    return [model.row(place).name for place in range(model.rowCount()) if not model.row(place).heading]


# ---- the rows


def test_the_model_keeps_its_promises(qtmodeltester: ModelTester) -> None:
    model, check = BaseModel(), cast(Callable[[BaseModel], None], qtmodeltester.check)
    model.show_facts(KNOWN)
    check(model)
    write(model, "", "公用经费", Column.NAME)
    check(model)


def test_all_figures_of_the_list_are_offered_by_group_and_kept_only_when_filled_in(qtbot: QtBot) -> None:
    model = BaseModel()
    assert names(model) == [*base_figures(), ""]
    headings = [model.row(place).heading for place in range(model.rowCount()) if model.row(place).heading]
    assert headings == [*dict.fromkeys(figure.group for figure in base_figures().values()), "学校另加的数据"]
    assert model.facts() == ()
    write(model, "专任教师数", " 120 ")
    assert model.facts() == (Fact("专任教师数", "120", "人"),)


def test_what_was_kept_under_an_older_name_stands_under_its_one_name(qtbot: QtBot) -> None:
    model = BaseModel()
    model.show_facts(KNOWN)
    assert model.facts() == (Fact("在校生数", "1,860", "人", date(2025, 9, 30), "学籍系统"), KNOWN[1])


def test_last_years_value_stands_beside(qtbot: QtBot) -> None:
    model = BaseModel()
    model.show_facts((), (Fact("专业教师", "94", "人"), Fact("占地面积", "153", "亩"), Fact("订单班", "2", "个")))
    assert at(model, TEACHERS, Column.LAST).data() == "94"
    assert at(model, "校园占地面积", Column.LAST).data() == "153 亩"
    assert "订单班" not in names(model)


def test_one_day_and_source_stand_for_all_rows_without_their_own(qtbot: QtBot) -> None:
    model = BaseModel()
    model.set_common(date(2025, 9, 30), "事业统计报表")
    write(model, "在校生数", "1860")
    write(model, "专任教师数", "136")
    write(model, "专任教师数", "2025年9月1日", Column.AS_OF)
    write(model, "专任教师数", "教师名册", Column.SOURCE)
    assert model.facts() == (
        Fact("在校生数", "1860", "人", date(2025, 9, 30), "事业统计报表"),
        Fact("专任教师数", "136", "人", date(2025, 9, 1), "教师名册"),
    )
    assert model.standing_in(at(model, "在校生数", Column.SOURCE)) == "事业统计报表"


def test_a_unit_typed_behind_a_value_goes_to_its_column(qtbot: QtBot) -> None:
    model = BaseModel()
    write(model, "校园占地面积", "153亩")
    write(model, "年培训人次", "0.3万")
    assert model.facts() == (Fact("校园占地面积", "153", "亩"), Fact("年培训人次", "0.3", "万人次"))


def test_headings_and_names_of_the_list_and_last_year_cannot_be_written(qtbot: QtBot) -> None:
    model, editable = BaseModel(), Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, Column.VALUE), "1")
    for column in (Column.NAME, Column.LAST):
        assert not model.flags(at(model, "在校生数", column)) & editable
    assert model.flags(at(model, "", Column.NAME)) & editable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_checklist_marks_what_it_works_with(qtbot: QtBot, tmp_path: Path) -> None:
    with a_workspace(tmp_path / "ws", a_checklist_policy()) as workspace:
        asked = asked_figures(workspace.assessments.checklist(an_assessment(workspace)))
    assert [name for name, _ in asked] == [DUAL, TEACHERS]
    model = BaseModel()
    model.show_facts((), (), asked)
    assert [row.name for row in map(model.row, range(model.rowCount())) if row.is_asked] == [TEACHERS, DUAL]


def test_a_figure_that_only_an_own_checklist_asks_for_waits_among_the_schools_own(qtbot: QtBot) -> None:
    model = BaseModel()
    model.show_facts((), (), (("竞赛获奖学生", "人"),))
    assert names(model)[-2:] == ["竞赛获奖学生", ""]
    write(model, "竞赛获奖学生", "12")
    assert model.facts() == (Fact("竞赛获奖学生", "12", "人"),)


@pytest.mark.parametrize(
    ("name", "column", "text", "said"),
    [
        ("在校生数", Column.SOURCE, "学籍系统", "“在校生数”还没有数值。填上，或把那一行清空。"),
        ("", Column.VALUE, "12", "有一行没有名目。写上名目，或把那一行清空。"),
    ],
)
def test_half_a_row_is_asked_for_the_rest(qtbot: QtBot, name: str, column: Column, text: str, said: str) -> None:
    model = BaseModel()
    write(model, name, text, column)
    assert model.problem() == said


def test_a_day_that_is_none_is_refused(qtbot: QtBot) -> None:
    model = BaseModel()
    write(model, "在校生数", "1860")
    write(model, "在校生数", "2025-02-30", Column.AS_OF)
    assert model.is_wrong(at(model, "在校生数", Column.AS_OF))
    assert model.problem() == "“在校生数”的截至日期要写成 2025-09-30 这样。"


# ---- pasting


def test_a_copied_column_fills_one_figure_after_another_and_skips_headings(qtbot: QtBot) -> None:
    model = BaseModel()
    start = at(model, "重点专业群数").row()
    assert lay(model, "2\r\n168\r\n\r\n158\r\n", start, Column.VALUE) == 3
    told = {fact.name: fact.value for fact in model.facts()}
    assert told == {"重点专业群数": "2", "教职工数": "168", "教职工编制数": "158"}


def test_copied_rows_with_names_find_their_figures_in_any_order(qtbot: QtBot) -> None:
    model = BaseModel()
    lay(model, "指标\t数值\t单位\n占地面积\t153\t亩\n在校生\t1,860\t人\n不认识的\t3", 1, Column.VALUE)
    assert model.facts() == (Fact("在校生数", "1,860", "人"), Fact("校园占地面积", "153", "亩"))


def test_one_word_is_no_table() -> None:
    assert not is_a_table("1860") and not is_a_table("1860\n")
    assert is_a_table("1860\n136") and is_a_table("在校生\t1860")


# ---- words


def test_a_ratio_says_its_formula_or_what_it_lacks() -> None:
    base = BaseData([Fact(DUAL, "62"), Fact(TEACHERS, "104"), Fact("在校生数", "1860"), Fact("毕业生数", "0")])
    told = {one.ratio.name: (ratio_words(one), formula_words(one)) for one in base.all_derived()}
    assert told["“双师型”教师占专业课教师比例"] == ("59.6%", "“双师型”教师数 62 人 ÷ 专业课教师数 104 人")
    assert told["师生比"] == ("无法判定：缺“专任教师数”", "在校生数 1,860 人 ÷ 专任教师数 ？")
    assert told["就业率"][0] == "无法判定：缺“就业人数”"


def test_a_zero_whole_says_so() -> None:
    [told] = [
        one
        for one in BaseData([Fact("就业人数", "3"), Fact("毕业生数", "0")]).all_derived()
        if one.ratio.name == "就业率"
    ]
    assert ratio_words(told) == "“毕业生数”是 0，算不出"


def test_the_pupil_teacher_ratio_is_written_as_one_to_some() -> None:
    base = BaseData([Fact("在校生数", "1860"), Fact("专任教师数", "136")])
    assert next(ratio_words(one) for one in base.all_derived() if one.ratio.name == "师生比") == "1:13.7"


# ---- the dialog


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "ws", a_checklist_policy()) as opened:
        yield opened


class Desk:
    """The presenter over a window, with the history of the open assessment."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.workspace, self.assessment = workspace, an_assessment(workspace)
        self.history, self.bus = History(workspace.steps), ChangeBus()
        self.pen = Pen(self.history, self.bus)
        self.presenter = BaseDataPresenter(workspace.schools, workspace.assessments, self.pen, self.window)
        self.dialog = self.presenter.edit(self.assessment)

    @property
    def reading(self) -> Reading:
        """Give the reading of the one figure."""
        return next(self.workspace.assessments.checklist(self.assessment).items()).indicators[0].reading

    def preview(self, qtbot: QtBot) -> FillingDialog:
        """Give the preview that stands open."""
        shown = self.window.findChildren(FillingDialog)[-1]
        qtbot.addWidget(shown)
        return shown


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace) -> Desk:
    return Desk(qtbot, workspace)


def editor_of(dialog: BaseDataDialog) -> LineEdit:
    editors = [one for one in dialog.table.viewport().findChildren(LineEdit) if one.isVisible()]
    assert editors
    return editors[-1]


def type_down(dialog: BaseDataDialog, *values: str) -> None:
    for value in values:
        QTest.keyClicks(editor_of(dialog), value)
        QTest.keyClick(editor_of(dialog), Qt.Key.Key_Return)


def test_numbers_and_enter_are_all_that_is_needed(desk: Desk) -> None:
    type_down(desk.dialog, "1860", "671", "576")
    assert [fact.value for fact in desk.dialog.model.facts()] == ["1860", "671", "576"]


def test_arrows_and_tab_move_between_cells(desk: Desk) -> None:
    table = desk.dialog.table
    QTest.keyClicks(editor_of(desk.dialog), "1860")
    QTest.keyClick(editor_of(desk.dialog), Qt.Key.Key_Down)
    assert table.currentIndex() == at(desk.dialog.model, "招生数")
    QTest.keyClick(editor_of(desk.dialog), Qt.Key.Key_Up)
    QTest.keyClick(editor_of(desk.dialog), Qt.Key.Key_Tab)
    assert table.currentIndex() == at(desk.dialog.model, "在校生数", Column.UNIT)
    QTest.keyClick(editor_of(desk.dialog), Qt.Key.Key_Tab)
    assert table.currentIndex() == at(desk.dialog.model, "在校生数", Column.AS_OF)
    QTest.keyClick(editor_of(desk.dialog), Qt.Key.Key_Backtab)
    assert table.currentIndex() == at(desk.dialog.model, "在校生数", Column.UNIT)
    assert at(desk.dialog.model, "在校生数").data() == "1860"


def test_enter_leaps_over_the_heading_of_the_next_group(desk: Desk) -> None:
    table = desk.dialog.table
    table.setCurrentIndex(at(desk.dialog.model, "重点专业群数"))
    table.step(1, 0)
    assert table.currentIndex() == at(desk.dialog.model, "教职工数")


def test_a_column_pasted_into_an_open_cell_fills_those_below(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("1860\n671\n576\n")
    QTest.keyClick(editor_of(desk.dialog), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [fact.value for fact in desk.dialog.model.facts()] == ["1860", "671", "576"]


def test_what_is_odd_is_said_and_kept_all_the_same(qtbot: QtBot, desk: Desk) -> None:
    write(desk.dialog.model, DUAL, "105")
    write(desk.dialog.model, TEACHERS, "104")
    said = next(one.sentence for one in desk.dialog.findChildren(Problem) if one.sentence)
    assert said == "核对一下：“双师型”教师数超过了专业课教师数。照样可以保存。"
    with qtbot.waitSignal(desk.presenter.saved):
        desk.dialog.accept()
    desk.preview(qtbot).reject()


def test_every_oddity_has_its_words() -> None:
    facts = [Fact("在校生数", "约"), Fact("招生数", "-1"), Fact("毕业生数", "1.5"), Fact("教学班数", "3", "元")]
    told = [oddity_words(one) for one in BaseData(facts).oddities()]
    assert told == [
        "在校生数这里要填数字，例如 100",
        "招生数是负数",
        "毕业生数不是整数",
        "教学班数的单位对不上，通常用个",
    ]


def test_ratios_come_out_while_figures_are_entered(desk: Desk) -> None:
    assert len(desk.dialog.ratios.words()) == 1
    write(desk.dialog.model, DUAL, "62")
    write(desk.dialog.model, TEACHERS, "104")
    assert "“双师型”教师占专业课教师比例 59.6%" in desk.dialog.ratios.words()


def test_a_figure_says_what_it_means(desk: Desk) -> None:
    desk.dialog.table.setCurrentIndex(at(desk.dialog.model, DUAL))
    assert desk.dialog._meaning.text.startswith("“双师型”教师数：专业课教师里")


def test_only_what_the_checklist_uses_can_be_shown(desk: Desk) -> None:
    table, model = desk.dialog.table, desk.dialog.model
    desk.dialog._asked_only.click()
    seen = [model.row(place).name for place in range(model.rowCount()) if not table.isRowHidden(place)]
    assert seen == [TEACHERS, DUAL]
    table.begin()
    table.step(1, 0)
    assert table.currentIndex() == at(model, DUAL)


def fill_in(desk: Desk, dual: str = "62") -> None:
    desk.dialog.as_of.setText("2025-09-30")
    desk.dialog.as_of._on_finished()
    write(desk.dialog.model, DUAL, dual)
    write(desk.dialog.model, TEACHERS, "104")
    desk.dialog.accept()


def test_saving_previews_what_is_filled_and_fills_it_in_one_step(qtbot: QtBot, desk: Desk) -> None:
    fill_in(desk)
    preview = desk.preview(qtbot)
    assert preview.windowTitle() == "用基础数据填 1 个指标？"
    assert not desk.reading.is_given
    preview.act_button.click()
    assert (desk.reading.part, desk.reading.whole, desk.reading.origin) == (Decimal(62), Decimal(104), Origin.BASE)
    assert desk.reading.as_of == date(2025, 9, 30)
    assert desk.history.undo() is not None
    assert not desk.reading.is_given


def test_figures_are_kept_even_when_nothing_is_to_be_filled_in_yet(qtbot: QtBot, desk: Desk) -> None:
    fill_in(desk)
    desk.preview(qtbot).stay_button.click()
    assert not desk.reading.is_given
    assert len(desk.workspace.assessments.checklist(desk.assessment).facts) == 2


def test_a_typed_value_that_differs_is_told_and_left_alone(qtbot: QtBot, desk: Desk) -> None:
    typed = Reading(None, Decimal(46), Decimal(98))
    desk.workspace.assessments.take_reading(desk.assessment, FIGURE, typed)
    fill_in(desk)
    preview = desk.preview(qtbot)
    assert preview.windowTitle() == "有指标和基础数据对不上"
    checklist = desk.workspace.assessments.checklist(desk.assessment)
    [told] = proposals(checklist, checklist.facts)
    assert change_words(told) == "手填 46 ÷ 98 ＝ 46.9%，基础数据 62 ÷ 104 ＝ 59.6%"
    preview.act_button.click()
    assert desk.reading.part == 46


def test_what_the_services_refuse_is_said_in_the_dialog(desk: Desk) -> None:
    write(desk.dialog.model, "招生数", "长" * 100_001)
    desk.dialog.accept()
    assert desk.dialog.isVisible()
    assert any("100000" in one.sentence or "太长" in one.sentence for one in desk.dialog.findChildren(Problem))


def test_esc_changes_nothing(desk: Desk) -> None:
    write(desk.dialog.model, "在校生数", "1860")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()
    assert desk.workspace.assessments.checklist(desk.assessment).facts == ()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("high", [700, 470])
def test_nothing_in_the_dialog_is_cut_or_lies_over_another(
    qtbot: QtBot, desk: Desk, themes: Themes, theme: ThemeChoice, high: int
) -> None:
    themes.choose(theme)
    for place, name in enumerate(base_figures()):
        write(desk.dialog.model, name, str(1000 - place * 7))
    desk.dialog.resize(desk.dialog.width(), high)
    assert look_at(qtbot, desk.dialog, MAY_ELIDE) == []
    assert desk.dialog.height() <= high


def test_a_long_preview_scrolls_on_a_small_screen(qtbot: QtBot, desk: Desk) -> None:
    checklist = desk.workspace.assessments.checklist(desk.assessment)
    facts = (Fact(DUAL, "62"), Fact(TEACHERS, "104"))
    [one] = proposals(checklist, facts)
    differs = replace(one, offer=replace(one.offer, footing=Footing.CONTRADICTS))
    preview = FillingDialog([one] * 12 + [differs] * 6)
    qtbot.addWidget(preview)
    preview.show()
    preview.resize(preview.width(), 420)
    assert preview.height() <= 420
    assert look_at(qtbot, preview, MAY_ELIDE) == []


def test_nothing_in_the_preview_is_cut_or_lies_over_another(qtbot: QtBot, desk: Desk) -> None:
    fill_in(desk)
    assert look_at(qtbot, desk.preview(qtbot), MAY_ELIDE) == []
