"""写一写: what people write for the report beside its pages."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from gui.platform.changes import ChangeBus
from gui.platform.theme import ThemeChoice, Themes
from gui.reporting.writing_presenter import WritingPresenter, WritingServices
from models.vocabulary import AssessmentId, PassageName
from services.dossiers import dossier_of
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.gui.painting import a_spy, faults_of


class Desk:
    """A workspace with one assessment and the fields to write its report in."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.assessment: AssessmentId = an_assessment(workspace)
        self.history, self.bus = History(workspace.steps), ChangeBus()
        services = WritingServices(
            workspace.passages, partial(dossier_of, workspace), self.history, self.bus, lambda: date(2025, 11, 14)
        )
        self.presenter = WritingPresenter(self.assessment, services)

    @property
    def kept(self) -> dict[PassageName, str]:
        return self.workspace.passages.of(self.assessment)

    def type_into(self, name: PassageName, text: str) -> None:
        edit = self.presenter.pane.edit_of(name)
        edit.setPlainText(text)
        edit.flush()


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:  # type: ignore[no-untyped-def]
    with a_workspace(tmp_path) as workspace:
        made = Desk(workspace)
        qtbot.addWidget(made.presenter.pane)
        qtbot.addWidget(made.presenter.part)
        yield made
        made.presenter.close()


def test_the_pane_opens_with_drafts_and_shuts_again(desk: Desk) -> None:
    pane = desk.presenter.pane
    assert pane.isHidden()
    desk.presenter.part.open()
    assert not pane.isHidden()
    assert pane.drafts() == tuple(PassageName)
    assert "试点市第一职业学校" in pane.edit_of(PassageName.BASICS).toPlainText()
    assert "5 段文字里还有 5 段是草稿" in desk.presenter.part.standing
    desk.presenter.part.open()
    assert pane.isHidden()


def test_what_is_written_is_kept_and_no_draft_any_more(desk: Desk) -> None:
    desk.presenter.part.open()
    desk.type_into(PassageName.OUTLOOK, "下一步，把台账销完。")
    assert desk.kept == {PassageName.OUTLOOK: "下一步，把台账销完。"}
    assert PassageName.OUTLOOK not in desk.presenter.pane.drafts()
    assert "还有 4 段是草稿" in desk.presenter.part.standing


def test_a_draft_looked_at_and_left_alone_stays_a_draft(desk: Desk) -> None:
    desk.presenter.part.open()
    edit = desk.presenter.pane.edit_of(PassageName.BASICS)
    draft = edit.toPlainText()
    QTest.keyClicks(edit, "x")
    desk.type_into(PassageName.BASICS, draft)
    desk.presenter.flush()
    assert desk.kept == {}


def test_the_draft_comes_back_by_its_link_and_by_clearing_the_field(desk: Desk) -> None:
    desk.presenter.part.open()
    pane = desk.presenter.pane
    draft = pane.edit_of(PassageName.WORK).toPlainText()
    for give_back in (partial(pane.restore, PassageName.WORK), partial(desk.type_into, PassageName.WORK, "  ")):
        desk.type_into(PassageName.WORK, "自己写的")
        give_back()
        assert desk.kept == {}
        assert pane.edit_of(PassageName.WORK).toPlainText() == draft


def test_undo_is_seen_in_the_field(desk: Desk) -> None:
    desk.presenter.part.open()
    edit = desk.presenter.pane.edit_of(PassageName.PROBLEMS)
    draft = edit.toPlainText()
    desk.type_into(PassageName.PROBLEMS, "总的看")
    change = desk.history.undo()
    desk.bus.changed.emit(change)
    assert edit.toPlainText() == draft


def test_markup_stays_text(desk: Desk) -> None:
    desk.presenter.part.open()
    desk.type_into(PassageName.BASICS, "<b>粗</b>{0}")
    assert desk.kept[PassageName.BASICS] == "<b>粗</b>{0}"
    assert desk.presenter.pane.edit_of(PassageName.BASICS).toPlainText() == "<b>粗</b>{0}"


def test_the_fields_go_when_another_paper_is_looked_at(desk: Desk) -> None:
    desk.presenter.part.open()
    desk.presenter.pane.edit_of(PassageName.WORK).setPlainText("还没停笔")
    desk.presenter.put_away()
    assert desk.presenter.pane.isHidden()
    assert desk.kept == {PassageName.WORK: "还没停笔"}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("height", [852, 452])
def test_the_fields_are_painted_whole(desk: Desk, qapp, themes: Themes, choice: ThemeChoice, height: int) -> None:  # type: ignore[no-untyped-def]
    themes.choose(choice)
    pane, part = desk.presenter.pane, desk.presenter.part
    with a_spy() as spy:
        part.open()
        desk.type_into(PassageName.OUTLOOK, "下一步" * 200)
        for widget in (pane, part):
            widget.resize(widget.width(), height)
            widget.show()
            qapp.processEvents()
            assert not widget.grab().isNull()
            assert faults_of(widget) == []
    assert spy.cut_outside(frozenset(["gui.widgets.text"])) == []
    assert spy.overflowing == []
