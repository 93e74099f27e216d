"""What a text printed page by page repeats on each: the page's number, and the line at its head or foot."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checklists.reading.folding import fold
from checklists.reading.lines import Line

_NUMBER = re.compile(
    r"-+\s*\d{1,4}\s*-+|第\s*\d{1,4}\s*页(?:\s*[,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}\s*页?"
)
_BARE = re.compile(r"\d{1,4}")
_FEWEST_PAGES = 3


def without_page_marks(lines: Sequence[Line]) -> list[Line]:
    """Leave them out; `page` tells where a file itself parts its pages."""
    numbers = {place for place, line in enumerate(lines) if _NUMBER.fullmatch(fold(line.text.strip()))}
    inked = [place for place, line in enumerate(lines) if line.text.strip() and place not in numbers]
    edges = [place for pair in _edges(lines, inked, numbers) for place in pair]
    bare = (
        {place for place in edges if _BARE.fullmatch(fold(lines[place].text.strip()))} if _has_pages(lines) else set()
    )
    often = Counter(lines[place].text.strip() for place in edges)
    heads = {place for place in edges if often[lines[place].text.strip()] * 2 >= max(len(edges) // 2, _FEWEST_PAGES)}
    return [line for place, line in enumerate(lines) if place not in numbers | bare | heads]


def _edges(lines: Sequence[Line], inked: Sequence[int], numbers: set[int]) -> Iterator[tuple[int, int]]:
    """Go through the last line of each page and the first of the next."""
    for last, first in pairwise(inked):
        if lines[last].page != lines[first].page or any(place in numbers for place in range(last + 1, first)):
            yield last, first


def _has_pages(lines: Sequence[Line]) -> bool:
    return any(line.page != lines[0].page for line in lines)
