"""Where the pieces of one line stand: justified, squeezed, centred or ragged (paper.md section 3)."""

from dataclasses import dataclass
from enum import StrEnum

from reports.paper.atoms import Atom, Kind

_RAGGED_FROM = 0.06
"""A narrow line whose gaps would grow by more em than this is left ragged."""


class Align(StrEnum):
    """How a line fills its measure."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Placed:
    """The offsets of a line's pieces from the left edge of its measure, and what each mark gave away."""

    offsets: tuple[float, ...]
    end: float


def place(line: list[Atom], start: float, stretch: float, shrink: float) -> Placed:
    """Lay the pieces of one line as settled; trailing spaces hang outside."""
    offsets, x = [], start
    for piece in line:
        cut = _squeeze(line, piece) * shrink
        offsets.append(x + piece.shift - (cut if piece.kind is Kind.OPENING else 0.0))
        x += piece.width - cut + piece.gap - (piece.gap - piece.least_gap) * shrink + stretch * piece.stretch
    return Placed(tuple(offsets), x)


def natural_width(line: list[Atom]) -> float:
    """Add up a line's pieces and the gaps between them."""
    return sum([piece.width + piece.gap for piece in line]) - line[-1].gap if line else 0.0


def _without_trailing_spaces(line: list[Atom]) -> list[Atom]:
    end = len(line)
    while end > 1 and line[end - 1].kind is Kind.SPACE:
        end -= 1
    return line[:end]


def settle(
    line: list[Atom], width: float, align: Align, *, is_last: bool, is_narrow: bool
) -> tuple[float, float, float]:
    """Turn what a line leaves of its measure into a start, a stretch for each gap and a share of the squeeze."""
    line = _without_trailing_spaces(line)
    slack = width - natural_width(line)
    if slack < -0.01:
        return 0.0, 0.0, _shrink(line, -slack)
    if align is Align.CENTRE:
        return slack / 2, 0.0, 0.0
    if align is Align.RIGHT:
        return slack, 0.0, 0.0
    if align is Align.LEFT or is_last or not line:
        return 0.0, 0.0, 0.0
    gaps = sum([piece.stretch for piece in line]) - line[-1].stretch
    if not gaps:
        return 0.0, 0.0, 0.0
    stretch = slack / gaps
    return 0.0, 0.0 if is_narrow and stretch > _RAGGED_FROM * line[0].style.size else stretch, 0.0


def _shrink(line: list[Atom], excess: float) -> float:
    """Take what is too much from the closing mark at the end first, then from all inner marks and gaps alike."""
    if line and line[-1].kind is Kind.CLOSING:
        excess -= min(excess, 0.5 * line[-1].style.size)
    give = sum(_squeeze(line, piece) + piece.gap - piece.least_gap for piece in line[:-1])
    return min(1.0, excess / give) if give else 0.0


def _squeeze(line: list[Atom], piece: Atom) -> float:
    """Say what a mark can give: an opening mark at the line's start keeps its em."""
    return 0.0 if piece is line[0] and piece.kind is Kind.OPENING else piece.squeeze
