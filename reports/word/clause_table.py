"""The clause table (表 分条款自评): columns 13 · 49 · 17 · 58 · 19 (paper.md section 5)."""

from collections.abc import Iterator
from dataclasses import replace

from models.vocabulary import Status
from reports.content.parts import Clause, ClauseSection, FigureLine, ItemLine
from reports.word.book import Book
from reports.word.elements import el, twips
from reports.word.paragraphs import link, paragraph, run, text
from reports.word.styles import SMALL, SMALL_STRONG, TABLE, TABLE_SECTION, TABLE_STRONG, tab
from reports.word.tables import (
    CLAUSE_GREY,
    SECTION_GREY,
    Cell,
    Form,
    Line,
    cell,
    closing,
    grey,
    head,
    joined,
    row,
    table,
    together,
    top,
)
from reports.wording import say, words
from resources import word

FORM = Form((13.0, 49.0, 17.0, 58.0, 19.0), pad_x=1.5, pad_y=1.3)
_WITH_WORDS = replace(FORM, columns=(13.0, 49.0, 17.0, 55.5, 21.5))
"""Room for numbers such as 目标1-10-01, which stand on one line."""
MARKS = {
    Status.MET: "●",
    Status.PARTLY_MET: "◐",
    Status.NOT_MET: "○",
    Status.NOT_APPLICABLE: "—",
    Status.UNANSWERED: "◌",
}
_SECTION_HEIGHT, _CLAUSE_HEIGHT, _ITEM_HEIGHT, _FIGURE_HEIGHT = 8.0, 7.5, 12.5, 6.2
_TARGET_AT, _ACTUAL_AT, _DUE_AT, _ROOM = 47.0, 74.0, 101.0, 44.0
_HAN, _LATIN = 3.175, 1.6
"""About how wide a character of 9 points is."""


class ClauseTable:
    """Makes the table and remembers what can be linked to."""

    def __init__(self, book: Book, known: frozenset[str]) -> None:
        self._book = book
        self._known = known

    def table(self, sections: tuple[ClauseSection, ...]) -> str:
        """Give the whole table."""
        lines = [head(words("clauses.heads"))]
        for number, section in enumerate(sections):
            lines += self._section(section, f"section:{number}")
        return table(_form(sections), closing(lines, with_note=True))

    def _section(self, section: ClauseSection, place: str) -> Iterator[Line]:
        title = paragraph(TABLE_SECTION, self._book.places.mark(place, run(section.title)))
        yield grey(Line((Cell(title, 5, is_middle=True),), _SECTION_HEIGHT), SECTION_GREY)
        for clause in section.clauses:
            yield self._clause(clause)
            if clause.note:
                yield row(cell(""), cell(clause.note, span=4))
            for item in clause.items:
                yield from together([self._item(item), *map(_figure, item.figures)])

    def _clause(self, clause: Clause) -> Line:
        counted = "  ".join(f"{word(status)}{count}" for status, count in clause.counts if count)
        stays = el("keepNext")
        heading = Cell(paragraph(TABLE_STRONG, run(clause.heading), changed=stays), 2, is_middle=True)
        counts = Cell(paragraph(SMALL, run(counted), changed=stays + el("jc", val="right")), 2, is_middle=True)
        number = Cell(paragraph(TABLE_STRONG, run(clause.number), changed=stays + _CENTRE), is_middle=True)
        return grey(joined(row(number, heading, counts, height=_CLAUSE_HEIGHT)), CLAUSE_GREY)

    def _item(self, item: ItemLine) -> Line:
        places = self._book.places
        key = Cell(paragraph(TABLE, places.mark(f"item:{item.key}", run(item.key)), changed=_CENTRE))
        state = text(TABLE, MARKS[item.status], align="center") + text(SMALL, item.status_word, align="center")
        said = top(cell(item.text, TABLE, "both"))
        done = top(cell(item.done, TABLE, "both"))
        return row(key, said, Cell(state), done, self._evidence(item), height=_ITEM_HEIGHT)

    def _evidence(self, item: ItemLine) -> Cell:
        place, numbers = f"evidence:{item.key}", run(item.evidence)
        is_there = item.has_evidence and place in self._known
        content = paragraph(SMALL, link(self._book.places.name(place), numbers) if is_there else numbers)
        return Cell(content, length=len(item.evidence))


def _form(sections: tuple[ClauseSection, ...]) -> Form:
    items = (item for section in sections for clause in section.clauses for item in clause.items)
    has_words = any(item.has_evidence and not item.key[:1].isdigit() for item in items)
    return _WITH_WORDS if has_words else FORM


_CENTRE = el("jc", val="center")
_STOPS = el("tabs", *(tab("left", twips(at)) for at in (_TARGET_AT, _ACTUAL_AT, _DUE_AT)))


def _figure(figure: FigureLine) -> Line:
    """Set an indicator under its item; a long name stands on a line of its own."""
    target = figure.target.text if figure.target else say("indicators.no_target")
    actual = figure.actual.text if figure.actual else say("label.dash")
    amounts = f"\t{figure.target_label} {target}\t{say('clauses.actual')} {actual}\t{figure.due}"
    told = figure.name + ("\n" if _width(figure.name) > _ROOM else "") + amounts
    content = paragraph(SMALL, run(told), changed=_STOPS) + (text(SMALL, figure.overruled) if figure.overruled else "")
    judgement = cell(figure.judgement, SMALL_STRONG if figure.is_strong else SMALL, "center")
    told_cell = Cell(content, 3, len(figure.name) + len(figure.overruled), is_middle=True)
    return row(cell("", SMALL), told_cell, judgement, height=_FIGURE_HEIGHT)


def _width(words: str) -> float:
    return sum(_LATIN if char < "\u2000" else _HAN for char in words)
