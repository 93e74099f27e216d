"""The invitation to a document asks for a file and takes one at a time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSize, QUrl
from pytestqt.qtbot import QtBot

from gui.widgets.invitation import Invitation, file_in


def test_its_button_asks_for_a_file_and_the_place_lights_up(qtbot: QtBot) -> None:
    shown = Invitation("还没有文件。", "选一个文件，或拖到这里。", "选文件", QSize(480, 200))
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    with qtbot.waitSignal(shown.wanted):
        shown.button.click()
    before = shown.grab().toImage()
    shown.light_up()
    assert shown.grab().toImage() != before
    shown.go_out()
    assert shown.grab().toImage() == before


@pytest.mark.parametrize(
    ("urls", "wanted"),
    [
        (["file:///甲.txt"], Path("/甲.txt")),
        (["file:///甲.txt", "file:///乙.txt"], None),
        (["https://example.org/甲.txt"], None),
        ([], None),
    ],
)
def test_one_file_of_this_computer_is_taken(urls: list[str], wanted: Path | None) -> None:
    content = QMimeData()
    content.setUrls([QUrl(url) for url in urls])
    assert file_in(content) == wanted
