"""Where the cities' columns stand: the same for heads, figures and items."""

from itertools import pairwise
from typing import NamedTuple

LEAST = 208
INDENT = 16


class Span(NamedTuple):
    """A column's left edge and width; its text stands INDENT from the left, half of that from the right."""

    left: int
    width: int

    @property
    def text_left(self) -> int:
        """Say where its text begins."""
        return self.left + INDENT

    @property
    def text_width(self) -> int:
        """Say how wide its text may be."""
        return self.width - INDENT - INDENT // 2


def least_width(count: int) -> int:
    """Say how wide so many columns must be at least."""
    return LEAST * count


def spans(width: int, count: int) -> list[Span]:
    """Part a width evenly."""
    edges = [width * place // count for place in range(count + 1)] if count else []
    return [Span(left, right - left) for left, right in pairwise(edges)]
