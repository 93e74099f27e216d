"""From the start page into the review and back, in the real window."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gui.drafting.outside import DraftingOutside
from gui.drafting.presenter import DraftingScreen
from gui.policies.cards import PolicyCards
from gui.policies.new_form import NewForm
from gui.shell.desktop import Desktop
from tests.checklists.official_documents import a_document
from tests.gui.windows import Program, started

NOW = datetime(2025, 11, 21, 16, 20).astimezone()


@pytest.fixture
def desktop(program: Program, tmp_path: Path) -> Iterator[Desktop]:
    with program.opened(tmp_path / "ws", NOW) as made:
        yield made


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "shidian.txt"
    path.write_text(a_document(), encoding="utf-8")
    return path


@pytest.fixture
def _agreeing(monkeypatch: pytest.MonkeyPatch) -> None:
    def agree(_outside: DraftingOutside, _parent: QWidget, _what: object) -> bool:
        return True

    monkeypatch.setattr(DraftingOutside, "may_save", agree)
    monkeypatch.setattr(DraftingOutside, "may_throw_away", agree)


def drop(qtbot: QtBot, desktop: Desktop, document: Path) -> DraftingScreen:
    desktop.start.document_dropped.emit(document)
    screen = desktop.desks.drafting.screen
    assert screen is not None
    qtbot.waitUntil(lambda: screen.review is not None)
    return screen


def cards(desktop: Desktop) -> list[str]:
    shown = desktop.start.findChild(PolicyCards)
    assert shown is not None
    return [card.policy.slug for card in shown.cards() if card.policy]


@pytest.mark.usefixtures("_agreeing")
def test_a_dropped_document_comes_back_as_a_card_chosen_for_a_new_assessment(
    qtbot: QtBot, desktop: Desktop, document: Path
) -> None:
    screen = drop(qtbot, desktop, document)
    assert screen.view.isVisible()
    screen.view.bar.save.click()
    assert desktop.start.isVisible()
    assert "own-shidian" in cards(desktop)
    form = desktop.start.findChild(NewForm)
    assert form is not None
    assert form._policy.currentData() == "own-shidian"
    assert "存好" in desktop._toast.text


@pytest.mark.usefixtures("_agreeing")
def test_the_official_text_is_there_and_a_later_revision_shows_anew(
    qtbot: QtBot, desktop: Desktop, document: Path
) -> None:
    drop(qtbot, desktop, document).view.bar.save.click()
    desktop.start.text_wanted.emit("own-shidian")
    assert not desktop.desks.pages.readers["own-shidian"].view.is_empty
    desktop.start.revision_wanted.emit("own-shidian")
    screen = desktop.desks.drafting.screen
    assert screen is not None
    screen.view.items.list.write()
    editor = screen.view.items.list.editor
    assert editor is not None
    editor.setPlainText("改成自己的话")
    screen.view.bar.save.click()
    assert desktop.desks.pages.readers == {}


def test_undo_belongs_to_the_review_while_an_assessment_is_open_behind_it(
    qtbot: QtBot, desktop: Desktop, document: Path
) -> None:
    assessment = started(desktop)
    desktop.open_assessment(assessment)
    desktop.window.home_wanted.emit()
    screen = drop(qtbot, desktop, document)
    assert screen.review is not None
    before, rows = screen.review.draft, screen.view.items.list
    desktop.window.activateWindow()
    qtbot.waitUntil(rows.hasFocus)
    for key in (Qt.Key.Key_J, Qt.Key.Key_Z):
        qtbot.keyClick(rows, key, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
        assert (screen.review.draft == before) is (key == Qt.Key.Key_Z)


@pytest.mark.usefixtures("_agreeing")
def test_a_draft_left_waits_on_the_start_page_and_can_be_thrown_away_there(
    qtbot: QtBot, desktop: Desktop, document: Path
) -> None:
    screen = drop(qtbot, desktop, document)
    screen.view.bar.home.click()
    assert desktop.start.isVisible()
    go_on = next(one for one in desktop.start.findChildren(QAbstractButton) if one.text() == "接着改")
    go_on.click()
    assert screen.view.isVisible()
    screen.view.bar.home.click()
    assert desktop.workspace is not None
    (draft,) = desktop.workspace.drafts.listed()
    desktop.start.draft_unwanted.emit(draft.name)
    assert desktop.workspace.drafts.listed() == ()
    assert not [
        one for one in desktop.start.findChildren(QAbstractButton) if one.text() == "接着改" and one.isVisible()
    ]


def test_the_menu_asks_for_a_document(
    qtbot: QtBot, desktop: Desktop, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pick(_outside: DraftingOutside, _parent: QWidget, _folder: str) -> Path:
        return document

    monkeypatch.setattr(DraftingOutside, "choose_file", pick)
    desktop.window.drafting_wanted.emit()
    screen = desktop.desks.drafting.screen
    assert screen is not None
    qtbot.waitUntil(lambda: screen.review is not None)
    assert "从文件新建清单" in [action.text() for action in desktop.window.actions()]
