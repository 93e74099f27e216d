"""Where pages lie under one another, singly or facing: plain geometry, in logical pixels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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


def _parted(pair: list[int], sizes: Sequence[Size], usual: float) -> list[list[int]]:
    is_too_wide = any(sizes[page][0] > usual for page in pair)
    return [[page] for page in pair] if is_too_wide else [pair]
