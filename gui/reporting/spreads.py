"""Where pages lie under one another, singly or facing: plain geometry, in logical pixels."""

from dataclasses import dataclass

GAP = 16
MARGIN = 24
SCREEN_PER_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class Place:
    """Where one page lies."""

    page: int
    left: float
    top: float
    width: float
    height: float


def in_rows(count: int, *, is_facing: bool) -> list[list[int]]:
    """Put pages into rows; facing pages lie as in a bound report, even ones left, the cover by itself."""
    if not is_facing:
        return [[page] for page in range(count)]
    return [[0], *[list(range(left, min(left + 2, count))) for left in range(1, count, 2)]] if count else []


def fitting_scale(sizes: list[tuple[float, float]], room: tuple[float, float], *, is_facing: bool) -> float:
    """Find the scale at which the largest page, or a pair of it, fits the room."""
    if not sizes:
        return SCREEN_PER_POINT
    across = 2 if is_facing and len(sizes) > 1 else 1
    widest, highest = max(width for width, _ in sizes), max(height for _, height in sizes)
    wide = (room[0] - 2 * MARGIN - (across - 1) * GAP) / (across * widest)
    high = (room[1] - 2 * MARGIN) / highest
    return max(min(wide, high), 0.1)


def placed(sizes: list[tuple[float, float]], scale: float, width: float, *, is_facing: bool) -> list[Place]:
    """Lay all pages out in a view of this width; sizes are in points, one pair a page."""
    places, top = [], float(MARGIN)
    for row in in_rows(len(sizes), is_facing=is_facing):
        across = [sizes[page][0] * scale for page in row]
        left = max((width - sum(across) - GAP * (len(row) - 1)) / 2, MARGIN)
        for page, wide in zip(row, across, strict=True):
            places.append(Place(page, left, top, wide, sizes[page][1] * scale))
            left += wide + GAP
        top += max(sizes[page][1] for page in row) * scale + GAP
    return places
