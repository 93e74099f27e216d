"""Where titles and names too long for a line are broken: by sense where that can be told, into lines of like length."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from math import ceil, inf

from reports.wording import words

_ENDS_A_NAME = "省市区县州旗盟校院心厅局会部，、；：）》”"
_BEGINS_A_NAME = "（《“暨"
_NEVER_FIRST = "，、；：。！？）》”’〉」』】〕—…·％%"
_NEVER_LAST = "（《“‘〈「『【〔"
_LONGEST = 200
"""A text of more characters is no title, and is left to break where it fits."""
_TORN_WORD, _TORN_NAME, _ONE_MORE_LINE, _UNLIKE_LENGTHS = 9.0, 3.5, 3.0, 12.0


def in_lines(text: str, measure: float) -> tuple[str, ...]:
    """Part a text into as few lines of at most `measure` characters as sense allows; one that fits stays whole."""
    width = sum(map(_width, text))
    return (text,) if width <= measure else by_sense(text, measure, ceil(width / measure))


def by_sense(text: str, measure: float, count: int) -> tuple[str, ...]:
    """Part a text into `count` lines of at most `measure` characters, or one more where that tears no name."""
    if len(text) > _LONGEST:
        return (text,)
    found = [_parted(text, measure, lines) for lines in (count, count + 1)]
    costs = [cost + lines * _ONE_MORE_LINE for lines, (cost, _) in enumerate(found)]
    _, ends = found[costs.index(min(costs))]
    return tuple(text[start:end] for start, end in pairwise((0, *ends)))


def _parted(text: str, measure: float, lines: int) -> tuple[float, tuple[int, ...]]:
    """Give the cost of the cheapest parting into so many lines, and where they end."""
    widths = [0.0, *accumulate(map(_width, text))]
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


def _width(char: str) -> float:
    return 0.5 if char < "\u2000" else 1.0
