"""A document in, a checklist out: the review over a real workspace, by its keys and its buttons."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from checklists.drafting import editing as draft_editing
from checklists.drafting.open_draft import OpenDraft
from checklists.policy import Indicator, Policy
from gui.drafting.figure_dialog import FigureDialog
from gui.drafting.header_dialog import HeaderDialog
from gui.drafting.item_editor import ItemEditor
from gui.drafting.item_model import DraftItemModel
from gui.drafting.outside import DraftingOutside
from gui.drafting.presenter import DraftingScreen, DraftingServices
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.platform.theme import ThemeChoice, Themes, theme_of
from models.errors import DiskFullError
from models.vocabulary import Addressee, Comparator, Modality, Status
from resources.refusals import sentence
from services.checklist import Answer
from services.errors import SlugTakenError
from services.workspace import Workspace
from tests.builders import a_school
from tests.gui.painting import look_at

TEXT = """临江市职业教育提升行动实施方案（2024-2026年）
为把职业教育办好，结合本市实际，制定本方案。
一、主要目标
到2026年，全市职业院校布局更加合理，“双师型”教师占比超过60%。
二、重点任务
（一）强化队伍建设
1. 配齐专业教师。各职业院校要配齐专业课教师。鼓励学校聘请企业技师任教。到2025年，建成12个名师工作室，\
培养30名专业带头人。（牵头单位：市教育局）
2. 改善办学条件。支持学校新建实训楼，三年投入不少于5000万元。每年新增实训工位200个以上。
（二）深化产教融合
1. 共建实训基地。每年组织教师到企业实践1次以上。
3. 办好技能竞赛。市里每年举办一次职业技能竞赛。
三、保障措施
（一）加强领导。建立联席会议制度，每季度研究一次职业教育工作。
临江市人民政府
2024年3月12日
"""
OFFICIAL = Path(__file__).resolve().parents[4] / "shared" / "policies"
SIZES = ((1440, 820), (1366, 648), (960, 472))
MAY_ELIDE = frozenset({"gui.drafting.clause_pane", "gui.drafting.item_bar", "gui.widgets.text", "gui.widgets.labels"})


class OurOutside(DraftingOutside):
    """Dialogs that answer what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.picked: Path | None = None
        self.agrees = True
        self.asked: list[object] = []
        self.heading: str | None = None
        self.head: Callable[[Policy], Policy | None] = lambda policy: policy
        self.figure: Callable[[Indicator], Indicator | None] = lambda figure: figure

    def choose_file(self, parent: QWidget, folder: str) -> Path | None:
        return self.picked

    def may_throw_away(self, parent: QWidget, title: str) -> bool:
        self.asked.append(title)
        return self.agrees

    def may_save(self, parent: QWidget, left: int) -> bool:
        self.asked.append(left)
        return self.agrees

    def ask_heading(self, parent: QWidget, heading: str) -> str | None:
        return self.heading

    def ask_head(
        self, parent: QWidget, policy: Policy, is_taken: Callable[[str], bool], *, is_locked: bool
    ) -> Policy | None:
        return self.head(policy)

    def ask_figure(
        self, parent: QWidget, figure: Indicator, *, is_new: bool, drop: Callable[[], None]
    ) -> Indicator | None:
        written = self.figure(figure)
        if written is None:
            drop()
        return written


@pytest.fixture
def outside() -> OurOutside:
    return OurOutside()


@pytest.fixture
def empty(
    qtbot: QtBot, workspace: Workspace, outside: OurOutside, tmp_path: Path, themes: Themes
) -> Iterator[DraftingScreen]:
    assert themes.current
    jobs = Jobs()
    services = DraftingServices(workspace.drafts, jobs, DeskSettings(tmp_path / "desk.ini"))
    made = DraftingScreen(services, outside=outside)
    qtbot.addWidget(made.view)
    made.view.resize(*SIZES[0])
    with qtbot.waitExposed(made.view):
        made.view.show()
    yield made
    made.close()
    jobs.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "linjiang_2024.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def screen(qtbot: QtBot, empty: DraftingScreen, document: Path) -> DraftingScreen:
    read_in(qtbot, empty, document)
    show_clause(empty, 1)
    return empty


def read_in(qtbot: QtBot, screen: DraftingScreen, path: Path) -> None:
    screen.read_in(path)
    qtbot.waitUntil(lambda: screen.review is not None)


def show_clause(screen: DraftingScreen, place: int) -> None:
    assert screen.review is not None
    screen.review.show_clause(screen.review.draft.policy.measures[place].ref)
    screen.view.items.list.setFocus()


def texts(screen: DraftingScreen) -> list[str]:
    """Say what stands in the clause in hand."""
    assert screen.review is not None
    return [item.text for item in screen.review.draft.measure(screen.review.ref).items]


def choose(screen: DraftingScreen, *places: int) -> None:
    """Choose rows as a person does who holds Ctrl."""
    view = screen.view.items.list
    chosen, flags = view.selectionModel(), QItemSelectionModel.SelectionFlag
    chosen.setCurrentIndex(view.model().index(places[0], 0), flags.ClearAndSelect)
    for place in places[1:]:
        chosen.select(view.model().index(place, 0), flags.Select)


def editor_of(screen: DraftingScreen) -> ItemEditor | None:
    return screen.view.items.list.editor


def write(screen: DraftingScreen, text: str) -> ItemEditor:
    """Write over the item that is open."""
    editor = editor_of(screen)
    assert editor is not None
    editor.selectAll()
    editor.insertPlainText(text)
    return editor


def press(
    qtbot: QtBot, widget: QWidget, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(widget, key, how)  # type: ignore[no-untyped-call]


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_document_becomes_a_draft_whose_items_all_wait_to_be_reworded(screen: DraftingScreen) -> None:
    assert screen.review is not None
    assert screen.view.bar.counted.accessibleName() == "待改写 9 / 9"
    assert texts(screen) == [
        "各职业院校要配齐专业课教师。",
        "鼓励学校聘请企业技师任教。",
        "到2025年，建成12个名师工作室，培养30名专业带头人。",
    ]


def test_enter_opens_the_item_and_enter_writes_it_down(
    qtbot: QtBot, screen: DraftingScreen, workspace: Workspace
) -> None:
    assert screen.review is not None
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    press(qtbot, write(screen, "专业课教师按标准配足了"), Qt.Key.Key_Return)
    assert editor_of(screen) is None
    assert texts(screen)[0] == "专业课教师按标准配足了"
    assert screen.view.bar.counted.accessibleName() == "待改写 8 / 9"
    assert workspace.drafts.open(screen.review.name).draft == screen.review.draft
    assert screen.view.bar.save_state.text.startswith("已保存")


def test_escape_leaves_the_item_as_it_was(qtbot: QtBot, screen: DraftingScreen) -> None:
    before = texts(screen)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    editor = write(screen, "不要了")
    editor.flush()
    assert texts(screen) != before
    press(qtbot, editor, Qt.Key.Key_Escape)
    assert texts(screen) == before


def test_an_item_left_without_words_is_as_it_was(qtbot: QtBot, screen: DraftingScreen) -> None:
    before = texts(screen)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    press(qtbot, write(screen, ""), Qt.Key.Key_Return)
    assert texts(screen) == before


def test_words_being_written_are_kept_when_the_draft_is_left(
    qtbot: QtBot, screen: DraftingScreen, workspace: Workspace
) -> None:
    assert screen.review is not None
    name = screen.review.name
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    write(screen, "写到一半")
    with qtbot.waitSignal(screen.left):
        screen.view.bar.home.click()
    assert next(iter(workspace.drafts.open(name).draft.measure("二/（一）/1").items)).text == "写到一半"


def test_ctrl_enter_splits_at_the_cursor_and_ctrl_j_merges_again(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    whole = texts(screen)[2]
    choose(screen, 2)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    editor = editor_of(screen)
    assert editor is not None
    cursor = editor.textCursor()
    cursor.setPosition(whole.index("培养"))
    editor.setTextCursor(cursor)
    press(qtbot, editor, Qt.Key.Key_Return, CTRL)
    assert texts(screen)[2:] == ["到2025年，建成12个名师工作室，", "培养30名专业带头人。"]
    figures = [
        len(screen.review.draft.figures_of(item.key)) for item in screen.review.draft.measure("二/（一）/1").items
    ]
    assert figures == [0, 0, 1, 1]
    choose(screen, 2, 3)
    press(qtbot, screen.view.items.list, Qt.Key.Key_J, CTRL)
    assert texts(screen)[2:] == [whole]


def test_one_item_is_merged_with_the_next(qtbot: QtBot, screen: DraftingScreen) -> None:
    choose(screen, 0)
    press(qtbot, screen.view.items.list, Qt.Key.Key_J, CTRL)
    assert texts(screen)[0] == "各职业院校要配齐专业课教师。鼓励学校聘请企业技师任教。"
    choose(screen, 1)
    press(qtbot, screen.view.items.list, Qt.Key.Key_J, CTRL)
    assert "后面没有要点" in screen.view.toast.text


def test_delete_leaves_out_and_delete_again_brings_back(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    choose(screen, 0, 1)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Delete)
    assert len(screen.review.draft.dropped) == 2
    assert screen.view.bar.counted.accessibleName() == "待改写 7 / 7"
    choose(screen, 1)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Delete)
    assert len(screen.review.draft.dropped) == 1


def test_undo_and_redo_by_their_keys(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    before = screen.review.draft
    choose(screen, 0)
    press(qtbot, screen.view.items.list, Qt.Key.Key_J, CTRL)
    after = screen.review.draft
    press(qtbot, screen.view.items.list, Qt.Key.Key_Z, CTRL)
    assert screen.review.draft == before
    press(qtbot, screen.view.items.list, Qt.Key.Key_Y, CTRL)
    assert screen.review.draft == after
    screen.view.bar.undo.click()
    assert screen.review.draft == before


def test_undo_ends_the_writing_first(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    before = screen.review.draft
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    write(screen, "新写的话")
    screen.view.bar.undo_wanted.emit()
    assert editor_of(screen) is None
    assert screen.review.draft == before


def test_j_and_k_go_on_into_the_next_clause_and_back(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    choose(screen, 2)
    press(qtbot, screen.view.items.list, Qt.Key.Key_J)
    assert screen.review.ref == "二/（一）/2"
    assert screen.view.items.list.key == "2-1"
    press(qtbot, screen.view.items.list, Qt.Key.Key_K)
    assert (screen.review.ref, screen.view.items.list.key) == ("二/（一）/1", "1-3")
    press(qtbot, screen.view.items.list, Qt.Key.Key_Down)
    assert screen.review.ref == "二/（一）/2"


def test_many_rows_get_their_addressee_and_theme_in_one_step(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    before = screen.review.draft
    choose(screen, 0, 2)
    bar = screen.view.items.bar
    bar.addressee.setCurrentIndex(bar.addressee.findData(Addressee.SCHOOL.value))
    bar.addressee.activated.emit(bar.addressee.currentIndex())
    items = screen.review.draft.measure(screen.review.ref).items
    assert [item.addressee for item in items] == [Addressee.SCHOOL, Addressee.SHARED, Addressee.SCHOOL]
    bar.theme.setCurrentIndex(bar.theme.findData("teacher-development"))
    bar.theme.activated.emit(bar.theme.currentIndex())
    assert screen.review.draft.measure(screen.review.ref).items[0].theme == "teacher-development"
    screen.view.undo_wanted.emit()
    screen.view.undo_wanted.emit()
    assert screen.review.draft == before
    choose(screen, 0, 1)
    assert bar.modality.currentIndex() == -1


def test_an_item_moves_up_and_over_the_edge_of_its_clause(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    choose(screen, 1)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(screen)[0] == "鼓励学校聘请企业技师任教。"
    choose(screen, 2)
    press(qtbot, screen.view.items.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert screen.review.ref == "二/（一）/2"
    assert texts(screen)[0].startswith("到2025年")


def test_a_figure_is_written_left_out_and_brought_back(
    qtbot: QtBot, screen: DraftingScreen, outside: OurOutside
) -> None:
    assert screen.review is not None
    choose(screen, 2)
    figures = screen.view.items.bar.figures
    outside.figure = lambda figure: replace(figure, unit="间")
    figures.wanted.emit(figures.model().index(0, 0).data(Qt.ItemDataRole.UserRole))
    assert screen.review.draft.figures_of("1-3")[0].unit == "间"
    outside.figure = lambda _figure: None
    figures.wanted.emit(figures.model().index(0, 0).data(Qt.ItemDataRole.UserRole))
    assert screen.review.draft.dropped == {screen.review.draft.figures_of("1-3")[0].key}
    figures.wanted.emit(figures.model().index(0, 0).data(Qt.ItemDataRole.UserRole))
    assert screen.review.draft.dropped == frozenset()
    outside.figure = lambda figure: replace(figure, name="教研活动", unit="次")
    screen.view.items.bar.add.click()
    assert [one.name for one in screen.review.draft.figures_of("1-3")][-1] == "教研活动"


def test_the_heading_can_be_written_anew(screen: DraftingScreen, outside: OurOutside) -> None:
    assert screen.review is not None
    outside.heading = "教师队伍"
    screen.view.items.rename.click()
    assert screen.review.draft.measure(screen.review.ref).heading == "教师队伍"


def test_the_item_in_hand_is_lit_in_the_document_and_a_click_there_chooses_it(screen: DraftingScreen) -> None:
    assert screen.review is not None
    view = screen.view.document.text.viewport()
    image = view.grab().toImage()
    lit = theme_of(screen.view).lit.rgb()
    assert any(image.pixel(x, y) == lit for y in range(0, image.height(), 2) for x in range(0, image.width(), 3))
    screen.view.document.text.anchor_clicked.emit("2-1")
    assert (screen.review.ref, screen.view.items.list.key) == ("二/（一）/2", "2-1")


def test_what_the_reader_found_is_listed_and_leads_to_its_clause(screen: DraftingScreen) -> None:
    assert screen.review is not None
    problems = screen.view.clauses.problems
    assert problems.model().rowCount() == 1
    row = problems.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    problems.wanted.emit(row)
    assert screen.review.ref == "二/（二）/3"
    assert row.says in screen.view.document.found.sentence


def test_a_saved_checklist_is_asked_for_while_items_wait_and_can_be_answered(
    qtbot: QtBot, screen: DraftingScreen, outside: OurOutside, workspace: Workspace
) -> None:
    outside.agrees = False
    screen.view.bar.save.click()
    assert outside.asked == [9]
    assert screen.review is not None
    outside.agrees = True
    with qtbot.waitSignal(screen.saved) as said:
        screen.view.bar.save.click()
    assert said.args == ["own-linjiang-2024"]
    assert screen.view.is_empty
    assessment = workspace.assessments.start(a_school(workspace), said.args[0], 2025)
    workspace.assessments.record(
        assessment, next(workspace.assessments.checklist(assessment).items()).key, Answer(Status.MET)
    )


def test_a_clash_of_slugs_is_said_and_the_draft_stays(
    qtbot: QtBot, screen: DraftingScreen, document: Path, workspace: Workspace
) -> None:
    assert screen.review is not None
    workspace.drafts.publish(workspace.drafts.read_in(document))
    screen.view.bar.save.click()
    assert screen.view.problem.sentence == sentence(SlugTakenError("own-linjiang-2024"))
    assert screen.review is not None


def test_nothing_left_is_refused_in_a_sentence(screen: DraftingScreen) -> None:
    assert screen.review is not None
    draft = screen.review.draft
    screen.review.do(draft_editing.dropped(draft, [item.key for item in draft.policy.items()]))
    screen.view.bar.save.click()
    assert "要点都删去了" in screen.view.problem.sentence


def test_a_draft_is_thrown_away_only_when_agreed(
    qtbot: QtBot, screen: DraftingScreen, outside: OurOutside, workspace: Workspace
) -> None:
    outside.agrees = False
    screen.view.bar.throw_away.click()
    assert len(workspace.drafts.listed()) == 1
    outside.agrees = True
    with qtbot.waitSignal(screen.left):
        screen.view.bar.throw_away.click()
    assert workspace.drafts.listed() == ()


def test_a_saved_checklist_goes_back_into_review(
    qtbot: QtBot, screen: DraftingScreen, outside: OurOutside, workspace: Workspace
) -> None:
    screen.view.bar.save.click()
    screen.revise("own-linjiang-2024")
    assert screen.review is not None
    assert screen.review.draft.revises
    assert screen.view.bar.save.text() == "存成新的一版"
    press(qtbot, screen.view.items.list, Qt.Key.Key_Return)
    write(screen, "布局调整做到了")
    screen.view.bar.save.click()
    newest = workspace.policies.checklist("own-linjiang-2024")
    assert (newest.revision, next(newest.items()).text) == (2, "布局调整做到了")


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, "没有条款的一句话。".encode(), b""])
def test_what_cannot_be_drafted_from_is_said_in_one_sentence(
    qtbot: QtBot, empty: DraftingScreen, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏文件.txt"
    path.write_bytes(content)
    empty.read_in(path)
    qtbot.waitUntil(lambda: bool(empty.view.problem.sentence))
    assert "坏文件.txt" in empty.view.problem.sentence
    assert empty.view.is_empty


def test_a_file_can_be_dropped_on_the_invitation(qtbot: QtBot, empty: DraftingScreen, document: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(document))])
    place, buttons = QPointF(QPoint(50, 50)), Qt.MouseButton.LeftButton
    event = QDropEvent(place, Qt.DropAction.CopyAction, content, buttons, Qt.KeyboardModifier.NoModifier)
    empty.view.dropEvent(event)
    qtbot.waitUntil(lambda: empty.review is not None)


def test_the_menu_does_what_the_buttons_do(screen: DraftingScreen) -> None:
    assert screen.review is not None
    choose(screen, 0, 1)
    menu = screen.view.items.menu()
    acts = {action.text(): action for part in menu.findChildren(QMenu) for action in part.actions()}
    acts["企业"].trigger()
    acts["鼓励"].trigger()
    items = screen.review.draft.measure(screen.review.ref).items[:2]
    assert {(item.addressee, item.modality) for item in items} == {(Addressee.ENTERPRISE, Modality.ENCOURAGE)}
    next(action for action in menu.actions() if action.text() == "合并").trigger()
    assert len(texts(screen)) == 2


def test_reading_stops_when_the_review_is_left(
    qtbot: QtBot, empty: DraftingScreen, document: Path, workspace: Workspace
) -> None:
    empty.read_in(document)
    empty.view.hide()
    qtbot.waitUntil(lambda: not empty._services.jobs.is_busy)
    assert empty.review is None
    assert workspace.drafts.listed() == ()


def test_the_model_is_a_sound_one(qtmodeltester: ModelTester, screen: DraftingScreen) -> None:
    model = screen.view.items.list.model()
    assert isinstance(model, DraftItemModel)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_rows_can_be_chosen_by_many(screen: DraftingScreen) -> None:
    assert screen.view.items.list.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection
    choose(screen, 0, 1, 2)
    assert len(screen.view.items.list.keys) == 3


def test_a_figures_dialog_takes_only_what_makes_sense(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    dialog = FigureDialog(screen.review.draft.figures_of("1-3")[0])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.value.setText("十二")
    dialog.accept()
    assert dialog.isVisible()
    dialog.value.setText("\uff11\uff12")
    dialog.comparator.setCurrentIndex(list(Comparator).index(Comparator.RANGE))
    dialog.most.setText("10")
    dialog.deadline.setText("明年")
    dialog.unit.setText("")
    dialog.accept()
    assert dialog.isVisible()
    assert look_at(qtbot, dialog, MAY_ELIDE) == []
    dialog.deadline.setText("2026")
    dialog.unit.setText("间")
    dialog.most.setText("15")
    dialog.accept()
    assert not dialog.isVisible()
    assert (str(dialog.figure.value), str(dialog.figure.max)) == ("12", "15")


def test_a_head_without_a_title_or_with_a_taken_slug_is_not_taken(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    dialog = HeaderDialog(screen.review.draft.policy, lambda slug: slug == "own-taken")
    qtbot.addWidget(dialog)
    dialog.show()
    for field, wrong, right in (
        (dialog.title, " ", "方案"),
        (dialog.slug, "taken", "free"),
        (dialog.slug, "临江", "free"),
        (dialog.city, "", "临江市"),
    ):
        field.setText(wrong)
        dialog.accept()
        assert dialog.isVisible()
        field.setText(right)
    dialog.accept()
    assert not dialog.isVisible()
    assert (dialog.policy.title, dialog.policy.slug) == ("方案", "own-free")


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_review_is_whole_at_every_size(
    qtbot: QtBot, screen: DraftingScreen, themes: Themes, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    themes.choose(theme)
    screen.view.resize(*size)
    choose(screen, 2)
    assert look_at(qtbot, screen.view, MAY_ELIDE) == []
    screen.view.turn_to_text()
    screen.view.clauses.tabs.setCurrentIndex(1)
    assert look_at(qtbot, screen.view, MAY_ELIDE) == []


def test_the_invitation_and_the_dialogs_are_whole(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    draft = screen.review.draft
    for dialog in (
        FigureDialog(draft.figures_of("1-3")[0]),
        HeaderDialog(draft.policy, lambda _slug: False),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert look_at(qtbot, dialog, MAY_ELIDE) == []
        dialog.close()
    screen.close()
    assert look_at(qtbot, screen.view, MAY_ELIDE) == []


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official texts are not here")
def test_an_official_text_goes_all_the_way_to_an_answer(
    qtbot: QtBot, empty: DraftingScreen, workspace: Workspace
) -> None:
    read_in(qtbot, empty, OFFICIAL / "yiyang.txt")
    assert empty.review is not None
    longest = max(empty.review.draft.policy.measures, key=lambda measure: len(measure.items))
    empty.review.show_clause(longest.ref)
    empty.view.items.list.setFocus()
    choose(empty, 0, 1)
    press(qtbot, empty.view.items.list, Qt.Key.Key_J, CTRL)
    press(qtbot, empty.view.items.list, Qt.Key.Key_Return)
    write(empty, "我们自己写的一句要点")
    with qtbot.waitSignal(empty.saved) as said:
        empty.view.bar.save.click()
    assessment = workspace.assessments.start(a_school(workspace), said.args[0], 2025)
    row = next(
        row for row in workspace.assessments.checklist(assessment).items() if row.item.text.startswith("我们自己")
    )
    workspace.assessments.record(assessment, row.key, Answer(Status.MET))
    again = next(one for one in workspace.assessments.checklist(assessment).items() if one.key == row.key)
    assert again.status is Status.MET
    assert workspace.official_texts.of(said.args[0]) is not None


def test_the_cursor_stands_at_the_end_of_what_is_opened(qtbot: QtBot, screen: DraftingScreen) -> None:
    screen.view.items.list.write()
    editor = editor_of(screen)
    assert editor is not None
    assert editor.textCursor().position() == len(texts(screen)[0])
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    screen.view.items.part.trigger()
    assert "拆开" in screen.view.toast.text


def test_clauses_are_gone_through_by_arrow_keys_and_by_clicks(qtbot: QtBot, screen: DraftingScreen) -> None:
    assert screen.review is not None
    clauses = screen.view.clauses.clauses
    clauses.setFocus()
    press(qtbot, clauses, Qt.Key.Key_Down)
    assert screen.review.ref == "二/（一）/2"
    place = clauses.visualRect(clauses.model().index(0, 0)).center()
    qtbot.mouseClick(clauses.viewport(), Qt.MouseButton.LeftButton, pos=place)  # type: ignore[no-untyped-call]
    assert screen.review.ref == "一"
    assert texts(screen) == ["到2026年，全市职业院校布局更加合理，“双师型”教师占比超过60%。"]


def test_what_could_not_be_kept_is_said_and_kept_when_tried_again(
    screen: DraftingScreen, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.review is not None
    keep = workspace.drafts.keep

    def full(name: str, draft: OpenDraft) -> datetime:
        raise DiskFullError(workspace.folder)

    monkeypatch.setattr(workspace.drafts, "keep", full)
    screen.review.do(draft_editing.reworded(screen.review.draft, "1-1", "写了一句"))
    assert screen.view.bar.save_state.text == "没有存上"
    assert not screen.flush()
    monkeypatch.setattr(workspace.drafts, "keep", keep)
    screen.view.bar.save_state.retry_wanted.emit()
    assert screen.view.bar.save_state.text.startswith("已保存")
    assert workspace.drafts.open(screen.review.name).draft.placed("1-1")[1].text == "写了一句"


def test_reading_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, empty: DraftingScreen, document: Path, workspace: Workspace
) -> None:
    empty.read_in(document)
    empty.view.progress._on_stop()
    qtbot.waitUntil(lambda: not empty._services.jobs.is_busy)
    assert empty.review is None
    assert empty.view.is_empty
