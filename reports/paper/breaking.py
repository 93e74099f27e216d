"""Where lines end: the breaks that are best for the whole paragraph, in linear time (paper.md section 3)."""

from bisect import bisect_right
from heapq import heappop, heappush
from itertools import accumulate
from math import ceil, inf
from operator import add, sub

from reports.paper.characters import Kind
from reports.paper.pieces import Pieces

WINDOW = 2_000
"""Pieces weighed together; a longer text is broken window by window."""
_NARROW = 20
"""Cells narrower than this many em are not spread, and prefer fewer lines."""
_SLACK = 3.0
"""A line that leaves more em than this (or an eighth of its width) empty is weighed only where none is fuller."""
_LONELY = 300.0
_TOLERANCE = 0.01
_OPENING, _CLOSING, _SPACE = Kind.OPENING, Kind.CLOSING, Kind.SPACE
_WORDS = (Kind.HAN, Kind.LATIN)

Span = tuple[int, int]


def is_narrow(width: float, em: float) -> bool:
    """Say whether a measure is too narrow to spread its lines."""
    return width < _NARROW * em


def break_lines(pieces: Pieces, first: float, others: float) -> list[Span]:
    """Choose the spans of pieces that make the lines; `first` and `others` are the widths in points."""
    count = len(pieces)
    if count < WINDOW and pieces.natural_width() <= first + _TOLERANCE:
        return [(0, count)]
    sums, spans = _Sums(pieces), list[Span]()
    start = 0
    while start < count:
        stop = min(start + WINDOW, count)
        found = _Weighing(pieces, sums, (start, stop), (others if spans else first, others)).spans()
        spans += found if stop == count or len(found) == 1 else found[:-1]
        start = spans[-1][1]
    return spans


class _Sums:
    """Running sums over the pieces, so that the width of any line is one subtraction."""

    __slots__ = ("inked", "lengths", "shrinks", "solid", "stretches")

    def __init__(self, pieces: Pieces) -> None:
        gaps = pieces.gaps
        self.lengths: list[float] = [0.0, *accumulate(map(add, pieces.widths, gaps))]
        self.shrinks: list[float] = [0.0, *accumulate(map(sub, map(add, pieces.squeezes, gaps), pieces.least_gaps))]
        self.stretches = [0, *accumulate(pieces.stretches)]
        self.inked = self._inked(pieces)
        self.solid = self._solid(pieces)

    def _inked(self, pieces: Pieces) -> list[float]:
        """Say for each place how far the ink before it reaches: no gap, no spaces that hang at a line's end."""
        inked = [0.0, *map(sub, self.lengths[1:], pieces.gaps)]
        if _SPACE in pieces.kinds:
            for place, kind in enumerate(pieces.kinds):
                if kind is _SPACE:
                    inked[place + 1] = inked[place]
        return inked

    def _solid(self, pieces: Pieces) -> list[float]:
        """Say what the pieces before each place measure without any space, as each may hang at a line's end."""
        if _SPACE not in pieces.kinds:
            return self.lengths
        steps = zip(pieces.kinds, pieces.widths, pieces.gaps, strict=True)
        return [0.0, *accumulate(0.0 if kind is _SPACE else width + gap for kind, width, gap in steps)]


class _Weighing:
    """The ways to break some of the pieces, and what each costs: its cheapest chain of lines."""

    def __init__(self, pieces: Pieces, sums: _Sums, window: Span, widths: tuple[float, float]) -> None:
        self._pieces, self._sums = pieces, sums
        self._first, self._stop = window
        self._widths = widths
        self._size = pieces.styles[self._first].size
        self._is_narrow = is_narrow(widths[1], pieces.styles[self._first].em)
        self._fixed = 60.0 if self._is_narrow else 1.0
        self._best: dict[int, tuple[float, int, int]] = {}
        self._most = inf
        self._known: dict[tuple[int, int], list[tuple[float, int]]] = {}

    def spans(self) -> list[Span]:
        """Find the cheapest chain of lines."""
        first, stop = self._first, self._stop
        if self._sums.inked[stop] - self._sums.lengths[first] <= self._widths[0] + _TOLERANCE:
            return [(first, stop)]
        self._most = self._ready_chain() + _TOLERANCE
        self._best[first] = (0.0, 0, first)
        waiting = [first]
        while waiting:
            self._try_lines_from(heappop(waiting), waiting)
        return self._traced()

    def _ready_chain(self) -> float:
        """Price the chain that takes the cheapest line each time: no chain that costs more need be followed."""
        start, line, total = self._first, 0, 0.0
        while start < self._stop:
            cost, start = min(self._priced(start, line))
            line, total = line + 1, total + cost
        return total

    def _try_lines_from(self, start: int, waiting: list[int]) -> None:
        """Keep each line from here to whose end no cheaper way leads, and from whose end a cheap one may go on."""
        before, line, _ = self._best[start]
        for price, end in self._priced(start, line):
            cost, known = before + price, self._best.get(end)
            if (known is None or cost < known[0]) and cost + self._least_after(end) <= self._most:
                self._best[end] = cost, line + 1, start
                if known is None and end < self._stop:
                    heappush(waiting, end)

    def _least_after(self, end: int) -> float:
        """Say what the lines after this one cost at least, given all that their marks and gaps can give."""
        sums, stop = self._sums, self._stop
        if end == stop:
            return 0.0
        inked = sums.solid[stop] - self._pieces.gaps[stop - 1]
        least = inked - sums.solid[end] - sums.shrinks[stop] + sums.shrinks[end]
        return self._fixed * ceil(least / (self._widths[1] + self._size)) if least > 0 else 0.0

    def _priced(self, start: int, line: int) -> list[tuple[float, int]]:
        """List what the lines from here cost, and where they end; most are asked for twice."""
        found = self._known.get((start, line))
        if found is None:
            found = [(self._fixed + self._cost(start, end, line), end) for end in self._ends(start, line)]
            self._known[start, line] = found
        return found

    def _ends(self, start: int, line: int) -> list[int]:
        """List where a line from here may end: full enough or, failing that, as full as can be."""
        breaks, inked = self._pieces.breaks, self._sums.inked
        width = self._widths[min(line, 1)]
        last = self._last_fitting(start, width)
        least = self._sums.lengths[start] + width - max(_SLACK * self._size, width / 8)
        ends = [last] if breaks[last - 1] or last == self._stop else []
        end = breaks.rfind(1, start, last - 1) + 1
        while end and (inked[end] >= least or not ends):
            ends.append(end)
            end = breaks.rfind(1, start, end - 1) + 1
        return ends or [last]

    def _last_fitting(self, start: int, width: float) -> int:
        """Find the longest line from `start` that fits with all that it can give."""
        stop, kinds, inked = self._stop, self._pieces.kinds, self._sums.inked
        limit = self._sums.lengths[start] + width + _TOLERANCE
        end = min(bisect_right(inked, limit, start + 1) - 1, stop)
        while end < stop and inked[end + 1] - limit <= self._give(start, end + 1):
            end += 1
        while end < stop and kinds[end] is _SPACE:
            end += 1
        return max(end, start + 1)

    def _give(self, start: int, end: int) -> float:
        pieces, shrinks = self._pieces, self._sums.shrinks
        inner = shrinks[end - 1] - shrinks[start]
        if end - start > 1 and pieces.kinds[start] is _OPENING:
            inner -= pieces.squeezes[start]
        return 0.999 * inner + (0.5 * pieces.styles[end - 1].size if pieces.kinds[end - 1] is _CLOSING else 0.0)

    def _cost(self, start: int, end: int, line: int) -> float:
        """Price what a line leaves empty, or must be squeezed, beyond what every line costs."""
        sums = self._sums
        slack = self._widths[min(line, 1)] - sums.inked[end] + sums.lengths[start]
        if end == self._stop:
            return self._last_line(start, end, slack, line)
        if slack < 0:
            return float(100 * (-slack / max(self._give(start, end), 0.1)) ** 3)
        if self._is_narrow:
            empty = slack / self._size
            return (12 * empty + 3 * empty**2) * (1 + 0.05 / (line + 1))
        gaps = sums.stretches[end - 1] - sums.stretches[start] or 1
        return float(100 * (slack / gaps / (0.10 * self._size)) ** 3)

    def _last_line(self, start: int, end: int, slack: float, line: int) -> float:
        lonely = _LONELY if line and self._is_lonely(start, end) else 0.0
        return lonely + (100 * -slack / max(self._give(start, end), 0.1) if slack < 0 else 0.0)

    def _is_lonely(self, start: int, end: int) -> bool:
        return sum(kind in _WORDS for kind in self._pieces.kinds[start : min(end, start + 8)]) < 2

    def _traced(self) -> list[Span]:
        spans, end = list[Span](), self._stop
        while end > self._first:
            start = self._best[end][2]
            spans.append((start, end))
            end = start
        return spans[::-1]
