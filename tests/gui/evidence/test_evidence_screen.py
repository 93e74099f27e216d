"""The evidence screen: found, amended many at once, taken in by the folder, looked at, exported."""

import hashlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.evidence.narrowing import Narrowing
from gui.pieces.viewer import Zoom
from models.vocabulary import EvidenceKind, Status
from services.checklist import Answer
from services.evidence.flags import EvidenceFlag
from services.evidence.values import Particulars
from services.verifying import verify
from tests.gui.evidence.desk import FIRST, SECOND, THIRD, Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(qtbot, tmp_path) as made:
        yield made


def a_picture(width: int = 400, height: int = 300, kind: str = "PNG") -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), "teal").save(content, kind)
    return content.getvalue()


def test_an_empty_assessment_says_how_to_begin(desk: Desk) -> None:
    assert desk.screen.view._stack.currentWidget() is desk.screen.view._none
    assert desk.numbers() == []


def test_all_pieces_stand_in_the_order_of_the_document(desk: Desk) -> None:
    QAbstractItemModelTester(desk.screen._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for item in (THIRD, FIRST, SECOND):
        desk.attach(item, item.encode(), f"{item}.txt")
    assert desk.numbers() == ["1-1-01", "1-2-01", "2-1-01"]
    assert desk.screen.view._stack.currentWidget() is desk.screen.view.list


def test_the_list_is_narrowed_by_words_initials_flags_and_kind(desk: Desk) -> None:
    table = desk.attach(FIRST, b"a", "教师台账.txt")
    desk.attach(SECOND, a_picture(), "实训楼.png")
    said = Particulars(valid_until=date(2025, 1, 1), department="教务处")
    desk.bus.changed.emit(desk.workspace.evidence.register.amend(desk.assessment, {table: said}))
    bar = desk.screen.view.bar
    for wanted, numbers in (
        (Narrowing(text="台账"), ["1-1-01"]),
        (Narrowing(text="jstz"), ["1-1-01"]),
        (Narrowing(text="1-2"), ["1-2-01"]),
        (Narrowing(flag=EvidenceFlag.EXPIRED), ["1-1-01"]),
        (Narrowing(flag=EvidenceFlag.UNDATED), ["1-1-01", "1-2-01"]),
        (Narrowing(kind=EvidenceKind.PHOTO), ["1-2-01"]),
        (Narrowing(department="教务处"), ["1-1-01"]),
        (Narrowing(text="没有"), []),
    ):
        bar.ask(wanted)
        assert desk.numbers() == numbers, wanted
    assert desk.screen.view._stack.currentWidget() is desk.screen.view._no_match
    desk.screen.view._no_match.button.click()
    assert bar.count.text() == "2 件"


def test_items_said_to_be_met_without_evidence_are_listed_and_lead_to_the_checklist(qtbot: QtBot, desk: Desk) -> None:
    desk.bus.changed.emit(desk.workspace.assessments.record(desk.assessment, SECOND, Answer(Status.MET)))
    bar = desk.screen.view.bar
    assert bar.missing.text() == "缺佐证 1"
    bar.missing.click()
    assert desk.screen.view._stack.currentWidget() is desk.screen.view._missing_area
    with qtbot.waitSignal(desk.screen.item_wished) as asked:
        desk.screen.view.missing.list.wanted.emit(desk.screen._missing[0])
    assert asked.args == ["1-2"]
    desk.attach(SECOND, a_picture(), "实训楼.png")
    assert desk.screen.view._stack.currentWidget() is desk.screen.view._none_missing


def test_many_pieces_are_amended_in_one_step(desk: Desk) -> None:
    first, second = desk.attach(FIRST, b"a", "a.txt"), desk.attach(SECOND, b"b", "b.txt")
    desk.choose(first, second)
    form = desk.screen.view.details.form
    form.amended.emit("year", 2025)
    form.amended.emit("department", "教务处")
    assert {(piece.evidence.year, piece.evidence.department) for piece in desk.pieces()} == {(2025, "教务处")}
    assert form.year.text() == "2025"
    desk.choose(first)
    form.amended.emit("department", "实训处")
    desk.choose(first, second)
    assert form.department.currentText() == ""
    line = form.department.lineEdit()
    assert line is not None
    assert line.placeholderText() == "各不相同"
    change = desk.history.undo()
    assert change is not None
    desk.bus.changed.emit(change)
    assert {piece.evidence.department for piece in desk.pieces()} == {"教务处"}


def test_a_year_that_is_none_is_said_at_its_field(desk: Desk) -> None:
    piece = desk.attach(FIRST, b"a", "a.txt")
    desk.choose(piece)
    form = desk.screen.view.details.form
    form._on_year_written("去年")
    assert form._year_field.error == "这里要填年份，例如 2025。"
    form._on_year_written("2024年")
    assert (form._year_field.error, desk.pieces()[0].evidence.year) == ("", 2024)


def test_the_day_a_photograph_was_taken_is_offered_as_its_date(desk: Desk) -> None:
    content, picture = BytesIO(), Image.new("RGB", (40, 30))
    exif = picture.getexif()
    exif.get_ifd(0x8769)[0x9003] = "2025:05:20 09:30:15"
    picture.save(content, "JPEG", exif=exif)
    piece = desk.attach(FIRST, content.getvalue(), "现场.jpg")
    desk.choose(piece)
    form = desk.screen.view.details.form
    assert form.offer.text() == "用拍摄日期 2025-05-20"
    form.offer.click()
    assert desk.pieces()[0].evidence.formed_on == date(2025, 5, 20)
    assert not form.offer.isVisible()


def a_folder(place: Path) -> Path:
    folder = place / "材料"
    (folder / "1-2 校企").mkdir(parents=True)
    (folder / "1-1 章程.txt").write_text("章程", encoding="utf-8")
    (folder / "1-2 校企" / "协议.txt").write_text("协议", encoding="utf-8")
    (folder / "1-2 校企" / "空.txt").touch()
    (folder / "无名.txt").write_text("无名", encoding="utf-8")
    return folder


def test_a_folder_is_assigned_and_comes_in_by_one_step(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.outside.folder = a_folder(tmp_path)
    desk.screen.view.add_folder.click()
    qtbot.waitUntil(lambda: bool(desk.screen.view.toast.text))
    assert [(one.found.place, one.item) for one in desk.outside.assigned] == [
        ("材料/1-1 章程.txt", "1-1"),
        ("材料/无名.txt", None),
        ("材料/1-2 校企/协议.txt", "1-2"),
        ("材料/1-2 校企/空.txt", "1-2"),
    ]
    assert desk.numbers() == ["1-1-01", "1-2-01"]
    assert desk.screen.view.toast.text == "2 份收好，1 份没收"
    assert "空.txt" in desk.screen.view.details.problem.sentence
    desk.history.undo()
    assert desk.pieces() == ()


def test_what_is_here_already_is_linked_after_one_question(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.attach(THIRD, "章程".encode(), "章程.txt")
    desk.outside.folder = a_folder(tmp_path)
    desk.screen.view.add_folder.click()
    qtbot.waitUntil(lambda: len(desk.pieces()) == 2)
    qtbot.waitUntil(lambda: desk.pieces()[0].items == (FIRST, THIRD))
    assert desk.pieces()[0].evidence.number == "2-1-01"


def test_a_piece_is_put_to_other_items_renewed_opened_and_taken_off(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    piece = desk.attach(FIRST, b"text", "a.txt")
    desk.choose(piece)
    details = desk.screen.view.details
    desk.outside.items = (FIRST, THIRD)
    details.serve.click()
    assert desk.pieces()[0].items == (FIRST, THIRD)
    desk.outside.file = tmp_path / "newer.txt"
    desk.outside.file.write_text("newer", encoding="utf-8")
    details.renew.click()
    qtbot.waitUntil(lambda: details.versions.text() == "第 2 版，共 2 版")
    assert desk.pieces()[0].evidence.version == 1
    details.open.click()
    assert desk.outside.shown[0].read_text(encoding="utf-8") == "newer"
    details.versions.click()
    assert desk.pieces()[0].evidence.version == 0
    details.remove.click()
    assert desk.pieces() == ()


def test_what_is_never_opened_is_refused_in_a_sentence(desk: Desk) -> None:
    piece = desk.attach(FIRST, b"MZ\x90\x00", "setup.exe")
    desk.choose(piece)
    desk.screen.view.details.open.click()
    assert desk.outside.shown == []
    assert "setup.exe" in desk.screen.view.details.problem.sentence


def test_dragged_out_a_piece_is_a_copy_with_its_number_in_its_name(desk: Desk) -> None:
    piece = desk.attach(FIRST, b"text", "台账.txt")
    model = desk.screen._model
    content = model.mimeData([model.index_of(piece)])
    (url,) = content.urls()
    copy = Path(url.toLocalFile())
    assert (copy.name, copy.read_bytes()) == ("1-1-01 台账.txt", b"text")
    paper = desk.workspace.evidence.attach_paper(desk.assessment, FIRST, "柜")
    desk.bus.changed.emit(paper)
    assert not model.flags(model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_picture_is_fitted_shown_whole_and_turned(qtbot: QtBot, desk: Desk) -> None:
    piece = desk.attach(FIRST, a_picture(3000, 2000, "JPEG"), "实训楼.jpg")
    desk.choose(piece)
    viewer = desk.screen.view.details.viewer
    qtbot.waitUntil(lambda: not viewer._image.isNull())
    assert viewer._image.width() <= viewer.room.width()
    assert (viewer._whole.width(), viewer._whole.height()) == (3000, 2000)
    desk.screen.view.details.zoom.click()
    assert viewer.zoom is Zoom.WHOLE
    qtbot.waitUntil(lambda: viewer._image.width() == 3000)
    desk.screen.view.details.zoom.click()
    viewer.turn()
    assert not viewer.grab().isNull()


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xff\xd8\xff\xe0 broken", "坏.jpg"),
        (b"%PDF-1.4 broken", "坏.pdf"),
        (a_picture()[:80], "断.png"),
    ],
)
def test_a_broken_file_says_so_and_nothing_falls_over(qtbot: QtBot, desk: Desk, content: bytes, name: str) -> None:
    desk.choose(desk.attach(FIRST, content, name))
    viewer = desk.screen.view.details.viewer
    qtbot.waitUntil(lambda: "打不开" in viewer._words)
    assert not viewer.grab().isNull()


def test_numbers_follow_a_new_pattern_and_old_ones_only_when_asked(desk: Desk) -> None:
    desk.attach(FIRST, b"a", "a.txt")
    desk.outside.pattern = ("{年度}-{序号}", False)
    desk.screen.view.numbers.click()
    desk.attach(SECOND, b"b", "b.txt")
    assert desk.numbers() == ["1-1-01", "2025-01"]
    desk.outside.pattern = ("{年度}-{序号}", True)
    desk.screen.view.numbers.click()
    assert desk.numbers() == ["2025-01", "2025-02"]
    assert verify(desk.workspace.folder).problems == ()


def test_the_folder_that_is_exported_checks_out(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.attach(FIRST, b"text", "台账.txt")
    desk.outside.target = tmp_path / "导出"
    desk.screen.view.export.click()
    qtbot.waitUntil(lambda: (tmp_path / "导出").is_dir())
    lines = (tmp_path / "导出" / "校验清单.sha256").read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, place = line.split("  ", 1)
        assert hashlib.sha256((tmp_path / "导出" / place).read_bytes()).hexdigest() == digest
    assert any(line.endswith("1-1-01 台账.txt") for line in lines)


def test_nothing_stays_behind_when_the_screen_closes_in_mid_intake(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(qtbot, tmp_path) as desk:
        desk.outside.folder = a_folder(tmp_path)
        desk.screen.view.add_folder.click()
    assert verify(tmp_path / "w").problems == ()
