"""Where pages lie under one another, singly or facing: plain geometry, in logical pixels."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

GAP = 16
MARGIN = 24
SCREEN_PER_POINT = 96 / 72
READABLE = 0.75
"""Pixels a point: fitted pages are no smaller while the room is wide enough; they are scrolled instead."""
_LEAST = 0.1

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one page lies."""

    page: int
    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Give where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a page, in shares of its width and height; one beside the page has shares below 0 or above 1."""

    page: int
    across: float
    down: float


def in_rows(sizes: Sequence[Size], *, is_facing: bool) -> list[list[int]]:
    """Put pages into rows; facing pages lie as in a bound report, even ones left, the cover by itself.

    A page wider than most has a row of its own: beside another it would make all pages small.
    """
    if not sizes:
        return []
    if not is_facing:
        return [[page] for page in range(len(sizes))]
    pairs = [[0], *[list(range(left, min(left + 2, len(sizes)))) for left in range(1, len(sizes), 2)]]
    usual = Counter(width for width, _ in sizes).most_common(1)[0][0]
    return [part for pair in pairs for part in _parted(pair, sizes, usual)]


def fitting_scale(sizes: Sequence[Size], room: tuple[float, float], *, is_facing: bool) -> float:
    """Find the scale at which every row fits the room's width and, where that can be read, its height."""
    if not sizes:
        return SCREEN_PER_POINT
    rows = in_rows(sizes, is_facing=is_facing)
    wide = min((room[0] - 2 * MARGIN - (len(row) - 1) * GAP) / sum(sizes[page][0] for page in row) for row in rows)
    high = (room[1] - 2 * MARGIN) / max(height for _, height in sizes)
    return max(min(wide, max(high, READABLE)), _LEAST)


def placed(sizes: Sequence[Size], scale: float, width: float, *, is_facing: bool) -> list[Place]:
    """Lay all pages out in a view of this width; sizes are in points, one pair a page."""
    places, top = [], float(MARGIN)
    for row in in_rows(sizes, is_facing=is_facing):
        across = [sizes[page][0] * scale for page in row]
        left = max((width - sum(across) - GAP * (len(row) - 1)) / 2, MARGIN)
        for page, wide in zip(row, across, strict=True):
            places.append(Place(page, left, top, wide, sizes[page][1] * scale))
            left += wide + GAP
        top += max(sizes[page][1] for page in row) * scale + GAP
    return places


def seen(places: Sequence[Place], top: float, bottom: float) -> Sequence[Place]:
    """Give the pages that lie between two heights, without looking at all of a long report."""
    first = bisect_left(places, top, key=attrgetter("bottom"))
    last = bisect_left(places, bottom, key=attrgetter("top"))
    return places[max(first - 1, 0) : last]


def page_at(places: Sequence[Place], down: float) -> int | None:
    """Name the first page that reaches down to a height, or the last."""
    return places[min(bisect_left(places, down, key=attrgetter("bottom")), len(places) - 1)].page if places else None


def spot_at(places: Sequence[Place], across: float, down: float) -> Spot | None:
    """Name a point by the page it lies on, or by the page that is nearest."""
    if not places:
        return None
    nearest = min(
        places,
        key=lambda place: (
            _outside(down, place.top, place.bottom),
            _outside(across, place.left, place.left + place.width),
        ),
    )
    return Spot(nearest.page, (across - nearest.left) / nearest.width, (down - nearest.top) / nearest.height)


def point_of(places: Sequence[Place], spot: Spot) -> tuple[float, float]:
    """Find where a point of a page lies now; a page that is no longer there gives way to the last."""
    place = places[min(spot.page, len(places) - 1)]
    return place.left + spot.across * place.width, place.top + spot.down * place.height


def _outside(value: float, least: float, most: float) -> float:
    return max(least - value, value - most, 0.0)


def _parted(pair: list[int], sizes: Sequence[Size], usual: float) -> list[list[int]]:
    is_too_wide = any(sizes[page][0] > usual for page in pair)
    return [[page] for page in pair] if is_too_wide else [pair]
