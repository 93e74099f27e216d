"""The figure card: where a reading comes from, what contradicts it, who judged otherwise, by which rule."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from checklists.policy import Indicator
from gui.checklist.change_words import line_of
from gui.checklist.figure_card import FigureCard
from gui.checklist.overruling_dialog import OverrulingDialog
from gui.checklist.strip import Strip
from gui.widgets.line_edit import LineEdit
from models.vocabulary import Comparator, IndicatorKey, ItemKey, Judgement, Origin, Scope
from services.checklist import Fact
from services.judging import NOT_OVERRULED, Overruling, Reading
from tests.builders import a_measure, a_policy, an_indicator
from tests.gui.checklist.sitting import Sitting, a_sitting, type_words
from tests.gui.painting import faults_of

FIGURE = IndicatorKey("1-1-a")
FACTS = (
    Fact("“双师型”教师数", "62", "人", date(2025, 6, 1), "认定台账"),
    Fact("专业课教师数", "104", "人", date(2025, 6, 1), "教师名册"),
)
NOW = datetime(2025, 6, 30, 12, tzinfo=UTC)
TYPED = Reading(None, Decimal(46), Decimal(98))
OTHERWISE = Overruling(Judgement.REACHED, "市里按全口径核定")


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path) as made:
        yield made


def card_of(sitting: Sitting) -> FigureCard:
    return sitting.screen.view.item.figures.card(FIGURE)


def enter_base_data(sitting: Sitting, *facts: Fact) -> None:
    school = sitting.workspace.opening.schools()[0].id
    sitting.workspace.schools.put_facts(school, 2025, facts)
    sitting.screen.reload()


def type_reading(sitting: Sitting) -> None:
    sitting.workspace.assessments.take_reading(sitting.assessment, FIGURE, TYPED)
    sitting.screen.reload()


def reading_of(sitting: Sitting) -> Reading:
    return sitting.row("1-1").indicators[0].reading


def a_card(qtbot: QtBot, folder: Path, figure: Indicator) -> Iterator[FigureCard]:
    policy = a_policy([replace(a_measure(1), indicators=(figure,))])
    with a_sitting(qtbot, folder, policy=policy) as sitting:
        yield card_of(sitting)


def test_lacking_base_data_are_named_with_a_way_to_enter_them(qtbot: QtBot, sitting: Sitting) -> None:
    strip = card_of(sitting).base
    assert strip.text == "基础数据里还没有“双师型”教师数、“专业课教师数”，填了就能取来。"
    with qtbot.waitSignal(sitting.screen.base_wished):
        strip.link.click()


def test_a_reading_taken_from_base_data_says_so(sitting: Sitting) -> None:
    enter_base_data(sitting, *FACTS)
    card = card_of(sitting)
    card.reading._facts.click()
    assert reading_of(sitting).origin is Origin.BASE
    assert card._origin.text() == "取自基础数据 · 截至 2025-06-01 · 来源：认定台账、教师名册"
    assert card.base.isHidden()


def test_a_typed_reading_says_so_and_stops_following(sitting: Sitting) -> None:
    enter_base_data(sitting, *FACTS)
    card = card_of(sitting)
    card.reading._facts.click()
    part = card.reading.inputs()[0]
    assert isinstance(part, LineEdit)
    part.clear()
    type_words(part, "63")
    card.reading.flush()
    assert (reading_of(sitting).part, reading_of(sitting).origin) == (Decimal(63), Origin.TYPED)
    assert card._origin.text().startswith("手填 · ")


def test_a_contradiction_is_said_and_mended_by_one_click(sitting: Sitting) -> None:
    type_reading(sitting)
    enter_base_data(sitting, *FACTS)
    strip = card_of(sitting).base
    assert strip.text == "和基础数据对不上：这里手填 46 ÷ 98 ＝ 46.9%，基础数据是 62 ÷ 104 ＝ 59.6%。"
    strip.link.click()
    assert reading_of(sitting).part == 62
    sitting.undo()
    assert reading_of(sitting).part == 46


def test_base_data_that_moved_on_are_told(sitting: Sitting) -> None:
    enter_base_data(sitting, *FACTS)
    card_of(sitting).reading._facts.click()
    enter_base_data(sitting, replace(FACTS[0], value="70"), FACTS[1])
    strip = card_of(sitting).base
    assert strip.text == "基础数据已改为 70 ÷ 104 ＝ 67.3%。"
    strip.link.click()
    assert reading_of(sitting).part == 70


def test_a_person_may_judge_otherwise_and_take_it_back(sitting: Sitting) -> None:
    type_reading(sitting)
    sitting.outside.overruling = OTHERWISE
    card = card_of(sitting)
    card._overrule.click()
    row = sitting.row("1-1").indicators[0]
    assert row.overruling == OTHERWISE
    assert card._word.text() == "达标"
    assert card.overruling.text.startswith(
        "程序判：未达标，还差 13 人（至少 59 人）。人工改判：达标。理由：市里按全口径核定"
    )
    assert not card._overrule.isVisible()
    card.overruling.other_link.click()
    assert sitting.row("1-1").indicators[0].overruling == NOT_OVERRULED
    sitting.undo()
    assert sitting.row("1-1").indicators[0].overruling == OTHERWISE


def test_a_judgement_not_given_changes_nothing(sitting: Sitting) -> None:
    type_reading(sitting)
    card_of(sitting)._overrule.click()
    assert not sitting.row("1-1").indicators[0].is_overruled


def test_history_tells_judgements_in_words(sitting: Sitting) -> None:
    type_reading(sitting)
    sitting.outside.overruling = OTHERWISE
    card_of(sitting)._overrule.click()
    card_of(sitting).overruling.other_link.click()
    changes = sitting.workspace.assessments.trail(sitting.assessment, ItemKey("1-1"))
    told = [line_of(change, sitting.row("1-1"), NOW).what for change in changes]
    assert told[:2] == ["“双师型”教师占比　撤回改判", "“双师型”教师占比　改判为达标，理由“市里按全口径核定”"]


def test_the_question_proposes_the_other_judgement_and_wants_a_reason(qtbot: QtBot, sitting: Sitting) -> None:
    type_reading(sitting)
    dialog = OverrulingDialog(sitting.row("1-1").indicators[0])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.act_button.isEnabled()
    dialog.edit.setPlainText("市里核定")
    assert dialog.act_button.isEnabled()
    assert dialog.overruling == Overruling(Judgement.REACHED, "市里核定")
    assert faults_of(dialog) == []


def test_a_citys_figure_shows_what_the_school_adds_and_is_not_judged(qtbot: QtBot, tmp_path: Path) -> None:
    figure = an_indicator(scope=Scope.CITY_TOTAL, unit="人", value=Decimal(50_000), name="全市在校生")
    policy = a_policy([replace(a_measure(1), indicators=(figure,))])
    with a_sitting(qtbot, tmp_path, policy=policy) as sitting:
        sitting.workspace.assessments.take_reading(sitting.assessment, FIGURE, Reading(Decimal(120)))
        sitting.screen.reload()
        card = card_of(sitting)
        assert card._basis.text == "贡献 120 人 / 全市 ≥ 50,000 人"
        assert card._word.text() == "计入合计"
        assert not card._overrule.isVisible()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"comparator": Comparator.ABOUT, "value": Decimal(20), "unit": "家"},
            "“左右”按上下一成判，18—22 家算达标，多了由人判定",
        ),
        (
            {"comparator": Comparator.RANGE, "value": Decimal(1), "max": Decimal(2), "unit": "个"},
            "1—2 个算达标，含两头，多了由人判定",
        ),
        (
            {"comparator": Comparator.RANGE, "value": Decimal(3), "max": Decimal(5), "unit": "年"},
            "5 年以内算达标，提前也算",
        ),
        ({"comparator": Comparator.RANGE, "value": Decimal(15), "max": Decimal(30)}, "15—30%算达标，含两头"),
        ({"comparator": Comparator.ABOVE, "value": Decimal(50)}, "要超过，正好 50% 不算达标"),
        ({"frequency": "每年", "unit": "次", "value": Decimal(1)}, "每年"),
        ({"frequency": "5年累计", "unit": "个月", "value": Decimal(10)}, "5年累计"),
    ],
)
def test_the_rule_is_said_on_the_card(qtbot: QtBot, tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    for card in a_card(qtbot, tmp_path, an_indicator(**fields)):
        assert card._basis.text == said


def test_a_strip_without_words_is_not_there(qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.say("")
    assert strip.isHidden()
