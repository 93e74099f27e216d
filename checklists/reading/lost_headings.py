"""Headings of sections that lost their numbers, where the clauses between them still have theirs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checklists.reading.lines import Paragraph
from checklists.reading.marks import Mark, Style, label, mark_of
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.regions import is_title

_LONGEST = 30
_OUTER = (Style.PART, Style.CHAPTER, Style.DIVISION, Style.ARTICLE, Style.CHINESE)


def lost_headings(paragraphs: Sequence[Paragraph], problems: list[Problem]) -> dict[int, Mark]:
    """Give the lone lines that stand right above bracketed clauses their numbers, by their place.

    Only where nothing has a number of the outer levels, and where the first clause and another have such a line.
    """
    marks = [None if one.cells else mark_of(one.text) for one in paragraphs]
    if any(mark is not None and mark.style in _OUTER for mark in marks):
        return {}
    places = list(_places(paragraphs, marks))
    first = next((place for place, mark in enumerate(marks) if mark is not None), 0)
    if len(places) < 2 or places[0] != first - 1:
        return {}
    for value, place in enumerate(places, start=1):
        found = Problem(
            paragraphs[place].line, ProblemKind.LOST_NUMBER, paragraphs[place].text, label(Style.CHINESE, value)
        )
        problems.append(found)
    return {place: Mark(Style.CHINESE, value, 0) for value, place in enumerate(places, start=1)}


def _places(paragraphs: Sequence[Paragraph], marks: Sequence[Mark | None]) -> Iterator[int]:
    for place, (mark, below) in enumerate(pairwise(marks)):
        is_above = mark is None and below is not None and below.style is Style.CHINESE_BRACKETED
        if is_above and _is_a_heading(paragraphs[place]):
            yield place


def _is_a_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        not paragraph.cells
        and 4 <= len(text) <= _LONGEST
        and not set("。；：:;！？") & set(text)
        and not is_title(text)
    )
