import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from gui.platform import icons
from gui.platform.theme import load_theme
from resources import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))
INK = QColor(10, 200, 30)


def _colours(image: QImage) -> set[tuple[int, int, int]]:
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    seen = (image.pixelColor(x, y) for x, y in spots)
    return {(c.red() // 16, c.green() // 16, c.blue() // 16) for c in seen if c.alpha() > 200}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_one_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, INK, 40).toImage()
    assert _colours(image) <= {(INK.red() // 16, INK.green() // 16, INK.blue() // 16)}
    assert _colours(image)


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    assert icons.pixmap("undo", INK, 20, 1.5) is icons.pixmap("undo", INK, 20, 1.5)


def test_an_icon_is_sharp_at_every_device_ratio(qapp: QApplication) -> None:
    drawn = icons.pixmap("undo", INK, 20, 2.0)
    assert drawn.size() == QSize(40, 40)
    assert drawn.deviceIndependentSize().width() == 20


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    made = icons.icon("save", load_theme("light"))

    def strength(mode: QIcon.Mode) -> int:
        image = made.pixmap(QSize(20, 20), 1.0, mode).toImage()
        return max(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))

    assert strength(QIcon.Mode.Disabled) < strength(QIcon.Mode.Normal) / 1.8


def test_the_window_has_an_icon_at_every_size_systems_ask_for(qapp: QApplication) -> None:
    sizes = {size.width() for size in icons.app_icon(load_theme("light")).availableSizes()}
    assert {16, 32, 48, 256} <= sizes
