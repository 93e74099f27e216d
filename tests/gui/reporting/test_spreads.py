"""Where pages lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.reporting.spreads import READABLE, fitting_scale, in_rows, placed

A4, ACROSS = (595.0, 842.0), (842.0, 595.0)
pages = st.lists(st.sampled_from([A4, ACROSS]), max_size=60)


@given(pages, st.booleans())
def test_every_page_lies_somewhere_once(sizes: list[tuple[float, float]], is_facing: bool) -> None:
    assert [page for row in in_rows(sizes, is_facing=is_facing) for page in row] == list(range(len(sizes)))


def test_facing_pages_lie_as_bound() -> None:
    assert in_rows([A4] * 4, is_facing=True) == [[0], [1, 2], [3]]


def test_pages_that_are_all_wide_lie_in_pairs_too() -> None:
    assert in_rows([ACROSS] * 3, is_facing=True) == [[0], [1, 2]]


def test_a_wide_page_among_upright_ones_stands_alone_and_those_after_it_keep_their_sides() -> None:
    assert in_rows([A4] * 3 + [ACROSS] + [A4] * 3, is_facing=True) == [[0], [1, 2], [3], [4], [5, 6]]


def test_one_wide_page_makes_the_others_no_smaller() -> None:
    room = (1000.0, 760.0)
    assert fitting_scale([A4] * 9 + [ACROSS], room, is_facing=True) == fitting_scale([A4] * 10, room, is_facing=True)


@pytest.mark.parametrize("height", [300.0, 500.0])
def test_a_low_view_shows_pages_that_can_be_read(height: float) -> None:
    assert fitting_scale([A4] * 3, (960.0, height), is_facing=False) == READABLE


@given(pages.filter(bool), st.booleans(), st.floats(300, 3000), st.floats(300, 2000))
def test_fitted_pages_lie_within_the_view(
    sizes: list[tuple[float, float]], is_facing: bool, width: float, height: float
) -> None:
    scale = fitting_scale(sizes, (width, height), is_facing=is_facing)
    for place in placed(sizes, scale, width, is_facing=is_facing):
        assert place.left >= 0
        assert place.height <= height or scale <= READABLE
        assert place.left + place.width <= width + 0.01


@given(pages, st.booleans())
def test_pages_never_lie_over_one_another(sizes: list[tuple[float, float]], is_facing: bool) -> None:
    places = placed(sizes, 1.0, 1800, is_facing=is_facing)
    for one in places:
        for other in places[one.page + 1 :]:
            assert one.left + one.width <= other.left or one.top + one.height <= other.top
