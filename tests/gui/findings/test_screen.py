"""A person at the ledger: from a problem to its closing, by mouse and by keys."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui.findings.content import Group, HeadEntry, Narrowing
from gui.findings.dialogs import NewDialog, RecogniseDialog, ReportDialog, Reported, ReviewDialog
from gui.findings.form import Spot
from models.errors import DiskFullError
from models.vocabulary import FindingNumber, FindingState, Outcome, RemedyKind
from services.findings.findings import Findings
from services.findings.rows import Recognition, Remedy
from services.sample.specimens import specimen
from services.trail.changes import Change
from tests.builders import TODAY
from tests.gui.checklist.sitting import type_words
from tests.gui.findings.ledger import ITEM, Sitting, a_sitting
from tests.plain_text import labels_that_read_markup

LEFT = Qt.MouseButton.LeftButton


def _shown(sitting: Sitting) -> list[object]:
    entries = sitting.screen._model.entries
    return [one.group if isinstance(one, HeadEntry) else one.row.number for one in entries]


def test_the_whole_way_of_a_finding_through_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=None) as sitting:
        view, outside = sitting.screen.view, sitting.outside
        outside.remedy = Remedy("车间漏雨", kind=RemedyKind.BY_STAGES, lead="总务科")
        QTest.mouseClick(view.bar.new, LEFT)
        assert sitting.row().remedy.deadline == TODAY.replace(year=2026)
        assert view.detail.is_form_shown
        type_words(view.detail.form.control(Spot.CAUSE), "屋面老化")
        view.detail.form.control(Spot.MEASURE).setFocus()
        assert sitting.row().remedy.cause == "屋面老化"
        type_words(view.detail.rounds.words, "铺了防水层")
        view.detail.rounds.percent.setText("80")
        QTest.mouseClick(view.detail.rounds.add, LEFT)
        assert [(one.round.percent, one.round.words) for one in sitting.row().rounds] == [(80, "铺了防水层")]
        assert not view.detail.foot.close_it.isEnabled()
        assert view.detail.foot.sentence == "缺整改佐证。补上整改后的佐证才能销号。"
        (tmp_path / "屋面.txt").write_bytes(b"roof")
        outside.files = [tmp_path / "屋面.txt"]
        QTest.mouseClick(view.detail.evidence.add, LEFT)
        qtbot.waitUntil(lambda: bool(sitting.row().evidence))
        for _ in ("提请复查", "复查", "认定结果"):
            QTest.mouseClick(view.detail.foot.step, LEFT)
        assert view.detail.foot.sentence == ""
        QTest.mouseClick(view.detail.foot.close_it, LEFT)
        assert sitting.row().state is FindingState.CLOSED
        assert _shown(sitting) == [Group.CLOSED, 1]
        assert not view.detail.edit.isVisible()


def test_the_toast_and_the_history_take_a_step_back(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.screen.show_finding(FindingNumber(4))
        QTest.mouseClick(sitting.screen.view.detail.foot.step, LEFT)
        assert sitting.screen.view.detail.toast.text == ""
        QTest.mouseClick(sitting.screen.view.detail.foot.step, LEFT)
        QTest.mouseClick(sitting.screen.view.detail.foot.close_it, LEFT)
        assert sitting.screen.view.detail.toast.text == "序号 4 转为已销号"
        sitting.undo()
        assert sitting.row(4).state is FindingState.TO_REVIEW
        assert sitting.screen.row is not None
        assert sitting.screen.row.number == 4
        assert sitting.screen.view.detail.foot.close_it.isEnabled()


def test_arrows_and_letters_go_through_the_findings(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        rows = sitting.screen.view.table.rows
        rows.setFocus()
        assert sitting.screen.row is not None
        order = [one for one in _shown(sitting) if isinstance(one, int)]
        assert sitting.screen.row.number == order[0]
        for key, place in ((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 2), (Qt.Key.Key_K, 1)):
            QTest.keyClick(rows, key)
            assert sitting.screen.row.number == order[place]
        QTest.keyClick(rows, Qt.Key.Key_Down)
        assert sitting.screen.row.number == order[2]
        QTest.keyClick(rows, Qt.Key.Key_Return)
        words = sitting.screen.view.detail.rounds.words
        assert words.hasFocus()
        QTest.keyClick(words, Qt.Key.Key_Escape)
        assert rows.hasFocus()


def test_control_enter_writes_the_round_that_was_typed_and_else_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        part = sitting.screen.view.detail.rounds
        type_words(part.words, "又做了一轮")
        part.percent.setText("90%")
        QTest.keyClick(part.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert sitting.row().percent == 90
        assert part.words.toPlainText() == ""
        before = sitting.screen.row
        QTest.keyClick(part.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert sitting.screen.row != before


def test_a_round_is_corrected_and_taken_back_through_its_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        part = sitting.screen.view.detail.rounds
        rounds = [item.row for item in part.items()]
        correction, _ = part.menu_of(rounds[0]).actions()
        correction.trigger()
        assert (part.words.toPlainText(), part.add.text()) == ("立项，确定 4 种机型。", "改好这一轮")
        part.words.setPlainText("立项，确定 5 种机型。")
        QTest.mouseClick(part.add, LEFT)
        assert sitting.row().rounds[0].round.words == "立项，确定 5 种机型。"
        assert (part.add.text(), part.leave.isVisible()) == ("记下这一轮", False)
        part.menu_of(sitting.row().rounds[0]).actions()[1].trigger()
        assert len(sitting.row().rounds) == 1
        sitting.undo()
        assert len(sitting.row().rounds) == 2
        part.correct(sitting.row().rounds[0])
        QTest.mouseClick(part.leave, LEFT)
        assert (part.words.toPlainText(), part.add.text()) == ("", "记下这一轮")


@pytest.mark.parametrize("percent", ["", "一半", "101", "-1"])
def test_a_percentage_that_is_none_is_said_below_its_field(qtbot: QtBot, tmp_path: Path, percent: str) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        part, before = sitting.screen.view.detail.rounds, sitting.row().rounds
        type_words(part.words, "做了")
        part.percent.setText(percent)
        QTest.mouseClick(part.add, LEFT)
        assert part._percent_field.error == "这里要填 0 到 100 的数，例如 40。"
        assert (sitting.row().rounds, part.words.toPlainText()) == (before, "做了")


def test_what_is_typed_is_kept_for_its_own_finding(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.screen.view.detail.correct(Spot.CAUSE)
        type_words(sitting.screen.view.detail.form.control(Spot.CAUSE), "补充：")
        sitting.screen.show_finding(FindingNumber(2))
        assert "补充：" in sitting.row(1).remedy.cause
        assert sitting.row(2).remedy.cause == ""


def test_a_problem_that_is_emptied_is_refused_where_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        form = sitting.screen.view.detail.form
        sitting.screen.view.detail.correct()
        form.control(Spot.PROBLEM).selectAll()  # type: ignore[attr-defined]
        QTest.keyClick(form.control(Spot.PROBLEM), Qt.Key.Key_Delete)
        form.control(Spot.CAUSE).setFocus()
        assert "问题还空着" in form._fields[Spot.PROBLEM].error
        assert sitting.row().remedy.problem == "实训车间没有独立的安全操作规程"
        assert sitting.refused == []


def test_another_kind_moves_a_suggested_deadline(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.screen.show_finding(FindingNumber(2))
        form = sitting.screen.view.detail.form
        sitting.screen.view.detail.correct(Spot.KIND)
        before = sitting.row(2).remedy
        form._on_kind(list(RemedyKind).index(RemedyKind.LASTING))
        assert before.found_on is not None
        assert sitting.row(2).remedy.deadline == before.found_on.replace(year=before.found_on.year + 5)
        form._days[Spot.DEADLINE].date_chosen.emit(date(2032, 1, 1))
        assert "现在的期限更晚" in form._hint.text


def test_a_heading_folds_its_group(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        rows = sitting.screen.view.table.rows
        place = rows.visualRect(rows.model().index(0, 0)).center()
        QTest.mouseClick(rows.viewport(), LEFT, pos=place)
        assert _shown(sitting)[:2] == [Group.OVERDUE, Group.MENDING]
        QTest.mouseClick(rows.viewport(), LEFT, pos=place)
        assert _shown(sitting)[:2] == [Group.OVERDUE, 1]


def test_searching_narrows_and_escape_shows_all_again(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        view = sitting.screen.view
        everything = _shown(sitting)
        type_words(view.bar.search, "拨款")
        assert _shown(sitting) == [Group.MENDING, 3]
        type_words(view.bar.search, "没有这样的")
        assert view._nothing.isVisible()
        assert not view.detail.isVisible()
        QTest.keyClick(view.bar.search, Qt.Key.Key_Escape)
        assert _shown(sitting) == everything
        assert view.bar.search.text() == ""
        type_words(view.bar.search, "没有这样的")
        view._nothing.button.click()
        assert _shown(sitting) == everything


def test_a_card_moves_through_its_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        view = sitting.screen.view
        QTest.mouseClick(view.bar.switch, LEFT, pos=QPoint(60, 16))
        assert view.board.isVisible()
        assert [view.board.cards(group).model_of_cards.rowCount() for group in view.board._columns] == [1, 2, 1, 1]
        sitting.screen._on_chosen(2)
        menu: QMenu = view.detail.menu()
        assert [action.text() for action in menu.actions()] == ["提请复查", "撤回（误开）"]
        menu.actions()[0].trigger()
        assert [view.board.cards(group).model_of_cards.rowCount() for group in view.board._columns] == [1, 1, 2, 1]


def test_the_dots_of_a_card_and_the_menu_key_ask_for_its_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        view, asked = sitting.screen.view, []
        for rows in (view.board, view.table.rows):
            rows.menu_wanted.disconnect()
            rows.menu_wanted.connect(lambda number, _place: asked.append(number))
        view.show_board(True)
        cards = view.board.cards(Group.MENDING)
        card = cards.visualRect(cards.model_of_cards.index(1))
        QTest.mouseClick(cards.viewport(), LEFT, pos=QPoint(card.right() - 16, card.top() + 16))
        cards.customContextMenuRequested.emit(QPoint(5, 5000))
        view.show_board(False)
        view.table.rows.customContextMenuRequested.emit(QPoint(5, 5000))
        assert asked == [3, 3, 3]


def test_a_photo_is_seen_on_its_tile(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        content = specimen("1-2", "车间.png")
        sitting.bus.changed.emit(sitting.workspace.findings.attach_bytes(*sitting.place, content, "车间.png"))
        piece = sitting.row().evidence[-1]
        tile = sitting.screen.view.detail.evidence.tile(piece.id)
        qtbot.waitUntil(lambda: tile._picture is not None)


def test_arrows_go_from_column_to_column(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        view = sitting.screen.view
        view.show_board(True)
        cards = view.board.cards(Group.OVERDUE)
        QTest.keyClick(cards, Qt.Key.Key_Right)
        assert view.board.cards(Group.MENDING).hasFocus()
        assert sitting.screen.row is not None
        assert sitting.screen.row.number in (2, 3)


def test_what_was_withdrawn_is_opened_anew_with_a_reason(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.screen.show_finding(FindingNumber(6))
        QTest.mouseClick(sitting.screen.view.detail.foot.step, LEFT)
        assert (sitting.row(6).state, sitting.row(6).finding.reason) == (FindingState.MENDING, "抽查又发现")


def test_a_step_that_nobody_wants_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.outside.reported = sitting.outside.reason = None
        sitting.screen.show_finding(FindingNumber(2))
        QTest.mouseClick(sitting.screen.view.detail.foot.step, LEFT)
        sitting.outside.remedy = None
        QTest.mouseClick(sitting.screen.view.bar.new, LEFT)
        assert sitting.news == []


def test_a_finding_opened_from_an_item_is_in_hand_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=None) as sitting:
        sitting.screen.open_from(ITEM)
        assert sitting.screen.row is not None
        assert sitting.screen.row.item == ITEM
        with qtbot.waitSignal(sitting.screen.item_wanted) as wish:
            QTest.mouseClick(sitting.screen.view.detail._jump, LEFT)
        assert wish.args == [ITEM]


def test_evidence_is_opened_as_a_copy_and_taken_off(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        piece = sitting.row().evidence[0]
        part = sitting.screen.view.detail.evidence
        opening, removal = part.menu_of(piece).actions()
        opening.trigger()
        assert [copy.read_bytes() for copy in sitting.outside.shown] == [b"x"]
        removal.trigger()
        assert sitting.row().evidence == ()
        sitting.undo()
        assert sitting.row().evidence == (piece,)


def test_the_ledger_that_is_shown_is_saved_as_a_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.outside.target = tmp_path / "台账.xlsx"
        sitting.screen._on_narrowing_wanted(Narrowing(text="拨款"))
        QTest.mouseClick(sitting.screen.view.bar.export, LEFT)
        sheet = load_workbook(tmp_path / "台账.xlsx").active
        assert sheet is not None
        assert [sheet.cell(row, 1).value for row in (4, 5)] == [3, None]
        assert sitting.screen.view.detail.toast.text == "已存好 1 项：台账.xlsx"


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        sitting.outside.target = tmp_path / "没有" / "台账.xlsx"
        QTest.mouseClick(sitting.screen.view.bar.export, LEFT)
        assert "存不到" in sitting.screen.view.detail.problem.sentence


def test_in_a_narrow_window_the_finding_opens_as_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, size=(960, 452)) as sitting:
        view = sitting.screen.view
        assert not view.detail.isVisible()
        view.table.rows.setFocus()
        QTest.keyClick(view.table.rows, Qt.Key.Key_Return)
        assert view.detail.isVisible()
        assert not view.table.isVisible()
        QTest.mouseClick(view.detail.back, LEFT)
        assert view.table.isVisible()
        assert not view.detail.isVisible()


def test_an_empty_ledger_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=None) as sitting:
        assert sitting.screen.view._empty.isVisible()
        assert not sitting.screen.view.bar.export.isEnabled()


def test_news_from_elsewhere_is_shown_when_the_ledger_comes_forward(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path, before=None) as sitting:
        change = sitting.workspace.findings.open_from(sitting.assessment, ITEM)
        sitting.bus.changed.emit(change)
        assert _shown(sitting) == [Group.MENDING, 1]


def test_the_dialogs_give_what_was_written(qtbot: QtBot) -> None:
    new, report = NewDialog(("教务科",)), ReportDialog()
    for dialog in (new, report):
        qtbot.addWidget(dialog)
    assert not new.act_button.isEnabled()
    type_words(new.problem, "车间漏雨")
    assert new.act_button.isEnabled()
    assert (new.remedy.problem, new.remedy.kind) == ("车间漏雨", RemedyKind.AT_ONCE)
    assert report.reported == Reported(Outcome.DONE, "")
    review, recognise = ReviewDialog(lambda: TODAY, "王老师"), RecogniseDialog(lambda: TODAY, "王老师")
    for one in (review, recognise):
        qtbot.addWidget(one)
    review.verdict.setCurrentIndex(1)
    assert (review.review.is_passed, review.review.by, review.review.on) == (False, "王老师", TODAY)
    assert recognise.recognition == Recognition(Outcome.DONE, "王老师", TODAY)


def test_words_that_could_not_be_saved_are_written_on_the_next_try(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        form = sitting.screen.view.detail.form
        sitting.screen.view.detail.correct(Spot.LEAD)

        def full(*_: object) -> Change:
            raise DiskFullError(tmp_path)

        with monkeypatch.context() as patch:
            patch.setattr(Findings, "amend", full)
            form.written.emit(1, Spot.LEAD, "总务科")
            assert "磁盘满了" in sitting.refused[0]
            assert not sitting.screen.flush()
        assert sitting.row().remedy.lead == "实训处"
        assert sitting.screen.flush()
        assert sitting.row().remedy.lead == "总务科"


@pytest.mark.parametrize(
    "text", ["<img src=x> <b>粗</b>", "{0.__class__} %s {label}", "\u202e反过来", "&关\x00闭", "长" * 20_000]
)
def test_hostile_text_stays_text(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    with a_sitting(qtbot, tmp_path, before=None) as sitting:
        findings, view = sitting.workspace.findings, sitting.screen.view
        remedy = Remedy(text, text, text, text, RemedyKind.AT_ONCE, text, text, text)
        sitting.bus.changed.emit(findings.open_by_hand(sitting.assessment, remedy))
        sitting.bus.changed.emit(findings.add_round(*sitting.place, on=TODAY, percent=1, words=text, person=text))
        view.detail.correct()
        for is_board in (True, False):
            view.show_board(is_board)
            view.grab()
        assert labels_that_read_markup(view) == []
        sitting.screen.flush()
        assert sitting.row().remedy.problem == text
        assert len(sitting.history._done) == 0
