"""The ways from the start page to a checklist of one's own: a button, a drop, a draft gone on with, a card."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gui.policies.cards import PolicyCards
from gui.policies.draft_lines import DraftLine, DraftLines
from gui.policies.drop_veil import DropVeil
from gui.policies.presenter import StartPresenter
from gui.policies.view import StartView
from services.workspace import Workspace
from tests.checklists.official_documents import a_document
from tests.gui.painting import look_at

MAY_ELIDE: frozenset[str] = frozenset()
NOW = datetime(2025, 6, 30, 15, 0, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "shidian.txt"
    path.write_text(a_document(), encoding="utf-8")
    return path


@pytest.fixture
def view(qtbot: QtBot) -> StartView:
    shown = StartView()
    qtbot.addWidget(shown)
    shown.resize(1440, 868)
    return shown


def present(view: StartView, workspace: Workspace) -> StartPresenter:
    presenter = StartPresenter(view, workspace, now=lambda: NOW)
    presenter.refresh()
    view.show()
    return presenter


def button(view: StartView, text: str) -> QAbstractButton:
    return next(one for one in view.findChildren(QAbstractButton) if one.text() == text)


def dragged(path: Path) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    return content


def drop(view: StartView, path: Path) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    content = dragged(path)  # the event does not keep it alive
    view.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, content, left, none))


def test_the_button_asks_for_a_checklist_from_a_document(qtbot: QtBot, view: StartView, workspace: Workspace) -> None:
    present(view, workspace)
    with qtbot.waitSignal(view.drafting_wanted):
        button(view, "从文件新建清单").click()


def test_a_document_dropped_on_the_page_is_handed_on_and_a_picture_is_not(
    qtbot: QtBot, view: StartView, workspace: Workspace, document: Path
) -> None:
    present(view, workspace)
    with qtbot.waitSignal(view.document_dropped) as said:
        drop(view, document)
    assert said.args == [document]
    with qtbot.assertNotEmitted(view.document_dropped):
        drop(view, document.with_name("照片.png"))


def test_while_a_document_is_over_the_page_it_says_what_a_drop_does(
    view: StartView, workspace: Workspace, document: Path
) -> None:
    present(view, workspace)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    content = dragged(document)
    view.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, content, left, none))
    veil = view.findChild(DropVeil)
    assert veil is not None
    assert veil.isVisible()
    drop(view, document)
    assert not veil.isVisible()


def test_a_draft_waits_on_the_page_until_it_is_saved(
    qtbot: QtBot, view: StartView, workspace: Workspace, document: Path
) -> None:
    presenter = present(view, workspace)
    name = workspace.drafts.read_in(document)
    presenter.refresh()
    assert look_at(qtbot, view, MAY_ELIDE) == []
    with qtbot.waitSignal(view.draft_chosen) as said:
        button(view, "接着改").click()
    assert said.args == [name]
    slug = workspace.drafts.publish(name)
    presenter.refresh()
    lines = view.findChild(DraftLines)
    assert lines is not None
    assert lines.isHidden()
    cards = view.findChild(PolicyCards)
    assert cards is not None
    assert slug in [card.policy.slug for card in cards.cards() if card.policy]


def test_only_a_card_of_ones_own_offers_to_be_changed(
    qtbot: QtBot, view: StartView, workspace: Workspace, document: Path
) -> None:
    slug = workspace.drafts.publish(workspace.drafts.read_in(document))
    present(view, workspace)
    links = [one for one in view.findChildren(QAbstractButton) if one.text() == "修改清单"]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in links))
    offers = [one for one in links if one.isVisible()]
    assert len(offers) == 1
    with qtbot.waitSignal(view.revision_wanted) as said:
        offers[0].click()
    assert said.args == [slug]
    view.resize(960, 480)
    assert look_at(qtbot, view, MAY_ELIDE) == []


def test_a_damaged_draft_can_only_be_thrown_away(
    qtbot: QtBot, view: StartView, workspace: Workspace, document: Path
) -> None:
    name = workspace.drafts.read_in(document)
    (workspace.folder / "checklists" / "drafts" / name / "draft.json").write_text("", encoding="utf-8")
    present(view, workspace)
    line = view.findChild(DraftLine)
    assert line is not None
    qtbot.waitUntil(lambda: any(one.isVisible() for one in line.findChildren(QAbstractButton)))
    shown = [one for one in line.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.accessibleName() for one in shown] == ["丢弃这份草稿"]
    with qtbot.waitSignal(view.draft_unwanted) as said:
        shown[0].click()
    assert said.args == [name]
