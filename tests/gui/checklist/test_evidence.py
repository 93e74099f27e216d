"""Evidence: dropped, picked, pasted, opened, copied out, taken off."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.pieces.assigning import Assigned
from gui.pieces.pictures import thumbnail
from gui.pieces.place_dialog import PlaceWish
from gui.widgets.thumb import ThumbTile
from models.vocabulary import EvidenceKind, ItemKey
from services.evidence.intake import Duplicate, Offer
from services.evidence.values import Particulars
from tests.gui.checklist.sitting import Sitting, a_sitting


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    with a_sitting(qtbot, tmp_path) as made:
        yield made
        QGuiApplication.clipboard().clear()


def a_picture(width: int = 400, height: int = 300) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    return picture


def a_file(folder: Path, name: str, content: bytes = b"%PDF-1.4 x") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def drop(sitting: Sitting, *files: Path) -> bool:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    pane, place = sitting.screen.view.item, QPointF(50, 50)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, content, left, none)
    QApplication.sendEvent(pane, entering)
    dropped = QDropEvent(place, Qt.DropAction.CopyAction, content, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(pane, dropped)
    return dropped.isAccepted()


def names(sitting: Sitting, key: str = "1-1") -> list[str]:
    return [row.name for row in sitting.row(key).evidence]


def test_files_dropped_anywhere_on_the_item_become_its_evidence(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    assert drop(sitting, a_file(tmp_path, "教师台账.pdf"), a_file(tmp_path, "会议纪要.txt", "纪要".encode()))
    qtbot.waitUntil(lambda: names(sitting) == ["教师台账.pdf", "会议纪要.txt"])
    qtbot.waitUntil(lambda: len(sitting.screen.view.item.evidence.findChildren(ThumbTile)) == 2)
    assert sitting.row("1-1").evidence[0].number == "1-1-01"


def test_files_go_to_the_item_they_were_dropped_on(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    sitting.screen.show_item(ItemKey("1-2"))
    qtbot.waitUntil(lambda: names(sitting) == ["台账.pdf"])
    qtbot.waitUntil(lambda: len(sitting.news) == 1)
    assert names(sitting, "1-2") == []
    assert sitting.screen.key == "1-2"


def test_a_file_that_cannot_be_taken_is_named_and_the_others_are_in(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(sitting, a_file(tmp_path, "空.pdf", b""), a_file(tmp_path, "好.pdf"))
    problem = sitting.screen.view.item.evidence.problem
    qtbot.waitUntil(lambda: bool(problem.sentence))
    assert names(sitting) == ["好.pdf"]
    assert "空.pdf" in problem.sentence
    assert "其他 1 个文件已收好。" in problem.sentence


def test_a_file_picked_in_the_dialog_is_taken_and_its_folder_remembered(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    sitting.outside.files = [a_file(tmp_path, "证书.pdf")]
    QTest.keyClick(sitting.screen.view.list.list, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(sitting) == ["证书.pdf"])
    assert sitting.desk.desk.last_folder == str(tmp_path)


def test_a_picture_from_the_clipboard_becomes_a_photo(sitting: Sitting, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(a_picture())
    QTest.keyClick(sitting.screen.view.list.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(sitting)) == 1)
    assert sitting.row("1-1").evidence[0].kind is EvidenceKind.PHOTO


def test_a_picture_pasted_into_the_note_becomes_evidence_and_no_text(sitting: Sitting, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(a_picture())
    note = sitting.screen.view.item.answer.note
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(sitting)) == 1)
    assert note.toPlainText() == ""


def test_text_pasted_into_the_note_is_text(sitting: Sitting) -> None:
    QGuiApplication.clipboard().setText("已办")
    note = sitting.screen.view.item.answer.note
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == "已办"
    assert names(sitting) == []


def test_evidence_taken_off_comes_back_by_undo(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    qtbot.waitUntil(lambda: len(sitting.news) == 1)
    row = sitting.row("1-1").evidence[0]
    menu = sitting.screen.view.item.evidence.menu_of(row)
    removal = next(action for action in menu.actions() if action.text() == "移除")
    removal.trigger()
    assert names(sitting) == []
    assert sitting.screen.view.item.toast.text == "1-1 已移除“台账.pdf”"
    sitting.undo()
    assert names(sitting) == ["台账.pdf"]


def test_evidence_is_opened_as_a_copy_of_its_own(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    qtbot.waitUntil(lambda: len(sitting.screen.view.item.evidence.findChildren(ThumbTile)) == 1)
    row = sitting.row("1-1").evidence[0]
    sitting.screen.view.item.evidence.tile(row.id).click()
    [copy] = sitting.outside.shown
    assert copy.read_bytes() == b"%PDF-1.4 x"
    assert copy != sitting.workspace.evidence.path_of(row.id)


def test_what_is_never_opened_says_so_and_can_be_copied_out(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    drop(sitting, a_file(tmp_path, "装.exe", b"MZ program"))
    qtbot.waitUntil(lambda: len(sitting.news) == 1)
    row = sitting.row("1-1").evidence[0]
    part = sitting.screen.view.item.evidence
    part.open_wanted.emit(row.id)
    assert part.problem.sentence and sitting.outside.shown == []
    sitting.outside.target = tmp_path / "out" / "副本.exe"
    sitting.outside.target.parent.mkdir()
    part.copy_wanted.emit(row.id)
    assert sitting.outside.target.read_bytes() == b"MZ program"


def test_no_line_takes_a_dropped_file_as_its_path(sitting: Sitting) -> None:
    lines = sitting.screen.view.item.findChildren(QLineEdit)
    assert lines and not any(line.acceptDrops() for line in lines)


def test_nothing_can_be_dropped_where_the_school_need_not_answer(sitting: Sitting, tmp_path: Path) -> None:
    sitting.screen.show_item(ItemKey("3-1"))
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    assert not sitting.jobs.is_busy
    assert names(sitting, "3-1") == []


def test_what_arrives_after_the_screen_was_closed_is_still_a_step_to_undo(qtbot: QtBot, tmp_path: Path) -> None:
    with a_sitting(qtbot, tmp_path) as sitting:
        drop(sitting, a_file(tmp_path, "台账.pdf"))
        sitting.screen._evidence.close()
        qtbot.waitUntil(lambda: len(sitting.news) == 1)
        assert sitting.history.can_undo


def test_a_thumbnail_is_decoded_no_larger_than_its_tile_needs(tmp_path: Path) -> None:
    a_picture(3000, 2000).save(str(tmp_path / "大.jpg"))
    made = thumbnail(tmp_path / "大.jpg", "image/jpeg")
    assert (made.width(), made.height()) == (224, 149)


def test_what_cannot_be_decoded_gives_no_picture(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert thumbnail(a_file(tmp_path, "坏.png", b"\x89PNG\r\n\x1a\n broken"), "image/png").isNull()


def test_a_picture_appears_in_its_tile(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    a_picture().save(str(tmp_path / "照.png"))
    drop(sitting, tmp_path / "照.png")
    qtbot.waitUntil(lambda: len(sitting.news) == 1)
    tile = sitting.screen.view.item.evidence.tile(sitting.row("1-1").evidence[0].id)
    qtbot.waitUntil(lambda: tile._picture is not None)


def test_a_file_gone_from_the_workspace_is_marked_on_its_tile(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    qtbot.waitUntil(lambda: len(sitting.news) == 1)
    piece = sitting.row("1-1").evidence[0]
    sitting.workspace.evidence.path_of(piece.id).unlink()
    sitting.screen.show_item(ItemKey("1-2"))
    sitting.screen.show_item(ItemKey("1-1"))
    assert sitting.screen.view.item.evidence.tile(piece.id).accessibleDescription() == "文件不在"


def settled(sitting: Sitting, qtbot: QtBot, key: str, count: int) -> None:
    """Wait until an item has so many pieces, on the screen too."""
    qtbot.waitUntil(lambda: len(sitting.row(key).evidence) == count)
    qtbot.waitUntil(lambda: not sitting.jobs.is_busy)


def test_a_file_that_is_here_already_is_linked_under_its_number(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    settled(sitting, qtbot, "1-1", 1)
    asked: list[str] = []

    def links(_parent: QWidget, duplicates: Sequence[Duplicate]) -> bool:
        asked.extend(one.number for one in duplicates)
        return True

    monkeypatch.setattr(sitting.outside, "ask_duplicates", links)
    sitting.screen.show_item(ItemKey("1-2"))
    drop(sitting, a_file(tmp_path, "台账副本.pdf"))
    settled(sitting, qtbot, "1-2", 1)
    assert asked == ["1-1-01"]
    assert [row.number for row in sitting.row("1-2").evidence] == ["1-1-01"]
    drop(sitting, tmp_path / "台账副本.pdf")
    qtbot.waitUntil(lambda: sitting.screen.view.item.toast.text == "0 份收好，1 份早就在")
    assert asked == ["1-1-01"]


def test_a_link_and_a_paper_are_noted_from_the_item(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    wishes = iter(
        [PlaceWish(EvidenceKind.LINK, "公示页", "10.0.0.1"), PlaceWish(EvidenceKind.PAPER, "纪要", "B 柜"), None]
    )
    monkeypatch.setattr(sitting.outside, "ask_place", lambda _parent, _kind: next(wishes))
    part = sitting.screen.view.item.evidence
    part.link.click()
    part.paper.click()
    part.link.click()
    said = [(row.kind, row.name, row.whereabouts) for row in sitting.row("1-1").evidence]
    assert said == [(EvidenceKind.LINK, "公示页", "10.0.0.1"), (EvidenceKind.PAPER, "纪要", "B 柜")]


def test_a_piece_is_put_to_other_items_from_its_menu(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(sitting, a_file(tmp_path, "台账.pdf"))
    settled(sitting, qtbot, "1-1", 1)
    wanted = (ItemKey("1-1"), ItemKey("1-2"))
    monkeypatch.setattr(sitting.outside, "ask_served", lambda *_asked: wanted)
    part = sitting.screen.view.item.evidence
    menu = part.menu_of(sitting.row("1-1").evidence[0])
    next(action for action in menu.actions() if action.text() == "也用于…").trigger()
    assert [row.number for row in sitting.row("1-2").evidence] == ["1-1-01"]


def test_a_piece_that_has_run_out_wears_a_badge(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    drop(sitting, a_file(tmp_path, "协议.pdf"))
    settled(sitting, qtbot, "1-1", 1)
    piece = sitting.row("1-1").evidence[0].id
    old = Particulars(valid_until=date(2024, 1, 1))
    sitting.bus.changed.emit(sitting.workspace.evidence.register.amend(sitting.assessment, {piece: old}))
    assert sitting.screen.view.item.evidence.tile(piece).accessibleDescription() == "过期"


def test_a_folder_dropped_on_an_item_is_assigned_first(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "材料").mkdir()
    a_file(tmp_path / "材料", "1-2 台账.pdf")
    rows: list[Assigned] = []

    def assigned(_parent: QWidget, found: Sequence[Assigned], _choices: object) -> tuple[Offer, ...]:
        rows.extend(found)
        return tuple(Offer.of_file(one.item, one.found.path) for one in found if one.item)

    monkeypatch.setattr(sitting.outside, "ask_assigned", assigned)
    drop(sitting, tmp_path / "材料")
    settled(sitting, qtbot, "1-2", 1)
    assert [one.item for one in rows] == ["1-2"]
    assert sitting.row("1-1").evidence == ()
