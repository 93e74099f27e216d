"""What stands before the text: the cover, and the contents with the page numbers that the paper has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from reports.content.parts import Cover
from reports.titles import in_lines
from reports.word.book import Book
from reports.word.elements import el, twips
from reports.word.pages import Numbering, Pages
from reports.word.paragraphs import FIELD_END, field, field_start, link, paragraph, run, text
from reports.word.styles import (
    CONTENTS,
    CONTENTS_NUMBER,
    CONTENTS_TITLE,
    COVER_LABEL,
    COVER_POLICY,
    COVER_SMALL,
    COVER_TITLE,
    COVER_VALUE,
    COVER_YEAR,
    TABLE,
    TABLE_SECTION,
)
from reports.word.tables import Cell, Form, Line, nothing_between, table
from reports.wording import say

_RULE = el("bottom", val="thickThinSmallGap", sz=12, space=12, color="000000")
_LETTERS_APART = 13.0
_TITLE_BELOW, _YEAR_BELOW, _FORM_BELOW, _POLICY_LINE = 38.6, 6.4, 64.8, 8.5
_CHARACTERS_A_LINE = 27
_CHARACTERS_A_VALUE, _CHARACTERS_OF_TWO_LINES = 16, 34
_SMALL_CHARACTER, _VALUE_WIDTH = 3.71, 91.0
_FORM = nothing_between(Form((30.0, 2.2, 93.8), pad_x=0, pad_y=0, left=15.0))
_VALUE_ROW, _MM_A_POINT = 12.5, 25.4 / 72
_ORDER = r'TOC \o "1-1" \t "{sections},2" \f \h \z'


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: 0 for parts and annexes, 1 for sections."""

    level: int
    title: str
    place: str


def add_cover(book: Book, cover: Cover) -> None:
    """Set the cover; a policy's name of several lines takes its room from the space above the form."""
    policy = in_lines(cover.policy, _CHARACTERS_A_LINE)
    book.add(
        paragraph(COVER_POLICY, run("\n".join(policy)), changed=el("pBdr", _RULE)),
        paragraph(COVER_TITLE, *_spread(cover.title), changed=_below(_TITLE_BELOW)),
        paragraph(COVER_YEAR, run(cover.year), changed=_below(_YEAR_BELOW)),
        paragraph(COVER_YEAR, changed=_below(_FORM_BELOW - (len(policy) - 1) * _POLICY_LINE - _more_height(cover))),
        table(_FORM, [_form_line(*one) for one in cover.form]),
    )
    book.end_section(Pages(numbering=Numbering.NONE, remarks=(cover.edition, cover.fingerprint)))


def add_contents(book: Book, entries: Sequence[Entry], pages: Mapping[str, int]) -> None:
    """Set the contents as a field that is filled; marked dirty it would make Word ask before it opens."""
    title = say("label.contents")
    book.add(text(CONTENTS_TITLE, "　　".join(title)))
    book.add(*_entries(book, entries, pages))
    book.end_section(Pages(numbering=Numbering.ROMAN))


def _entries(book: Book, entries: Sequence[Entry], pages: Mapping[str, int]) -> Iterator[str]:
    order = _ORDER.format(sections=TABLE_SECTION.name).replace('"', "&quot;")
    for number, entry in enumerate(entries):
        begin = field_start(order) if number == 0 else ""
        end = FIELD_END if number == len(entries) - 1 else ""
        name = book.places.name(entry.place)
        page = field(f"PAGEREF {name} \\h", str(pages.get(entry.place, "")), CONTENTS_NUMBER)
        leading = (run(entry.title), el("r", el("tab")), page)
        yield paragraph(CONTENTS[entry.level], begin, link(name, *leading), end)


def _spread(title: str) -> Iterator[str]:
    """Set letters apart, all but the last."""
    apart = el("rPr", el("rFonts", hint="eastAsia"), el("spacing", val=twips(_LETTERS_APART)))
    yield el("r", apart, el("t", title[:-1]))
    yield run(title[-1:])


def _below(millimetres: float) -> str:
    return el("spacing", before=twips(max(millimetres, 0)))


def _more_height(cover: Cover) -> float:
    """Say by how much the form is higher than usual, where a value takes more lines than its row has room for."""
    lines = (ceil(len(value) * _SMALL_CHARACTER / _VALUE_WIDTH) for _, value in cover.form)
    return sum(max(count * TABLE.lead * _MM_A_POINT - _VALUE_ROW, 0.0) for count in lines)


def _form_line(label: str, value: str) -> Line:
    under = el("tcBorders", el("bottom", val="single", sz=4, space=0, color="000000"))
    filled = Cell(_value(value), borders=under, is_middle=True)
    return Line((Cell(text(COVER_LABEL, label), is_middle=True), Cell(text(COVER_VALUE, "")), filled), _VALUE_ROW)


def _value(words: str) -> str:
    """Take smaller type for what is too long for a line."""
    style = COVER_VALUE if len(words) <= _CHARACTERS_A_VALUE else COVER_SMALL
    style = style if len(words) <= _CHARACTERS_OF_TWO_LINES else TABLE
    return paragraph(style, run(words), changed=el("ind", left=twips(2)))
