"""The pages in view: they grow around the pointer, and stay where they are when they are made anew."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform.theme import load_theme
from gui.reporting.page_pictures import PagePictures
from gui.reporting.paper_view import PaperView
from gui.reporting.spreads import point_of, spot_at
from reports.preview import Hit, Pages

UPRIGHT, LYING = (595.0, 842.0), (842.0, 595.0)
AWAY = QPointF(210, 330)


def a_document(count: int, lying: tuple[int, ...] = ()) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for page in range(count):
        document.new_page(*(LYING if page in lying else UPRIGHT))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def some_pages(count: int = 30, lying: tuple[int, ...] = (9,)) -> Pages:
    return Pages(a_document(count, lying))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[Pages], PaperView]]:
    shown: list[tuple[PaperView, Pages]] = []

    def make(pages: Pages) -> PaperView:
        view = PaperView()
        qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        view.show_pages(pages)
        shown.append((view, pages))
        return view

    yield make
    for view, pages in shown:
        view.close_pages()
        pages.close()


def under(view: PaperView, at: QPointF) -> tuple[int, float, float]:
    """Name what lies at a point of the view: page, and shares of its width and height."""
    spot = spot_at(view._places, view.horizontalScrollBar().value() + at.x(), view.verticalScrollBar().value() + at.y())
    assert spot is not None
    return spot.page, spot.across, spot.down


def turn(view: PaperView, by: QPoint, at: QPointF = AWAY) -> None:
    """Turn the wheel with Ctrl held down."""
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        by,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def percent(view: PaperView) -> int:
    said = view.percent()
    assert said is not None
    return said


@pytest.mark.parametrize("is_facing", [True, False])
def test_what_lies_under_the_pointer_stays_there_when_the_wheel_zooms(
    show: Callable[[Pages], PaperView], is_facing: bool
) -> None:
    view = show(some_pages())
    view.set_facing(is_facing)
    view.go_to(12)
    turn(view, QPoint(0, 360))  # wide enough to be scrolled both ways
    before = under(view, AWAY)
    turn(view, QPoint(0, 120))
    after = under(view, AWAY)
    assert after[0] == before[0]
    assert after[1:] == pytest.approx(before[1:], abs=0.003)


def test_a_touch_pad_zooms_by_hairs_and_a_wheel_turned_sideways_not_at_all(
    show: Callable[[Pages], PaperView],
) -> None:
    view = show(some_pages())
    turn(view, QPoint(0, 120))
    notch = percent(view)
    turn(view, QPoint(0, 6))
    assert notch <= percent(view) <= notch * 1.02
    before = percent(view)
    turn(view, QPoint(120, 0))
    assert percent(view) == before


def test_the_middle_stays_in_the_middle_when_keys_zoom(show: Callable[[Pages], PaperView]) -> None:
    view = show(some_pages())
    view.set_facing(False)
    view.go_to(12)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 150)
    middle = QPointF(view.viewport().rect().center())
    before = under(view, middle)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert under(view, middle)[0] == before[0]
    assert under(view, middle)[2] == pytest.approx(before[2], abs=0.003)


def test_pages_made_anew_stay_where_they_were_read(show: Callable[[Pages], PaperView]) -> None:
    view = show(some_pages())
    view.go_to(12)
    view.zoom_in()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 217)
    place = view.verticalScrollBar().value(), view.horizontalScrollBar().value(), view.page
    anew = some_pages(31)
    view.show_pages(anew)
    assert (view.verticalScrollBar().value(), view.horizontalScrollBar().value(), view.page) == place
    view.close_pages()
    anew.close()


def test_a_shorter_paper_made_anew_shows_its_last_page(show: Callable[[Pages], PaperView]) -> None:
    view = show(some_pages())
    view.go_to(29)
    short = some_pages(3, lying=())
    view.show_pages(short)
    assert view.page in (1, 2)
    view.close_pages()
    short.close()


def test_another_paper_begins_at_its_first_page(show: Callable[[Pages], PaperView]) -> None:
    view = show(some_pages())
    view.go_to(12)
    other = some_pages(20)
    view.show_pages(other, from_the_first=True)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)
    view.close_pages()
    other.close()


def test_the_head_of_a_page_stays_in_view_when_the_window_changes(
    show: Callable[[Pages], PaperView],
) -> None:
    view = show(some_pages())
    view.go_to(12)
    for size in ((700, 500), (1300, 900), (900, 700)):
        view.resize(*size)
        assert 12 in view.row
        assert view._places[12].top - view.verticalScrollBar().value() == pytest.approx(24, abs=1)


class Waiting(Pages):
    """Draws nothing until it is told to."""

    goes_on = Event()

    def render(self, page: int, width: int) -> tuple[int, int, bytes]:
        assert self.goes_on.wait(20)
        return super().render(page, width)


def test_what_was_scrolled_past_is_not_drawn_and_what_is_seen_comes_first(qtbot: QtBot) -> None:
    pages = Waiting(a_document(400))
    pictures, drawn = PagePictures(pages), list[int]()
    pictures.ready.connect(drawn.append)
    pictures.picture(0, 200)
    qtbot.waitUntil(lambda: pictures._in_hand == (0, 200))
    for page in range(1, 400):
        pictures.picture(page, 200)
    pages.goes_on.set()
    qtbot.waitUntil(lambda: len(drawn) == 25)
    assert drawn == [0, *range(399, 375, -1)]
    pictures.close()
    pages.close()


def test_pictures_of_large_pages_do_not_fill_the_memory(qtbot: QtBot) -> None:
    pages = some_pages(30, lying=())
    pictures, drawn = PagePictures(pages), list[int]()
    pictures.ready.connect(drawn.append)
    for page in range(12):
        pictures.picture(page, 9000)
        qtbot.waitUntil(partial(drawn.__contains__, page))
    assert sum(one.width() * one.height() for one in pictures._kept.values()) < 100_000_000
    pictures.close()
    pages.close()


def test_what_was_found_is_lit_in_the_colour_of_the_marker_and_the_one_in_hand_has_a_frame(
    show: Callable[[Pages], PaperView], qtbot: QtBot
) -> None:
    view = show(some_pages(1, lying=()))
    hits = (Hit(0, ((100, 100, 200, 130),)), Hit(0, ((100, 300, 200, 330),)))
    view.show_hits(hits)
    view.show_hit(hits[1])
    place = view._places[0]
    scale = place.width / UPRIGHT[0]
    picture = view.viewport().grab().toImage()
    top = view.verticalScrollBar().value()

    def colour(x: float, y: float) -> QColor:
        return picture.pixelColor(round(place.left + x * scale), round(place.top + y * scale - top))

    theme = load_theme("light")
    assert colour(150, 115).name() == theme.lit.name()
    assert colour(150, 315).name() == theme.lit.name()
    assert colour(150, 300 - 2 / scale).name() == theme.accent.name()
    assert colour(150, 100 - 2 / scale).name() == "#ffffff"


def test_a_point_is_found_again_where_pages_lie_otherwise(show: Callable[[Pages], PaperView]) -> None:
    view = show(some_pages())
    spot = spot_at(view._places, 300, 5000)
    assert spot is not None
    assert point_of(view._places, spot) == pytest.approx((300, 5000))
    assert spot_at((), 1, 1) is None
