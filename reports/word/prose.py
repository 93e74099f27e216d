"""Running text: headings, paragraphs, drafts that say so, and references that lead to what they name."""

import re
from collections.abc import Iterable, Iterator

from reports.content.parts import Paragraph, Passage
from reports.word.book import Book
from reports.word.elements import el, unbroken
from reports.word.paragraphs import link, paragraph, run, text
from reports.word.parting import is_stiff
from reports.word.styles import BODY, PART, SECTION
from reports.wording import say

NUMERALS = "一二三四五六七八九十"
_LEFT = el("jc", val="left")
_BAR = el("pBdr", el("left", val="single", sz=6, space=6, color="000000"))
_REFERENCES = (
    (re.compile(r"整改台账序号(\d{1,5})"), "finding:{}"),
    (re.compile(r"要点((?:[\u4e00-\u9fff]{1,4})?\d{1,3}(?:-\d{1,3})+)"), "item:{}"),
)


def passages(book: Book, told: Iterable[Passage], known: frozenset[str]) -> Iterator[str]:
    """Set passages, those with a title numbered as the second level."""
    number = 0
    for passage in told:
        if passage.title:
            yield text(SECTION, f"（{numeral(number)}）{passage.title}")
            number += 1
        yield from paragraphs(book, passage.paragraphs, known)


def paragraphs(book: Book, told: Iterable[Paragraph], known: frozenset[str]) -> Iterator[str]:
    """Set paragraphs; the first of several drafts carries the word, and all have the bar."""
    was_draft = False
    for one in told:
        said = run(say("report.draft"), PART) if one.is_draft and not was_draft else ""
        changed = (_BAR if one.is_draft else "") + (_LEFT if is_stiff(one.text) else "")
        yield paragraph(BODY, said, *referring(book, one.text, known), changed=changed)
        was_draft = one.is_draft


def numeral(number: int) -> str:
    """Say the number of a part or passage, counted from 0."""
    if number < len(NUMERALS):
        return NUMERALS[number]
    tens, ones = divmod(number + 1, len(NUMERALS))
    return ("" if tens == 1 else NUMERALS[tens - 1]) + NUMERALS[-1] + (NUMERALS[ones - 1] if ones else "")


def referring(book: Book, words: str, known: frozenset[str]) -> Iterator[str]:
    """Give text whose references lead to where these stand."""
    end = 0
    for start, stop, place in sorted(_found(words)):
        if start >= end and place in known:
            yield run(unbroken(words[end:start]))
            yield link(book.places.name(place), run(unbroken(words[start:stop])))
            end = stop
    yield run(unbroken(words[end:]))


def _found(words: str) -> Iterator[tuple[int, int, str]]:
    for pattern, place in _REFERENCES:
        for match in pattern.finditer(words):
            yield match.start(), match.end(), place.format(match[1])
