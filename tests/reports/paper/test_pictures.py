"""Photographs on paper: upright, downsampled, never enlarged, and whatever is wrong with a file is said in words."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reports.paper.book import Properties, bind
from reports.paper.photos import put_picture
from reports.paper.pictures import Flaw, Picture, read_picture
from reports.paper.sheet import Sheet
from reports.paper.typesetter import Typesetter
from tests.reports.measured import text_of
from tests.reports.torture import a_huge_png

BOX = (75.0, 56.25)


def a_file(width: int = 1200, height: int = 800, kind: str = "JPEG", mode: str = "RGB", turned: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = turned
    file = BytesIO()
    picture = Image.linear_gradient("L").resize((width, height)).convert(mode)
    picture.save(file, kind, exif=exif) if kind in ("JPEG", "WEBP") else picture.save(file, kind)
    return file.getvalue()


def read(content: bytes) -> Picture:
    picture = read_picture(content, *BOX)
    assert isinstance(picture, Picture)
    return picture


def test_a_large_photograph_is_kept_at_220_dots_an_inch() -> None:
    picture = read(a_file(4000, 3000))
    assert 648 <= picture.width <= 650
    assert picture.fitted(*BOX) == pytest.approx((75, 56.25), abs=0.3)


def test_a_small_photograph_is_never_enlarged_beyond_150_dots_an_inch() -> None:
    picture = read(a_file(150, 100))
    assert (picture.width, picture.height) == (150, 100)
    assert picture.fitted(*BOX) == pytest.approx((25.4, 16.93), abs=0.01)


@pytest.mark.parametrize("turned", [5, 6, 7, 8])
def test_a_photograph_that_lies_is_turned_upright(turned: int) -> None:
    picture = read(a_file(1600, 1200, turned=turned))
    assert picture.width < picture.height <= 488


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "1"), ("GIF", "P"), ("PNG", "I;16"), ("WEBP", "RGB")],
)
def test_every_kind_of_picture_becomes_a_jpeg_in_colours_or_grey(kind: str, mode: str) -> None:
    picture = read(a_file(kind=kind, mode=mode))
    with Image.open(BytesIO(picture.content)) as image:
        assert (image.format, image.size) == ("JPEG", (picture.width, picture.height))
        assert image.mode == ("L" if picture.is_grey else "RGB")


def test_equal_files_give_equal_bytes() -> None:
    assert read(a_file()) == read(a_file())


def test_whatever_is_wrong_with_a_file_is_named(tmp_path: Path) -> None:
    assert read_picture(tmp_path / "none.jpg", *BOX) is Flaw.MISSING
    for content in (b"", b"no picture", b"<svg xmlns='x'/>", a_file()[:2000], a_file(kind="PNG")[:300]):
        assert read_picture(content, *BOX) is Flaw.BROKEN
    assert read_picture(a_huge_png(20_000, 20_000), *BOX) is Flaw.TOO_LARGE
    assert read_picture(a_huge_png(9_000, 9_000), *BOX) is Flaw.TOO_LARGE


def test_pictures_and_words_for_those_that_lack_stand_on_the_page(typesetter: Typesetter) -> None:
    picture, sheet = read(a_file()), Sheet()
    frame = put_picture(sheet, typesetter, picture, (28, 37, *BOX), "照片1")
    assert frame == pytest.approx((28, 40.125, 75, 50), abs=0.1)
    put_picture(sheet, typesetter, picture, (109, 37, *BOX))
    put_picture(sheet, typesetter, Flaw.BROKEN, (28, 109, *BOX), "实训楼.jpg")
    content = bind([sheet], typesetter, Properties("照片", "示例", "", datetime(2025, 11, 14, tzinfo=UTC)))
    assert "实训楼.jpg的文件已损坏" in text_of(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert not pdf.check_pdf_syntax()
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.read_raw_bytes() == picture.content
