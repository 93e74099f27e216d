"""The strip of evidence: tiles in the order given, the one that adds more behind them."""

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from gui.pieces.tile_strip import TileStrip
from gui.widgets.thumb import AddTile, ThumbTile
from models.vocabulary import EvidenceId

FIRST, SECOND = EvidenceId(1), EvidenceId(2)


def tiles(strip: TileStrip, *names: str) -> dict[EvidenceId, ThumbTile]:
    made = (ThumbTile(name, "2025-09-30", icon_name="file", parent=strip) for name in names)
    return {EvidenceId(number): tile for number, tile in enumerate(made, start=1)}


def test_other_tiles_take_the_place_of_those_there_were(qtbot: QtBot) -> None:
    add = AddTile("添加", "拖文件进来")
    strip = TileStrip(add)
    qtbot.addWidget(strip)
    strip.resize(600, 200)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.show_tiles(tiles(strip, "甲", "乙"))
    assert strip.inputs() == (strip.tile(FIRST), strip.tile(SECOND), add)
    qtbot.waitUntil(lambda: strip.tile(FIRST).x() < strip.tile(SECOND).x() < add.x())
    gone = strip.tile(SECOND)
    strip.show_tiles(tiles(strip, "丙"))
    assert strip.inputs() == (strip.tile(FIRST), add)
    assert not gone.isVisible()


def test_a_picture_that_comes_late_for_a_tile_that_went_is_let_go(qtbot: QtBot) -> None:
    strip = TileStrip(AddTile("添加", ""))
    qtbot.addWidget(strip)
    strip.show_tiles(tiles(strip, "甲"))
    before = strip.grab().toImage()
    strip.show_picture(SECOND, QPixmap(8, 8))
    strip.show_picture(FIRST, None)
    assert strip.grab().toImage() == before
