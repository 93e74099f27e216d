"""Editions in the real window: frozen, looked at again, taken back, and known by their fingerprint."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.platform.theme import ThemeChoice, Themes
from gui.reporting.edition_list import EditionsDialog
from gui.reporting.edition_presenter import EditionPresenter
from gui.reporting.freeze_dialog import FreezeDialog
from gui.shell.desktop import Desktop
from gui.shell.rooms.report import ReportRoom
from gui.shell.tabs import Tab
from gui.widgets.problem import Problem
from models.vocabulary import AssessmentId, ItemKey, PassageName, SignerRole, Status
from reports.orders import Kind
from reports.printing import print_for_edition
from services.checklist import Answer
from services.editions.papers import Printer
from services.editions.values import Signer
from services.progress import Progress
from services.trail.changes import Change
from services.workspace import Workspace
from tests.gui.painting import look_at
from tests.gui.reporting.desk import choose
from tests.gui.windows import Program

MAY_ELIDE: frozenset[str] = frozenset()
NOW = datetime(2025, 11, 21, 16, 20).astimezone()
NAMES = dict(zip(SignerRole, ("张敏", "李建国", "周校长"), strict=True))
SIGNERS = [Signer(role, name, date(2025, 11, 21)) for role, name in NAMES.items()]


class Outside:
    """Answers for the person at the desk."""

    def __init__(self, scan: Path | None) -> None:
        self.scan = scan
        self.shown: list[Path] = []

    def asked_scan(self, _parent: QWidget) -> Path | None:
        return self.scan

    def show_file(self, path: Path) -> bool:
        self.shown.append(path)
        return True


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.seated(tmp_path / "ws", NOW) as made:
        yield made


@pytest.fixture
def workspace(desktop: Desktop) -> Workspace:
    assert desktop.workspace is not None
    return desktop.workspace


@pytest.fixture
def assessment(desktop: Desktop) -> AssessmentId:
    assert desktop.sitting is not None
    return desktop.sitting.assessment


def _report(qtbot: QtBot, desktop: Desktop) -> ReportRoom:
    assert desktop.sitting is not None
    desktop.desks.seat.show_tab(Tab.REPORT)
    room = desktop.sitting.room(Tab.REPORT)
    assert isinstance(room, ReportRoom)
    qtbot.waitUntil(lambda: not room.screen.is_busy)
    return room


def _asked(qtbot: QtBot, editions: EditionPresenter) -> FreezeDialog:
    editions.part.freeze.click()
    qtbot.waitUntil(lambda: isinstance(editions.dialog, FreezeDialog))
    assert isinstance(editions.dialog, FreezeDialog)
    return editions.dialog


def _bar(desktop: Desktop) -> str:
    return desktop.window._toolbar._subject.text()


def _listed(editions: EditionPresenter) -> EditionsDialog:
    editions.part.list.click()
    assert isinstance(editions.dialog, EditionsDialog)
    return editions.dialog


def test_freezing_shows_the_edition_s_pages_and_the_bar_says_so(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    room = _report(qtbot, desktop)
    dialog = _asked(qtbot, room.editions)
    assert not dialog.act_button.isEnabled()
    for role, name in NAMES.items():
        dialog.names[role].setText(name)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(workspace.editions.editions(assessment)))
    qtbot.waitUntil(lambda: room.screen.view.foot.standing == "定稿第 1 版")
    (row,) = workspace.editions.editions(assessment)
    assert row.edition.signers == tuple(SIGNERS)
    assert row.edition.short in _words(room)
    assert _bar(desktop).endswith("已定稿 第 1 版")
    assert room.editions.part.freeze.isHidden()
    workspace.assessments.record(assessment, _first(workspace, assessment), Answer(Status.MET))
    room.editions.part.live.click()
    qtbot.waitUntil(lambda: room.screen.view.foot.standing == "草稿，未定稿")
    assert room.editions.part.said == "已定稿 第 1 版，之后改了 1 处"


def test_who_freezes_hears_which_parts_nobody_has_written(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    workspace.passages.write(assessment, PassageName.WORK, "学校成立了自评工作组。")
    editions = _report(qtbot, desktop).editions
    lacking = len(PassageName) - 1
    first = _asked(qtbot, editions)
    assert f"还有 {lacking} 段话是程序起的草稿" in _said(first)
    first.reject()
    for name in PassageName:
        workspace.passages.write(assessment, name, "学校自己写的话。")
    editions.dialog = None
    assert "草稿" not in _said(_asked(qtbot, editions))


def test_the_screen_tells_the_kept_report_from_a_paper_made_of_what_was_frozen(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    room = _report(qtbot, desktop)
    room.editions.look_at(1)
    qtbot.waitUntil(lambda: room.screen.view.foot.standing == "定稿第 1 版")
    choose(qtbot, room.screen, Kind.ONE_PAGE)
    assert room.screen.view.foot.standing == "定稿第 1 版 · 按定稿内容排印"
    _paint(qtbot, room.screen.view)


def test_freezing_shows_how_far_it_is_and_nothing_is_asked_twice(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    room, goes_on = _report(qtbot, desktop), Event()
    freeze = workspace.editions.freeze

    def slowly(one: AssessmentId, signers: Iterable[Signer], printer: Printer) -> Change:
        assert goes_on.wait(20)
        return freeze(one, signers, printer)

    object.__setattr__(room.editions._services.editions, "freeze", slowly)
    dialog = _asked(qtbot, room.editions)
    for role, name in NAMES.items():
        dialog.names[role].setText(name)
    dialog.act_button.click()
    part = room.editions.part
    room.screen.view._show_options(shown=True)
    qtbot.waitUntil(lambda: part._progress.isVisible())
    assert not part.freeze.isEnabled()
    _paint(qtbot, part)
    goes_on.set()
    qtbot.waitUntil(lambda: part.live.isVisible())
    assert not part._progress.isVisible()


@pytest.mark.parametrize("is_in_time", [True, False], ids=["in time", "too late"])
def test_freezing_can_be_stopped_until_it_is_whole(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId, *, is_in_time: bool
) -> None:
    room, goes_on = _report(qtbot, desktop), Event()
    freeze = workspace.editions.freeze
    blobs = set((workspace.folder / "evidence").rglob("*"))

    def slowly(one: AssessmentId, signers: Iterable[Signer], printer: Printer) -> Change:
        made = None if is_in_time else freeze(one, signers, printer)
        assert goes_on.wait(20)
        return made or freeze(one, signers, printer)

    object.__setattr__(room.editions._services.editions, "freeze", slowly)
    dialog = _asked(qtbot, room.editions)
    for role, name in NAMES.items():
        dialog.names[role].setText(name)
    dialog.act_button.click()
    part = room.editions.part
    room.screen.view._show_options(shown=True)
    qtbot.waitUntil(lambda: part._progress.isVisible())
    qtbot.waitUntil(lambda: is_in_time or bool(workspace.editions.editions(assessment)))
    QTest.keyClick(part._progress._stop, Qt.Key.Key_Return)
    goes_on.set()
    qtbot.waitUntil(lambda: not part._progress.isVisible())
    assert len(workspace.editions.editions(assessment)) == (0 if is_in_time else 1)
    assert part.freeze.isHidden() is not is_in_time
    if is_in_time:
        assert part.freeze.isEnabled()
        assert part.said == "还没有定稿；定稿后每页印版次和指纹。"
        assert set((workspace.folder / "evidence").rglob("*")) == blobs


def test_a_day_that_is_none_and_a_missing_name_keep_the_button_back(qtbot: QtBot, desktop: Desktop) -> None:
    room = _report(qtbot, desktop)
    dialog = _asked(qtbot, room.editions)
    for role, name in NAMES.items():
        dialog.names[role].setText(name)
    assert dialog.act_button.isEnabled()
    dialog.days[SignerRole.REVIEWER].setText("不是日子")
    dialog.days[SignerRole.REVIEWER].editingFinished.emit()
    assert not dialog.act_button.isEnabled()
    dialog.days[SignerRole.REVIEWER].setText("")
    dialog.days[SignerRole.REVIEWER].editingFinished.emit()
    assert dialog.act_button.isEnabled()
    assert dialog.signers[1] == Signer(SignerRole.REVIEWER, "李建国", None)
    dialog.names[SignerRole.PRINCIPAL].setText("  ")
    assert not dialog.act_button.isEnabled()


def test_withdrawing_asks_for_the_reason_and_offers_the_next_edition(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    room = _report(qtbot, desktop)
    dialog = _listed(room.editions)
    dialog.entries[0].withdraw.click()
    question = room.editions.question
    assert question is not None
    assert not question.act_button.isEnabled()
    question.edit.setPlainText("第三章数据有误")
    question.act_button.click()
    (row,) = workspace.editions.editions(assessment)
    assert (row.is_current, row.reason) == (False, "第三章数据有误")
    assert dialog.entries[0].withdraw.isHidden()
    assert [line.split("　")[1:] for line in dialog.entries[0].log] == [
        ["李敏", "定稿"],
        ["李敏", "收回，理由：第三章数据有误"],
    ]
    assert not room.editions.part.freeze.isHidden()
    assert "定稿" not in _bar(desktop)
    dialog.entries[0].look.click()
    qtbot.waitUntil(lambda: room.screen.view.foot.standing == "定稿第 1 版")
    assert room.editions.part.said == "正在看的是第 1 版定稿的纸面，怎么打印也照定稿时的。"


def test_the_signed_scan_is_taken_in_seen_and_refused_where_it_is_none(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId, tmp_path: Path
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    room = _report(qtbot, desktop)
    good, bad = tmp_path / "签字.pdf", tmp_path / "程序.pdf"
    good.write_bytes(b"%PDF-1.7 signed")
    bad.write_bytes(b"MZ program")
    outside = Outside(bad)
    object.__setattr__(room.editions._services, "outside", outside)
    dialog = _listed(room.editions)
    dialog.entries[0].scan.click()
    qtbot.waitUntil(lambda: "不是 PDF" in dialog._problem.sentence)
    outside.scan = None
    dialog.entries[0].scan.click()
    outside.scan = good
    dialog.entries[0].scan.click()
    qtbot.waitUntil(lambda: not dialog.entries[0].see_scan.isHidden())
    assert dialog.entries[0].log[-1].endswith("李敏　收进签字件“签字.pdf”")
    assert dialog._problem.sentence == ""
    dialog.entries[0].see_scan.click()
    assert [path.read_bytes() for path in outside.shown] == [b"%PDF-1.7 signed"]


def test_taking_a_scan_in_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId, tmp_path: Path
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    room, goes_on = _report(qtbot, desktop), Event()
    attach = workspace.editions.attach_scan

    def slowly(one: AssessmentId, number: int, source: Path, progress: Progress) -> Change:
        assert goes_on.wait(20)
        return attach(one, number, source, progress)

    object.__setattr__(room.editions._services.editions, "attach_scan", slowly)
    scan = tmp_path / "签字.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    object.__setattr__(room.editions._services, "outside", Outside(scan))
    dialog, blobs = _listed(room.editions), set((workspace.folder / "evidence").rglob("*"))
    dialog.entries[0].scan.click()
    qtbot.waitUntil(dialog._taking.isVisible)
    assert not dialog.entries[0].withdraw.isEnabled()
    _paint(qtbot, dialog)
    dialog._taking._stop.click()
    goes_on.set()
    qtbot.waitUntil(dialog.entries[0].withdraw.isEnabled)
    assert workspace.editions.edition(assessment, 1).scan is None
    assert set((workspace.folder / "evidence").rglob("*")) == blobs


def test_a_fingerprint_typed_in_tells_whose_it_is(
    qtbot: QtBot, desktop: Desktop, workspace: Workspace, assessment: AssessmentId
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    desktop.window._actions["fingerprint"].trigger()
    dialog = desktop.desks.editions.dialog
    assert dialog is not None
    assert not dialog.act_button.isEnabled()
    dialog.edit.setText(workspace.editions.edition(assessment, 1).edition.short.lower().replace("0", "o"))
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "一号学校 2025 年度自评，第 1 版定稿" in dialog.answer
    dialog.edit.setText(workspace.editions.edition(assessment, 1).edition.short[1:])
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert "一号学校 2025 年度自评第 1 版定稿的指纹只差一处，在第 1 组" in dialog.answer
    dialog.edit.setText("0" * 12)
    assert dialog.answer == ""
    dialog.act_button.click()
    assert "没有这个指纹" in dialog.answer
    dialog.edit.setText("7F3A")
    dialog.act_button.click()
    assert "至少抄页脚上的 12 位" in dialog.answer
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize("size", [(1440, 900), (1366, 728), (960, 500)])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_everything_of_editions_is_whole(
    qtbot: QtBot,
    desktop: Desktop,
    workspace: Workspace,
    assessment: AssessmentId,
    themes: Themes,
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    themes.choose(choice)
    desktop.window.resize(*size)
    room = _report(qtbot, desktop)
    room.screen.view._show_options(shown=True)
    seen = [_asked(qtbot, room.editions)]
    _paint(qtbot, *seen)
    seen[0].reject()
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    workspace.editions.withdraw(assessment, 1, "第三章的数据有误，教务处重报以后再定；" * 6)
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    workspace.assessments.record(assessment, _first(workspace, assessment), Answer(Status.MET))
    room.editions.show()
    dialog = _listed(room.editions)
    _paint(qtbot, dialog, room.editions.part)
    dialog.withdraw_wanted.emit(2)
    assert room.editions.question is not None
    _paint(qtbot, room.editions.question)
    room.editions.question.reject()
    dialog.reject()
    desktop.window._actions["fingerprint"].trigger()
    assert desktop.desks.editions.dialog is not None
    desktop.desks.editions.dialog.edit.setText("0" * 12)
    desktop.desks.editions.dialog.act_button.click()
    _paint(qtbot, desktop.desks.editions.dialog)


def _paint(qtbot: QtBot, *widgets: QWidget) -> None:
    for widget in widgets:
        qtbot.waitUntil(widget.isVisible)
        assert [fault for fault in look_at(qtbot, widget, MAY_ELIDE) if not _is_a_fingerprint(fault)] == []


def _is_a_fingerprint(fault: str) -> bool:
    """A fingerprint's letters are no foreign words."""
    return fault.startswith("外文：指纹 ")


def _said(dialog: FreezeDialog) -> str:
    return "\n".join(problem.sentence for problem in dialog.findChildren(Problem))


def _words(room: ReportRoom) -> str:
    pages = room.screen._pages
    assert pages is not None
    return pages.text(2)


def _first(workspace: Workspace, assessment: AssessmentId) -> ItemKey:
    return next(workspace.assessments.checklist(assessment).binding_items()).key
