"""Pictures and pages decoded small, upright, and never at the price of the program."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gui.pieces import decoding
from gui.pieces.decoding import NotShownError, Trouble
from gui.pieces.pictures import thumbnail
from gui.pieces.showing import made

ROOM = QSize(400, 300)


def saved(folder: Path, picture: Image.Image, kind: str = "JPEG", **options: object) -> Path:
    path = folder / f"picture.{kind.lower()}"
    picture.save(path, kind, **options)
    return path


@pytest.mark.parametrize(("turn", "size"), [(1, (400, 200)), (3, (400, 200)), (6, (150, 300)), (8, (150, 300))])
def test_a_photograph_is_upright_and_no_larger_than_its_room(
    qapp: QApplication, tmp_path: Path, turn: int, size: tuple[int, int]
) -> None:
    picture = Image.new("RGB", (1200, 600), "white")
    picture.paste("red", (0, 0, 1200, 300))
    exif = picture.getexif()
    exif[0x0112] = turn
    path = saved(tmp_path, picture, exif=exif)
    image = decoding.picture(path, ROOM)
    assert (image.width(), image.height()) == size
    red = {1: (5, 5), 3: (5, size[1] - 6), 6: (size[0] - 6, 5), 8: (5, 5)}[turn]
    assert QColor(image.pixel(*red)).red() > 200 > 60 > QColor(image.pixel(*red)).green()
    assert path.read_bytes()[:2] == b"\xff\xd8"


def test_a_small_picture_is_not_blown_up(qapp: QApplication, tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (40, 30)), "PNG")
    assert decoding.picture(path, ROOM).size() == QSize(40, 30)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(qapp: QApplication, tmp_path: Path) -> None:
    bomb = saved(tmp_path, Image.new("1", (20_000, 20_000)), "PNG")
    with pytest.raises(NotShownError) as refusal:
        decoding.picture(bomb, ROOM)
    assert refusal.value.trouble is Trouble.TOO_LARGE
    assert thumbnail(bomb, "image/png").isNull()
    long = saved(tmp_path, Image.new("L", (20_000, 400)), "JPEG")
    assert decoding.picture(long, ROOM).width() == 400


@pytest.mark.qt_log_ignore("JPEG|Premature|libpng|PNG")
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_truncated_picture_is_said_or_shown_as_far_as_it_goes(qapp: QApplication, tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path, Image.effect_noise((600, 400), 80), kind)
    path.write_bytes(path.read_bytes()[:2000])
    try:
        assert decoding.picture(path, ROOM).width() <= ROOM.width()
    except NotShownError as refusal:
        assert refusal.trouble is Trouble.UNREADABLE


def a_pdf(folder: Path, *boxes: tuple[int, int]) -> Path:
    content = BytesIO()
    with pikepdf.new() as document:
        for across, down in boxes:
            document.add_blank_page().MediaBox = pikepdf.Array([0, 0, across, down])
        document.save(content)
    path = folder / "paper.pdf"
    path.write_bytes(content.getvalue())
    return path


def test_a_page_is_drawn_to_fit_and_knows_how_many_there_are(qapp: QApplication, tmp_path: Path) -> None:
    path = a_pdf(tmp_path, (595, 842), (842, 595))
    shot = made(path, decoding.PDF, ROOM, page=0, is_whole=False)
    assert isinstance(shot, decoding.Shot)
    assert (shot.pages, shot.image.height() <= ROOM.height() + 1) == (2, True)
    other = made(path, decoding.PDF, ROOM, page=7, is_whole=True)
    assert isinstance(other, decoding.Shot)
    assert (other.page, other.image.width()) == (1, other.whole.width())


def test_a_page_as_large_as_a_field_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(NotShownError) as refusal:
        made(a_pdf(tmp_path, (14_400 * 4, 10)), decoding.PDF, ROOM, page=0, is_whole=False)
    assert refusal.value.trouble is Trouble.TOO_LARGE


def test_a_text_is_read_in_the_encoding_it_is_in(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        (tmp_path / "t.txt").write_text("教师台账", encoding=encoding)
        assert decoding.text(tmp_path / "t.txt") == "教师台账"
    (tmp_path / "t.txt").write_bytes(("长" * 200_000).encode())
    assert set(decoding.text(tmp_path / "t.txt")) == {"长"}
