"""The start page through its wishes, over a real workspace."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from checklists.errors import PolicyFault, PolicyFileError
from gui.policies.cards import PolicyCard
from gui.policies.first_steps import FirstSteps
from gui.policies.footer import Footer
from gui.policies.left_column import FORM_HEIGHT
from gui.policies.new_form import NewForm
from gui.policies.policy_words import extent_words, printed_words, short_words
from gui.policies.presenter import StartPresenter
from gui.policies.recent_rows import RecentRow
from gui.policies.recents import RecentList
from gui.policies.start_wish import SchoolWish, StartWish
from gui.policies.view import StartView
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import PlainLabel
from gui.widgets.line_edit import Combo
from gui.widgets.problem import Problem
from gui.widgets.row_list import ROW
from gui.widgets.school_fields import SchoolFields, likely_type
from gui.widgets.stacked_bar import Legend
from models.vocabulary import AssessmentId, ItemKey, PolicyState, SchoolType, Status
from services.checklist import Answer
from services.listed import PolicyRow
from services.workspace import Workspace
from tests.builders import a_policy, a_school, a_workspace

Part = TypeVar("Part", bound=QWidget)
NOW = datetime(2025, 6, 30, 15, 0, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def view(qtbot: QtBot) -> StartView:
    shown = StartView(lambda: date(2025, 6, 30))
    qtbot.addWidget(shown)
    shown.resize(1440, 868)
    return shown


def present(view: StartView, workspace: Workspace) -> StartPresenter:
    presenter = StartPresenter(view, workspace, now=lambda: NOW)
    presenter.refresh()
    view.show()
    return presenter


def part(view: QWidget, kind: type[Part]) -> Part:
    found = view.findChild(kind)
    assert isinstance(found, kind)
    return found


def button(view: QWidget, text: str) -> QAbstractButton:
    return next(one for one in view.findChildren(QAbstractButton) if one.text() == text)


def school_combo(view: StartView) -> Combo:
    return next(combo for combo in view.findChildren(Combo) if combo.isEditable())


def a_policy_row(**fields: object) -> PolicyRow:
    values = {
        "slug": "yiyang",
        "city": "益阳市",
        "title": "益阳市职业教育高质量发展实施方案（2021-2025年）",
        "doc_number": "",
        "issued_on": None,
        "state": PolicyState.DRAFT,
        "lead_rule": None,
        "revision": 1,
        "measures": 19,
        "items": 87,
        "indicators": 31,
    }
    return PolicyRow(**{**values, **fields})  # type: ignore[arg-type]


def test_recent_assessments_stand_before_the_form_and_the_policies_do(
    view: StartView, workspace: Workspace, qtbot: QtBot
) -> None:
    two_recent(workspace)
    steps = StartPresenter(view, workspace, now=lambda: NOW).begin()
    with qtbot.waitExposed(view):
        view.show()
    recents = part(view, RecentList)
    head = next(label for label in view.findChildren(PlainLabel) if label.text() == "新建自评")

    def places() -> tuple[object, ...]:
        return recents.mapTo(view, QPoint()), recents.size(), head.mapTo(view, QPoint())

    before = places()
    assert recents.hasFocus()
    assert view.findChild(Legend) is None
    assert part(view, Footer).findChildren(QWidget) == []
    assert view.findChild(NewForm) is None
    assert view.findChildren(PolicyCard) == []
    for step in steps:
        step()
    qtbot.waitUntil(part(view, NewForm).isVisible)
    assert part(view, NewForm).sizeHint().height() == FORM_HEIGHT
    qtbot.waitUntil(part(view, PolicyCard).isVisible)
    assert part(view, Legend).isVisible()
    assert part(part(view, Footer), LinkButton).isVisible()
    assert places() == before


def test_an_assessment_left_behind_by_a_policys_new_file_is_told_of_once_that_was_read(
    view: StartView, workspace: Workspace
) -> None:
    two_recent(workspace)
    steps = StartPresenter(view, workspace, now=lambda: NOW).begin()
    view.show()
    assert not [one for one in view.findChildren(QAbstractButton) if one.text() == "看看改了什么"]
    workspace.policies.shelve(a_policy(revision=2, title="新的题目"))
    for step in steps:
        step()
    assert button(view, "看看改了什么").isVisible()


def test_an_empty_program_begins_with_all_of_the_page(view: StartView, workspace: Workspace) -> None:
    assert StartPresenter(view, workspace, now=lambda: NOW).begin() == ()
    view.show()
    assert part(view, NewForm).isVisible()
    assert part(view, PolicyCard).isVisible()


def test_a_folder_that_cannot_be_opened_says_why_and_is_tried_again(view: StartView, qtbot: QtBot) -> None:
    tried = []
    view.show()
    view.show_failure("工作文件夹正由李主任打开。", lambda: tried.append(True))
    assert view.focusWidget() is button(view, "再试一次")
    QTest.mouseClick(button(view, "再试一次"), Qt.MouseButton.LeftButton)
    assert tried == [True]


def test_an_empty_program_says_what_to_do_first(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    present(view, workspace)
    assert part(view, FirstSteps).isVisible()
    with qtbot.waitSignal(view.sample_wanted):
        QTest.mouseClick(button(view, "打开示例学校"), Qt.MouseButton.LeftButton)


def test_a_new_school_is_asked_for_its_type_and_started(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    presenter = present(view, workspace)
    school_combo(view).setEditText("  试点市 技工学校 ")
    fields = part(view, SchoolFields)
    assert fields.isVisible()
    assert fields.type is SchoolType.TECHNICIAN
    with qtbot.waitSignal(presenter.assessment_wanted) as wanted:
        QTest.mouseClick(button(view, "新建自评"), Qt.MouseButton.LeftButton)
    started = workspace.assessments.checklist(wanted.args[0])
    assert (started.school.name, started.school.type) == ("试点市 技工学校", SchoolType.TECHNICIAN)
    assert (started.policy.slug, started.year) == ("test", 2025)


def test_nothing_starts_without_a_name_or_a_type(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    present(view, workspace)
    for name in ("", "试点市某校"):
        school_combo(view).setEditText(name)
        QTest.mouseClick(button(view, "新建自评"), Qt.MouseButton.LeftButton)
    assert workspace.opening.schools() == ()
    assert workspace.opening.assessments() == ()


def test_the_same_once_more_opens_what_is_there_and_says_so(
    view: StartView, workspace: Workspace, qtbot: QtBot
) -> None:
    school = a_school(workspace)
    known = workspace.assessments.start(school, "test", 2025)
    presenter = present(view, workspace)
    with qtbot.waitSignal(presenter.assessment_wanted) as wanted, qtbot.waitSignal(presenter.said) as said:
        view.start_wished.emit(StartWish(school, "test", 2025))
    assert wanted.args == [known]
    assert said.args == ["这所学校 2025 年度已经有这份自评，接着填就行"]
    assert len(workspace.opening.assessments()) == 1


def test_a_known_school_needs_no_more_than_its_name(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    school = a_school(workspace, "试点市第一职业学校")
    present(view, workspace)
    school_combo(view).setEditText("试点市第一职业学校")
    assert not part(view, SchoolFields).isVisible()
    with qtbot.waitSignal(view.start_wished) as wished:
        QTest.mouseClick(button(view, "新建自评"), Qt.MouseButton.LeftButton)
    assert wished.args == [StartWish(school, "test", 2025)]


def test_enter_goes_on_from_a_field_and_starts_from_the_button(
    view: StartView, workspace: Workspace, qtbot: QtBot
) -> None:
    school = a_school(workspace)
    present(view, workspace)
    with qtbot.waitActive(view):
        view.activateWindow()
    started: list[StartWish] = []
    view.start_wished.connect(started.append)
    school_combo(view).setFocus()
    QTest.keyClick(school_combo(view), Qt.Key.Key_Return)
    assert started == []
    assert not school_combo(view).hasFocus()
    start = button(view, "新建自评")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert started == [StartWish(school, "test", 2025)]


def test_a_name_half_typed_outlives_a_visit_to_another_screen(
    view: StartView, workspace: Workspace, qtbot: QtBot
) -> None:
    two_recent(workspace)
    present(view, workspace)
    school_combo(view).setEditText("试点市第二")
    view.hide()
    view.show()
    assert school_combo(view).currentText() == "试点市第二"


def two_recent(workspace: Workspace) -> tuple[AssessmentId, AssessmentId]:
    school = a_school(workspace)
    older = workspace.assessments.start(school, "test", 2024)
    newer = workspace.assessments.start(school, "test", 2025)
    workspace.assessments.record(newer, ItemKey("1-1"), Answer(Status.MET))
    return older, newer


def test_enter_opens_the_one_edited_last(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    _, newer = two_recent(workspace)
    presenter = present(view, workspace)
    recents = part(view, RecentList)
    with qtbot.waitSignal(presenter.assessment_wanted) as wanted:
        QTest.keyClick(recents, Qt.Key.Key_Return)
    assert wanted.args == [newer]


def test_a_double_click_and_the_arrow_open_a_row_once(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    older, newer = two_recent(workspace)
    presenter, recents = present(view, workspace), part(view, RecentList)
    opened: list[int] = []
    presenter.assessment_wanted.connect(opened.append)
    row = recents.visualRect(recents.model().index(1, 0))
    QTest.mouseClick(recents.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert opened == []
    QTest.mouseDClick(recents.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert opened == [older]
    first = recents.visualRect(recents.model().index(0, 0))
    arrow = QPoint(first.right() - 20, first.center().y())
    QTest.mouseClick(recents.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert opened == [older, newer]


def test_a_row_says_how_far_it_is_and_when(view: StartView, workspace: Workspace) -> None:
    two_recent(workspace)
    present(view, workspace)
    recents = part(view, RecentList)
    row = recents.model().index(0, 0).data(ROW)
    assert isinstance(row, RecentRow)
    assert (row.school, row.what, row.filled) == ("试点市第一职业学校", "试点市 · 2025 年度", "填报 1/6")


def test_coming_back_shows_what_was_done_meanwhile(view: StartView, workspace: Workspace) -> None:
    _, newer = two_recent(workspace)
    present(view, workspace)
    view.hide()
    workspace.assessments.record(newer, ItemKey("1-2"), Answer(Status.MET))
    view.show()
    recents = part(view, RecentList)
    assert recents.model().index(0, 0).data(ROW).filled == "填报 2/6"


def test_a_card_takes_its_policy_into_the_form(view: StartView, tmp_path: Path, qtbot: QtBot) -> None:
    other = a_policy(slug="other", city="另一市", title="另一市若干措施")
    with a_workspace(tmp_path / "two", a_policy(), other) as workspace:
        a_school(workspace)
        present(view, workspace)
        card = next(card for card in view.findChildren(PolicyCard) if card.policy and card.policy.slug == "other")
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(view.start_wished) as wished:
            QTest.mouseClick(button(view, "新建自评"), Qt.MouseButton.LeftButton)
    assert wished.args[0].policy == "other"


def test_a_city_to_come_cannot_be_started(view: StartView, qtbot: QtBot) -> None:
    view.show_policies([a_policy_row(items=0, measures=0, indicators=0), a_policy_row(slug="zibo", city="淄博")])
    first, second = (card for card in view.findChildren(PolicyCard) if card.policy)
    assert (first.policy.slug, first.isEnabled()) == ("zibo", True)
    assert not second.isEnabled()


def test_a_library_file_that_cannot_be_read_is_named_above_the_cards(
    view: StartView, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.policies.refused = (PolicyFileError(Path("yiyang.toml"), "measures[3]", PolicyFault.MISSING_KEY),)
    present(view, workspace)
    said = [problem.sentence for problem in view.findChildren(Problem) if problem.isVisible()]
    assert len(said) == 1
    assert "yiyang.toml" in said[0]


def test_the_folder_opens_in_the_file_manager(view: StartView, workspace: Workspace, qtbot: QtBot) -> None:
    opened: list[Path] = []
    StartPresenter(view, workspace, now=lambda: NOW, open_folder=opened.append).refresh()
    QTest.mouseClick(part(part(view, Footer), LinkButton), Qt.MouseButton.LeftButton)
    assert opened == [workspace.folder]


@pytest.mark.parametrize(("width", "height", "card"), [(1440, 868, 172), (1366, 696, 148), (960, 468, 40)])
def test_the_page_fits_its_window(
    view: StartView, workspace: Workspace, qtbot: QtBot, width: int, height: int, card: int
) -> None:
    two_recent(workspace)
    present(view, workspace)
    view.resize(QSize(width, height))
    qtbot.waitUntil(lambda: {one.height() for one in view.findChildren(PolicyCard)} == {card})
    area = part(view, QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_what_a_document_does_not_print_is_said() -> None:
    assert printed_words(a_policy_row()) == "未印文号 · 未印日期"
    printed = a_policy_row(doc_number="朝政发7号", issued_on=date(2021, 7, 10))
    assert printed_words(printed) == "朝政发7号 · 2021-07-10"
    assert extent_words(printed) == "19 条 · 87 个要点 · 31 项指标"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("益阳市职业教育高质量发展实施方案（2021-2025年）", "益阳市　实施方案（2021-2025年）"),
        ("关于推动职业教育高质量发展的若干措施", "益阳市　若干措施"),
        ("办学条例", "益阳市　办学条例"),
    ],
)
def test_a_drop_down_names_city_and_kind(title: str, said: str) -> None:
    assert short_words(a_policy_row(title=title)) == said


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("安化县职业中等专业学校", SchoolType.SECONDARY),
        ("益阳高级技工学校", SchoolType.TECHNICIAN),
        ("益阳职业技术学院", SchoolType.COLLEGE),
        ("南县职教中心", SchoolType.COUNTY_CENTRE),
        ("安化县职业技术学校", SchoolType.SECONDARY),
        ("某某学校", None),
    ],
)
def test_a_name_often_tells_the_type(name: str, kind: SchoolType | None) -> None:
    assert likely_type(name) is kind


def test_a_type_chosen_by_hand_stays_when_the_name_goes_on(view: StartView) -> None:
    view.offer_schools([])
    fields = part(view, SchoolFields)
    combo = fields.findChildren(Combo)[0]
    combo.setCurrentIndex(combo.findData(SchoolType.COLLEGE.value))
    combo.activated.emit(combo.currentIndex())
    fields.guess("某某技工学校")
    assert fields.type is SchoolType.COLLEGE


def test_a_wish_for_a_new_school_carries_what_was_typed(view: StartView, qtbot: QtBot) -> None:
    view.offer_policies([a_policy_row()])
    view.show_recents([], NOW)
    school_combo(view).setEditText("<b>某县</b>职业中专")
    with qtbot.waitSignal(view.start_wished) as wished:
        QTest.mouseClick(button(view, "新建自评"), Qt.MouseButton.LeftButton)
    assert isinstance(wished.args[0].school, SchoolWish)
    assert wished.args[0].school.name == "<b>某县</b>职业中专"
