import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform.theme import load_theme
from gui.widgets.stacked_bar import ORDER, Legend, StackedBar, _shared, counts_sentence
from models.vocabulary import Status

LIGHT = load_theme("light")
COUNTS = {Status.MET: 6, Status.NOT_MET: 2, Status.UNANSWERED: 2}


@given(st.lists(st.integers(1, 200), min_size=1, max_size=5), st.integers(120, 2000))
def test_the_parts_fill_the_bar_in_whole_pixels_and_none_is_too_narrow_for_its_number(
    amounts: list[int], width: int
) -> None:
    parts = _shared(width, amounts, 20)
    assert sum(parts) == width
    assert min(parts) >= 19


@given(st.lists(st.integers(1, 50), min_size=2, max_size=5))
def test_more_items_never_get_less_room(amounts: list[int]) -> None:
    parts = _shared(600, amounts, 20)
    ordered = [part for _, part in sorted(zip(amounts, parts, strict=True))]
    assert all(later >= earlier - 1 for earlier, later in itertools.pairwise(ordered))


def _bar(qtbot: QtBot, height: int, full: int | None = None) -> StackedBar:
    bar = StackedBar(height)
    qtbot.addWidget(bar)
    bar.resize(202, height)
    bar.show_counts(COUNTS, full)
    return bar


def test_the_order_is_met_partly_not_na_unanswered(qtbot: QtBot) -> None:
    image = _bar(qtbot, 8).grab().toImage()
    row = [image.pixelColor(x, 4) for x in range(image.width())]
    assert row[60] == LIGHT.met
    assert row[140] == LIGHT.not_met
    assert row[190] == LIGHT.raised
    assert row.index(LIGHT.met) < row.index(LIGHT.not_met) < row.index(LIGHT.raised)


def test_bars_of_different_sections_compare(qtbot: QtBot) -> None:
    image = _bar(qtbot, 20, full=20).grab().toImage()
    assert image.pixelColor(150, 10) == LIGHT.ground
    assert image.pixelColor(95, 4) == LIGHT.raised


def test_partly_met_is_hatched_so_that_it_differs_without_colour(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 8)
    bar.show_counts({Status.PARTLY_MET: 1})
    image = bar.grab().toImage()
    seen = {image.pixelColor(x, 4).rgb() for x in range(20, 60)}
    assert LIGHT.partly_fill.rgb() in seen
    assert LIGHT.partly_tint.rgb() in seen


def test_nothing_counted_draws_nothing(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 8)
    bar.show_counts({})
    assert bar.grab().toImage().pixelColor(100, 4) == LIGHT.ground


def test_screen_readers_hear_the_counts(qtbot: QtBot) -> None:
    assert _bar(qtbot, 8).accessibleDescription() == "已落实 6，未落实 2，未填报 2"
    assert counts_sentence({}) == ""


@pytest.mark.parametrize(("counts", "first"), [(COUNTS, "已落实 6"), (None, "已落实")])
def test_the_legend_names_every_status(
    qtbot: QtBot, qapp: QApplication, counts: dict[Status, int] | None, first: str
) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_counts(counts)
    assert next(legend._words[status].text() for status in ORDER) == first
