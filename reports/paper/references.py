"""Cross-references in running text: 要点7-2 and 整改台账序号1 lead to where these stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reports.paper.typesetter import Line

Spot = tuple[float, float, str]
"""Where a reference begins on its line, how wide it is, both in points, and the place it leads to."""

_LATIN_END, _LATIN_EMS = "\u2e7f", 0.55
_REFERENCES = (
    (re.compile(r"整改台账序号(\d{1,5})"), "finding:{}"),
    (re.compile(r"要点((?:[\u4e00-\u9fff]{1,4})?\d{1,3}(?:-\d{1,3})+)"), "item:{}"),
    (re.compile(r"佐证(\d{1,3}-\d{1,3})-\d{1,4}"), "evidence:{}"),
)


def spots_of(lines: Sequence[Line]) -> list[list[Spot]]:
    """Find the references of one paragraph's lines; one that is broken over two lines has a spot on both."""
    spots: list[list[Spot]] = [[] for _ in lines]
    begins = [0, *accumulate(len(line.text) for line in lines)]
    for start, end, place in _found("".join(line.text for line in lines)):
        number = bisect_right(begins, start) - 1
        while number < len(lines) and begins[number] < end:
            line, begun = lines[number], begins[number]
            first, last = max(start - begun, 0), min(end - begun, len(line.text))
            if first < last:
                spots[number].append((*_stretch(line, first, last), place))
            number += 1
    return spots


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, place in _REFERENCES:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), place.format(match[1])


def _stretch(line: Line, first: int, last: int) -> tuple[float, float]:
    """Find a part of a line by its share of the whole: near enough to click on, and much cheaper than to measure."""
    whole, before, upto = (_ems(line.text[:end]) for end in (None, first, last))
    unit = line.width / whole if whole else 0.0
    return before * unit, (upto - before) * unit


def _ems(text: str) -> float:
    return sum(1.0 if char > _LATIN_END else _LATIN_EMS for char in text)
