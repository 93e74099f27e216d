"""The reader over a real workspace: a text read in, anchors lit, points chosen from both sides."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from checklists.reading.errors import DocumentMissingError
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.platform.theme import Themes, theme_of
from gui.reader.content import place_words
from gui.reader.presenter import ReaderOutside, ReaderScreen, ReaderServices
from gui.widgets.buttons import Button
from models.vocabulary import ItemKey, Status
from resources.refusals import sentence
from services.workspace import Workspace
from tests.builders import a_workspace
from tests.checklists.official_documents import ALLIANCES, SAFETY, TEACHERS, a_document, its_policy

WIDE, NARROW = (1440, 860), (960, 480)


class OurOutside(ReaderOutside):
    """A file dialog that picks what the test says, and a clipboard of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.picked: Path | None = None
        self.copied = ""

    def choose_file(self, parent: QWidget, folder: str) -> Path | None:
        return self.picked

    def copy(self, text: str) -> None:
        self.copied = text


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "w", its_policy()) as opened:
        yield opened


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, tmp_path: Path, themes: Themes) -> Iterator[ReaderScreen]:
    assert themes.current
    jobs = Jobs()
    made = ReaderScreen(
        workspace.policies.checklist("test"),
        ReaderServices(workspace.official_texts, jobs, DeskSettings(tmp_path / "desk.ini")),
        Met(),
        outside=OurOutside(),
    )
    qtbot.addWidget(made.view)
    made.view.resize(*WIDE)
    made.view.show()
    yield made
    jobs.close()


class Met:
    """An assessment in which everything is met and 3-1 alone needs no review."""

    def statuses(self) -> Mapping[ItemKey, Status]:
        return {item.key: Status.MET for item in its_policy().items()}

    def reviewed(self) -> frozenset[ItemKey]:
        return frozenset({ItemKey("3-1")})


def a_file(folder: Path, text: str = "", name: str = "方案.txt") -> Path:
    path = folder / name
    path.write_text(text or a_document(), encoding="utf-8")
    return path


def read_in(qtbot: QtBot, screen: ReaderScreen, path: Path) -> None:
    screen.read_in(path)
    qtbot.waitUntil(lambda: path.name in screen.view.toast.text)


def lit_rows(screen: ReaderScreen) -> set[int]:
    """Say at which heights of the text something is lit up."""
    image: QImage = screen.view.text.text.viewport().grab().toImage()
    lit = theme_of(screen.view).lit.rgb()
    return {y for y in range(image.height()) for x in range(0, image.width(), 3) if image.pixel(x, y) == lit}


def test_without_a_text_the_reader_invites_to_read_one_in(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    screen.show()
    assert screen.view.is_empty
    screen._outside.picked = a_file(tmp_path)  # type: ignore[attr-defined]
    button = next(one for one in screen.view.findChildren(Button) if one.text() == "读入官方文本")
    button.click()
    qtbot.waitUntil(lambda: not screen.view.is_empty)
    assert screen._services.desk.desk.last_folder == str(tmp_path)


def test_a_dropped_file_is_read_in(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path)))])
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    screen.view.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, content, *held))
    qtbot.waitUntil(lambda: not screen.view.is_empty)


def test_a_text_read_before_is_shown_at_once(
    qtbot: QtBot, workspace: Workspace, screen: ReaderScreen, tmp_path: Path
) -> None:
    workspace.official_texts.keep("test", a_file(tmp_path))
    screen.show()
    assert not screen.view.is_empty


def test_the_anchor_of_the_point_in_hand_is_lit(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    screen.show_item(ItemKey("1-1"))
    first = lit_rows(screen)
    screen.show_item(ItemKey("3-2"))
    second = lit_rows(screen)
    assert first
    assert second
    assert max(first) < min(second)


def test_a_click_on_an_anchor_takes_its_point_in_hand(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    text = screen.view.text.text
    screen.show_item(ItemKey("3-2"))
    y = sum((min(lit_rows(screen)), max(lit_rows(screen)))) // 2
    screen.show_item(ItemKey("1-1"))
    hits = (QPoint(x, y) for x in range(0, text.viewport().width(), 8) if text._mark_at(QPointF(x, y)))
    point = next(hit for hit in hits if getattr(text._mark_at(QPointF(hit)), "key", "") == "3-2")
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)  # type: ignore[no-untyped-call]
    assert screen.key == "3-2"


def test_points_are_walked_by_key_and_by_clause(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    qtbot.keyClick(screen.view, Qt.Key.Key_J)  # type: ignore[no-untyped-call]
    assert screen.key == "1-2"
    screen.view.points.clause_step_wanted.emit(1)
    assert screen.key == "2-1"
    qtbot.keyClick(screen.view.points.points, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert screen.key == "2-2"


def test_a_changed_clause_says_so_and_nothing_else_does(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    altered = TEACHERS.replace("能工巧匠", "技术骨干")
    read_in(qtbot, screen, a_file(tmp_path, a_document((ALLIANCES, altered, SAFETY))))
    assert screen.to_review == {"2-1", "2-2"}
    assert "2 个要点需复核" in screen.view.toast.text
    screen.show_item(ItemKey("2-1"))
    assert "需复核" in screen.view.points._warning.sentence
    assert screen._shown is not None
    assert [point.chip for point in screen._shown.clause_of(ItemKey("2-1")).points] == ["原文已改", "需复核"]
    screen.show_item(ItemKey("1-1"))
    assert screen.view.points._warning.sentence == ""


def test_a_changed_clause_tells_what_differs_from_the_copy_before(
    qtbot: QtBot, screen: ReaderScreen, tmp_path: Path
) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    altered = TEACHERS.replace("能工巧匠", "技术骨干")
    read_in(qtbot, screen, a_file(tmp_path, a_document((ALLIANCES, altered, SAFETY)), "新稿.txt"))
    screen.show_item(ItemKey("2-1"))
    assert screen.view.points.changes == "与先前读入的“方案.txt”相比：“能工巧匠”改为“技术骨干”"
    screen.show_item(ItemKey("1-1"))
    assert screen.view.points.changes == ""


def test_a_citation_is_copied_as_an_office_writes_it(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    screen.show_item(ItemKey("2-1"))
    screen.view.points.copy.click()
    assert screen._outside.copied == "《试点市职业教育提质行动方案》（试政发 2025 第 1 号）第2条"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ref", "words"), [("三/（四）/11", "第11条"), ("二/（三）", "第二部分（三）"), ("二", "第二部分")]
)
def test_a_place_is_said_by_the_documents_own_numbers(ref: str, words: str) -> None:
    assert place_words(ref) == words


def test_what_cannot_be_read_is_said_and_the_text_before_stays(
    qtbot: QtBot, screen: ReaderScreen, tmp_path: Path
) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    missing = tmp_path / "没有.txt"
    screen.read_in(missing)
    qtbot.waitUntil(lambda: bool(screen.view.problem.sentence))
    assert screen.view.problem.sentence == sentence(DocumentMissingError(missing))
    assert not screen.view.is_empty


def test_where_it_is_narrow_points_and_text_take_turns(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    screen.view.resize(*NARROW)
    qtbot.waitUntil(lambda: not screen.view.text.isVisible())
    assert screen.view.points.isVisible()
    screen.view.turn_to_text()
    assert screen.view.text.isVisible()
    assert not screen.view.points.isVisible()


def test_the_way_back_to_the_checklist_names_the_point(qtbot: QtBot, screen: ReaderScreen, tmp_path: Path) -> None:
    read_in(qtbot, screen, a_file(tmp_path))
    screen.show_item(ItemKey("3-1"))
    with qtbot.waitSignal(screen.item_wanted) as wish:
        screen.view.points.to_checklist.click()
    assert wish.args == ["3-1"]
