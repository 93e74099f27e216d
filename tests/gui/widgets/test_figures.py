"""Tally, ring and gauge: values in, pictures and sentences out."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.platform.theme import load_theme
from gui.widgets import gauge, tally
from gui.widgets.gauge import Gauge, GaugeReading
from gui.widgets.ring import Ring
from gui.widgets.tally import Tally
from models.vocabulary import Judgement, Status

LIGHT = load_theme("light")


def _gauge(reading: GaugeReading, width: int = 100) -> QImage:
    image = QImage(width, 16, QImage.Format.Format_ARGB32)
    image.fill(LIGHT.sheet)
    painter = QPainter(image)
    gauge.paint(painter, QRectF(0, 0, width, 16), reading, LIGHT)
    painter.end()
    return image


def _where(image: QImage, colour: QColor, y: int) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y) == colour]


def test_the_tally_rises_with_how_well_it_went(qtbot: QtBot) -> None:
    made = Tally([Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.UNANSWERED])
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    image = made.grab().toImage()
    heights = [sum(image.pixelColor(x + 2, y) == LIGHT.ground for y in range(12)) for x in (0, 7, 14)]
    assert heights == [0, 5, 9]
    assert image.pixelColor(21, 6) == LIGHT.field


def test_many_items_become_a_stacked_bar_of_the_same_width() -> None:
    assert tally.width_of(16) == tally.width_of(40)


def test_the_tally_says_its_counts(qtbot: QtBot) -> None:
    made = Tally([Status.MET, Status.MET, Status.UNANSWERED])
    qtbot.addWidget(made)
    assert made.accessibleDescription() == "已落实 2，未填报 1"


def test_a_gauge_fills_to_the_actual_value_and_ticks_the_target() -> None:
    image = _gauge(GaugeReading(40, 50, judgement=Judgement.MISSED, is_percentage=True))
    assert max(_where(image, LIGHT.not_met, 8)) in (38, 39)
    assert _where(image, LIGHT.ink, 1) == [49, 50]


def test_the_axis_ends_a_quarter_past_a_target_that_is_no_percentage() -> None:
    image = _gauge(GaugeReading(2, 2, judgement=Judgement.REACHED))
    assert _where(image, LIGHT.ink, 1) == [79, 80]


def test_a_range_has_two_ticks_and_a_band() -> None:
    image = _gauge(GaugeReading(5, 20, 40, judgement=Judgement.MISSED, is_percentage=True))
    assert _where(image, LIGHT.ink, 1) == [19, 20, 39, 40]
    assert image.pixelColor(30, 8) == LIGHT.line2


def test_what_was_not_read_is_never_filled() -> None:
    image = _gauge(GaugeReading(None, 50, judgement=Judgement.CANNOT_TELL, is_percentage=True))
    assert image.pixelColor(20, 8) == LIGHT.sheet
    assert _where(image, LIGHT.not_met, 8) == []


def test_what_is_for_people_to_judge_is_filled_without_praise_or_blame() -> None:
    image = _gauge(GaugeReading(3, 1, 2, judgement=Judgement.CANNOT_TELL))
    assert image.pixelColor(20, 8) == LIGHT.ink2
    assert _where(image, LIGHT.met, 8) == _where(image, LIGHT.not_met, 8) == []


def test_a_value_past_the_end_stays_inside() -> None:
    image = _gauge(GaugeReading(900, 50, judgement=Judgement.REACHED, is_percentage=True))
    assert image.pixelColor(90, 8) == LIGHT.met


def test_a_target_of_nothing_divides_nothing() -> None:
    _gauge(GaugeReading(0, 0, judgement=Judgement.REACHED))


def test_the_gauge_says_its_sentence(qtbot: QtBot) -> None:
    made = Gauge()
    qtbot.addWidget(made)
    made.show_reading(
        GaugeReading(46.9, 50, sentence="还差 4 人（至少 50 人）", target_label="目标 50%", end_label="100%")
    )
    made.resize(40, made.height())
    made.grab()
    assert made.accessibleDescription() == "还差 4 人（至少 50 人）"


def test_a_ring_is_filled_from_twelve_o_clock(qtbot: QtBot) -> None:
    ring = Ring("met")
    qtbot.addWidget(ring)
    ring.resize(96, 96)
    ring.show_share(1, 4)
    image = ring.grab().toImage()
    assert image.pixelColor(78, 20) == LIGHT.met
    assert image.pixelColor(17, 20) == LIGHT.sunken
    assert ring.accessibleDescription() == "1/4"


def test_a_ring_of_nothing_is_an_empty_track(qtbot: QtBot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.resize(96, 96)
    assert ring.grab().toImage().pixelColor(78, 20) == LIGHT.sunken
