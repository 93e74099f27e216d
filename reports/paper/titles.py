"""Titles and names of several lines, broken by sense where that can be told and into lines of like length."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from math import inf

from reports.paper.placing import Align
from reports.paper.styles import Style
from reports.paper.text import plain
from reports.paper.typesetter import Line, Setting, Typesetter
from reports.wording import words

_ENDS_A_NAME = "省市区县州旗盟校院心厅局会部，、；：）》”"
_BEGINS_A_NAME = "（《“暨"
_NEVER_FIRST = "，、；：。！？）》”’〉」』】〕—…·％%"
_NEVER_LAST = "（《“‘〈「『【〔"
_TORN_WORD, _TORN_NAME, _ONE_MORE_LINE, _UNLIKE_LENGTHS = 9.0, 3.5, 3.0, 12.0


def title_lines(typesetter: Typesetter, text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Set a title centred in so many points (GB/T 9704-2012, 7.3.1); one that fits a line stays on it."""
    setting = Setting(width, Align.CENTRE)
    lines = typesetter.text(text, style, setting)
    if len(lines) < 2 or "\n" in text:
        return lines
    parted = by_sense(" ".join(plain(text).split()), width / style.em, len(lines))
    better = typesetter.text("\n".join(parted), style, setting)
    return better if len(better) == len(parted) else lines


def by_sense(text: str, measure: float, count: int) -> tuple[str, ...]:
    """Part a text into `count` lines of at most `measure` characters, or one more where that tears no name."""
    found = [_parted(text, measure, lines) for lines in (count, count + 1)]
    costs = [cost + lines * _ONE_MORE_LINE for lines, (cost, _) in enumerate(found)]
    _, ends = found[costs.index(min(costs))]
    return tuple(text[start:end] for start, end in pairwise((0, *ends)))


def _parted(text: str, measure: float, lines: int) -> tuple[float, tuple[int, ...]]:
    """Give the cost of the cheapest parting into so many lines, and where they end."""
    widths = [0.0, *accumulate(0.5 if char < "\u2000" else 1.0 for char in text)]
    cuts, fair = list(_cuts(text)), widths[-1] / lines

    @cache
    def rest(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        ends = [len(text)] if left == 1 else [cut for cut in cuts if cut > start]
        ways = (tried(start, end, left) for end in ends if widths[end] - widths[start] <= measure)
        return min(ways, default=(inf, (len(text),)))

    def tried(start: int, end: int, left: int) -> tuple[float, tuple[int, ...]]:
        cost = _UNLIKE_LENGTHS * (1 - (widths[end] - widths[start]) / fair) ** 2
        if left == 1:
            return cost, (end,)
        after, ends = rest(end, left - 1)
        return cost + _torn(text, end) + after, (end, *ends)

    return rest(0, lines)


def _cuts(text: str) -> Iterator[int]:
    """Say where a line may end: not within figures and Latin words, and as marks demand."""
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        is_word = before < "\u2000" and after < "\u2000"
        if not is_word and after not in _NEVER_FIRST and before not in _NEVER_LAST:
            yield place


def _torn(text: str, place: int) -> float:
    if text[place - 1] in _ENDS_A_NAME or text[place] in _BEGINS_A_NAME:
        return 0.0
    return _TORN_WORD if any(_is_within(word, text, place) for word in words("titles.undivided")) else _TORN_NAME


def _is_within(word: str, text: str, place: int) -> bool:
    """Say whether the place lies inside an occurrence of the word."""
    near = text[max(place - len(word) + 1, 0) : place + len(word) - 1]
    return word in near
