"""Where the pieces of one line stand: justified, squeezed, centred or ragged (paper.md section 3)."""

from enum import StrEnum
from typing import NamedTuple

from reports.paper.characters import Kind
from reports.paper.pieces import Pieces

_RAGGED_FROM = 0.06
"""A narrow line whose gaps would grow by more em than this is left ragged."""
_OPENING, _CLOSING, _SPACE = Kind.OPENING, Kind.CLOSING, Kind.SPACE


class Align(StrEnum):
    """How a line fills its measure."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"

    __hash__ = str.__hash__  # settings are looked up for every text, and an Enum's own is slow


class Settled(NamedTuple):
    """How a line fills its measure: where it starts, what each gap takes up (points), the share of squeeze given."""

    start: float = 0.0
    stretch: float = 0.0
    shrink: float = 0.0


_LOOSE = Settled()


def settle(
    pieces: Pieces, line: tuple[int, int], width: float, align: Align, *, is_last: bool, is_narrow: bool
) -> Settled:
    """Turn what a line leaves of its measure into a start, a stretch for each gap or a share of the squeeze."""
    start, end = line
    while end - 1 > start and pieces.kinds[end - 1] is _SPACE:
        end -= 1
    slack = width - pieces.natural_width(start, end)
    if slack < -0.01:
        return Settled(shrink=_shrink(pieces, start, end, -slack))
    if align is Align.CENTRE:
        return Settled(slack / 2)
    if align is Align.RIGHT:
        return Settled(slack)
    gaps = 0 if align is Align.LEFT or is_last else sum(pieces.stretches[start : end - 1])
    stretch = slack / gaps if gaps else 0.0
    return _LOOSE if is_narrow and stretch > _RAGGED_FROM * pieces.styles[start].size else Settled(stretch=stretch)


def offsets(pieces: Pieces, line: tuple[int, int], settled: Settled) -> list[float]:
    """Give the left edge of the ink of each piece of a line, and where the line ends."""
    x, stretch, shrink = settled
    found = []
    for place in range(*line):
        cut = _give(pieces, line[0], place) * shrink
        found.append(x + pieces.shifts[place] - (cut if pieces.kinds[place] is _OPENING else 0.0))
        gap = pieces.gaps[place]
        x += pieces.widths[place] - cut + gap - (gap - pieces.least_gaps[place]) * shrink
        x += stretch * pieces.stretches[place]
    return [*found, x]


def _shrink(pieces: Pieces, start: int, end: int, excess: float) -> float:
    """Take what is too much from the closing mark at the end first, then from all inner marks and gaps alike."""
    last = end - 1
    if pieces.kinds[last] is _CLOSING:
        excess -= min(excess, 0.5 * pieces.styles[last].size)
    give = sum(
        _give(pieces, start, place) + pieces.gaps[place] - pieces.least_gaps[place] for place in range(start, last)
    )
    return min(1.0, excess / give) if give else 0.0


def _give(pieces: Pieces, start: int, place: int) -> float:
    """Say what a mark can give: an opening mark at the line's start keeps its em."""
    return 0.0 if place == start and pieces.kinds[place] is _OPENING else pieces.squeezes[place]
