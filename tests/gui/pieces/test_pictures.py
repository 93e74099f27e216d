"""Small pictures are made once, and never in the window's thread."""

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui.pieces import pictures, showing
from gui.pieces.decoding import Shot
from tests.gui.evidence.desk import FIRST, a_desk
from tests.gui.evidence.test_evidence_screen import a_picture


def test_thumbnails_and_previews_are_decoded_beside_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: dict[str, set[int]] = {"thumbnail": set(), "made": set()}
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))

    def thumbnail(_path: Path, _media_type: str) -> QImage:
        threads["thumbnail"].add(threading.get_ident())
        return picture

    def made(*_asked: object, **_how: object) -> Shot:
        threads["made"].add(threading.get_ident())
        return Shot(picture, whole=picture.size())

    monkeypatch.setattr(pictures, "thumbnail", thumbnail)
    monkeypatch.setattr(showing, "made", made)
    with a_desk(qtbot, tmp_path) as desk:
        desk.choose(desk.attach(FIRST, a_picture(41, 37), "实训楼.png"))
        viewer = desk.screen.view.details.viewer
        qtbot.waitUntil(lambda: viewer._image.width() == 8)
        desk.screen.view.list.grab()
        qtbot.waitUntil(lambda: bool(threads["thumbnail"]))
    assert threading.get_ident() not in threads["thumbnail"] | threads["made"]
