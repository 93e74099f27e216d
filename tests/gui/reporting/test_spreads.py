"""Where pages lie."""

from hypothesis import given
from hypothesis import strategies as st

from gui.reporting.spreads import fitting_scale, in_rows, placed

A4 = (595.0, 842.0)
counts = st.integers(0, 60)


@given(counts, st.booleans())
def test_every_page_lies_somewhere_once(count: int, is_facing: bool) -> None:
    assert [page for row in in_rows(count, is_facing=is_facing) for page in row] == list(range(count))


def test_facing_pages_lie_as_bound() -> None:
    assert in_rows(4, is_facing=True) == [[0], [1, 2], [3]]


@given(st.integers(1, 20), st.booleans(), st.floats(300, 3000), st.floats(300, 2000))
def test_fitted_pages_lie_within_the_view(count: int, is_facing: bool, width: float, height: float) -> None:
    sizes = [A4] * count
    scale = fitting_scale(sizes, (width, height), is_facing=is_facing)
    for place in placed(sizes, scale, width, is_facing=is_facing):
        assert place.left >= 0
        assert place.height <= height
        assert place.left + place.width <= width + 0.01


@given(st.integers(1, 20), st.booleans())
def test_pages_never_lie_over_one_another(count: int, is_facing: bool) -> None:
    places = placed([A4] * count, 1.0, 1600, is_facing=is_facing)
    for one in places:
        for other in places[one.page + 1 :]:
            assert one.left + one.width <= other.left or one.top + one.height <= other.top
