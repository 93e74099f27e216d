from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform.theme import load_theme
from gui.widgets import status_mark
from gui.widgets.status_mark import StatusMark
from models.vocabulary import Judgement, Status

LIGHT = load_theme("light")


def _ink(status: Status, side: int = 16) -> list[int]:
    """Measure how much ink stands on each pixel, whatever its colour."""
    image = status_mark.pixmap(status, LIGHT, side).toImage()
    return [image.pixelColor(x, y).alpha() for y in range(side) for x in range(side)]


@pytest.mark.parametrize(("one", "other"), list(combinations(Status, 2)))
def test_two_marks_differ_in_silhouette_even_without_colour(qapp: QApplication, one: Status, other: Status) -> None:
    differing = sum(abs(a - b) > 96 for a, b in zip(_ink(one), _ink(other), strict=True))
    assert differing >= 12


@pytest.mark.parametrize("status", [Status.MET, Status.NOT_MET])
def test_the_ground_shows_through_what_is_cut_out(qapp: QApplication, status: Status) -> None:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    ground = QColor(1, 2, 3)
    image.fill(ground)
    painter = QPainter(image)
    status_mark.paint(painter, QRectF(0, 0, 64, 64), status, LIGHT)
    painter.end()
    inside = [image.pixelColor(x, 32) for x in range(16, 48)] + [image.pixelColor(x, 38) for x in range(16, 48)]
    assert ground in inside


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_mark_has_the_colour_of_its_status(qapp: QApplication, status: Status, name: str) -> None:
    theme = load_theme(name)
    image = status_mark.pixmap(status, theme, 64).toImage()
    spots = [image.pixelColor(x, y) for x in range(64) for y in range(64)]
    assert theme.status_fill(status) in [spot for spot in spots if spot.alpha() == 255]


def test_every_judgement_has_a_mark(qapp: QApplication) -> None:
    assert set(status_mark.MARK_OF_JUDGEMENT) == set(Judgement)


def test_a_screen_reader_hears_the_word(qtbot: QtBot) -> None:
    mark = StatusMark(Status.MET)
    qtbot.addWidget(mark)
    mark.show_status(Status.PARTLY_MET)
    assert mark.accessibleName() == "部分落实"
