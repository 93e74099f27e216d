"""Where lines end: the breaks that are best for the whole paragraph, in linear time (paper.md section 3)."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from reports.paper.atoms import Atom, Kind
from reports.paper.placing import natural_width

WINDOW = 2_000
"""Pieces weighed together; a longer text is broken window by window."""
_NARROW = 20
"""Cells narrower than this many em are not spread, and prefer fewer lines."""
_SLACK = 3.0
"""A line that leaves more em than this (or an eighth of its width) empty is weighed only where none is fuller."""
_LONELY = 300.0
_TOLERANCE = 0.01

Span = tuple[int, int]


def is_narrow(width: float, em: float) -> bool:
    """Say whether a measure is too narrow to spread its lines."""
    return width < _NARROW * em


def break_lines(pieces: list[Atom], first: float, others: float) -> list[Span]:
    """Choose the spans of pieces that make the lines; `first` and `others` are the widths in points."""
    if len(pieces) < WINDOW and natural_width(pieces) <= first + _TOLERANCE:
        return [(0, len(pieces))]
    spans: list[Span] = []
    start = 0
    while start < len(pieces):
        window = _Window(pieces[start : start + WINDOW], others if spans else first, others)
        found = window.spans()
        is_last = start + WINDOW >= len(pieces)
        kept = found if is_last or len(found) == 1 else found[:-1]
        spans += [(start + low, start + high) for low, high in kept]
        start = spans[-1][1]
    return spans


@dataclass(slots=True)
class _Best:
    """The cheapest way to start a line here: its cost, its number, and where the line before started."""

    cost: float
    line: int
    before: int


class _Window:
    """Pieces with running sums, so that the width of any line is one subtraction."""

    def __init__(self, pieces: list[Atom], first: float, others: float) -> None:
        self._pieces = pieces
        self._widths = (first, others)
        self._size = pieces[0].style.size
        self._is_narrow = is_narrow(others, pieces[0].style.em)
        self._lengths = [0.0, *accumulate(piece.width + piece.gap for piece in pieces)]
        self._inked = _inked(pieces, self._lengths)
        self._shrinks = [0.0, *accumulate(piece.squeeze + piece.gap - piece.least_gap for piece in pieces)]
        self._stretches = [0, *accumulate(piece.stretch for piece in pieces)]

    def spans(self) -> list[Span]:
        """Find the cheapest chain of lines."""
        count = len(self._pieces)
        if self._inked[count] <= self._widths[0] + _TOLERANCE:
            return [(0, count)]
        best: dict[int, _Best] = {0: _Best(0.0, 0, -1)}
        for start in range(count):
            if start in best:
                self._try_lines_from(start, best)
        return _traced(best, count)

    def _try_lines_from(self, start: int, best: dict[int, _Best]) -> None:
        origin = best[start]
        line = origin.line
        for end in self._ends(start, self._widths[min(line, 1)]):
            cost = origin.cost + self._cost(start, end, line)
            known = best.get(end)
            if known is None or cost < known.cost:
                best[end] = _Best(cost, line + 1, start)

    def _ends(self, start: int, width: float) -> list[int]:
        """List where a line from `start` may end: full enough or, failing that, as full as can be."""
        last = self._last_fitting(start, width)
        pieces, count = self._pieces, len(self._pieces)
        least = self._lengths[start] + width - max(_SLACK * self._size, width / 8)
        ends: list[int] = []
        for end in range(last, start, -1):
            if not pieces[end - 1].can_break and end != count:
                continue
            if ends and self._inked[end] < least:
                break
            ends.append(end)
        return ends or [max(last, start + 1)]

    def _last_fitting(self, start: int, width: float) -> int:
        """Find the longest line from `start` that fits with all that it can give."""
        end = min(bisect_right(self._lengths, self._lengths[start] + width), len(self._pieces))
        while end < len(self._pieces) and self._fits(start, end + 1, width):
            end += 1
        while end > start + 1 and not self._fits(start, end, width):
            end -= 1
        while end < len(self._pieces) and self._pieces[end].kind is Kind.SPACE:
            end += 1
        return max(end, start + 1)

    def _fits(self, start: int, end: int, width: float) -> bool:
        excess = self._inked[end] - self._lengths[start] - width - _TOLERANCE
        return excess <= 0 or excess <= self._give(start, end)

    def _give(self, start: int, end: int) -> float:
        last = self._pieces[end - 1]
        first = self._pieces[start]
        inner = self._shrinks[end - 1] - self._shrinks[start]
        if end - start > 1 and first.kind is Kind.OPENING:
            inner -= first.squeeze
        return 0.999 * inner + (0.5 * last.style.size if last.kind is Kind.CLOSING else 0.0)

    def _cost(self, start: int, end: int, line: int) -> float:
        slack = self._widths[min(line, 1)] - self._inked[end] + self._lengths[start]
        fixed = 60.0 if self._is_narrow else 1.0
        if end == len(self._pieces):
            return fixed + self._last_line(start, end, slack, line)
        if slack < 0:
            return float(fixed + 100 * (-slack / max(self._give(start, end), 0.1)) ** 3)
        if self._is_narrow:
            empty = slack / self._size
            return fixed + (12 * empty + 3 * empty**2) * (1 + 0.05 / (line + 1))
        gaps = self._stretches[end - 1] - self._stretches[start] or 1
        return float(fixed + 100 * (slack / gaps / (0.10 * self._size)) ** 3)

    def _last_line(self, start: int, end: int, slack: float, line: int) -> float:
        lonely = _LONELY if line and self._is_lonely(start, end) else 0.0
        return lonely + (100 * -slack / max(self._give(start, end), 0.1) if slack < 0 else 0.0)

    def _is_lonely(self, start: int, end: int) -> bool:
        words = sum(piece.kind in (Kind.HAN, Kind.LATIN) for piece in self._pieces[start : min(end, start + 8)])
        return words < 2


def _inked(pieces: list[Atom], lengths: list[float]) -> list[float]:
    """Say for each place how far the ink before it reaches: no gap, no spaces that hang at a line's end."""
    reach, found = 0.0, [0.0]
    for piece, length in zip(pieces, lengths[1:], strict=True):
        if piece.kind is not Kind.SPACE:
            reach = length - piece.gap
        found.append(reach)
    return found


def _traced(best: dict[int, _Best], end: int) -> list[Span]:
    spans = []
    while end:
        spans.append((best[end].before, end))
        end = best[end].before
    return spans[::-1]
