"""The clause table (表 分条款自评): columns 13 · 49 · 17 · 58 · 19 (paper.md section 5)."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from models.vocabulary import Status
from reports.content.parts import Clause, ClauseSection, ItemLine
from reports.paper.figure_row import figure_row
from reports.paper.marks import SMALL_RADIUS, draw_mark
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.sheet import AREA_WIDTH, Sheet, put_text
from reports.paper.styles import (
    MM,
    SMALL,
    SMALL_WIDE,
    TABLE,
    TABLE_HEAD,
    TABLE_SECTION,
    TABLE_STRONG,
)
from reports.paper.text import parted
from reports.paper.typesetter import Typesetter
from reports.wording import say, words
from resources import word

FORM = Form((13.0, 49.0, 17.0, 58.0, 19.0), pad_x=1.5, pad_y=1.3)
LEGEND_HEIGHT = 6.1
_SECTION_HEIGHT, _CLAUSE_HEIGHT, _ITEM_HEIGHT = 8.0, 7.5, 12.5
_MARK_Y, _WORD_Y = 4.4, 6.6
_COUNT_SLOTS = {Status.MET: 39.0, Status.PARTLY_MET: 29.0, Status.NOT_MET: 19.0, Status.NOT_APPLICABLE: 9.0}
_OPEN_SLOT = 49.0
_MOST_EXTRA, _SLACK = 3.5, 0.1


class SectionTitle(NamedTuple):
    """The title of a section, and the name of the place where it stands."""

    title: str
    place: str


Entry = SectionTitle | Clause | ItemLine
"""What a row is made of, with what hangs on it."""


class ClauseTable:
    """Makes the rows of the clause table."""

    def __init__(self, typesetter: Typesetter, form: Form, statuses: tuple[Status, ...] = ()) -> None:
        self._typesetter = typesetter
        self._statuses = statuses
        self._maker = RowMaker(typesetter, form)

    def head(self) -> Row:
        """Give the head row."""
        return self._maker.head(words("clauses.heads"), TABLE_HEAD)

    def rows(self, entries: Iterable[Entry]) -> Iterator[Row]:
        """Give the rows of entries: an indicator has a row of its own under its item."""
        for entry in entries:
            match entry:
                case SectionTitle(title, place):
                    text = Text(title, TABLE_SECTION, span=5, is_middle=True)
                    yield self._maker.row([text], RowKind.SECTION, _SECTION_HEIGHT, place=place)
                case Clause():
                    yield self._clause(entry)
                    if entry.note:
                        yield self._note(entry.note)
                case ItemLine():
                    yield self._item(entry)
                    yield from (figure_row(self._maker, figure) for figure in entry.figures)

    def legend(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw what the marks mean, under each page of the table."""
        top, across = y + 1.6, x
        for status in self._statuses:
            draw_mark(sheet, status, across + 1.6, top + 2.2, SMALL_RADIUS)
            across += 4.2 + 3.6 + put_text(sheet, self._typesetter, word(status), SMALL, (across + 4.2, top, 0))
        note = say("clauses.note" if Status.UNANSWERED not in self._statuses else "clauses.short_note")
        put_text(sheet, self._typesetter, note, SMALL, (x, top, AREA_WIDTH), 1.0)

    def _clause(self, clause: Clause) -> Row:
        def paint(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
            for status, count in clause.counts:
                if count:
                    slot = x + width - _COUNT_SLOTS.get(status, _OPEN_SLOT)
                    draw_mark(sheet, status, slot, y + height / 2, SMALL_RADIUS)
                    place = (slot + 2.4, y + (height - SMALL.lead / MM) / 2, 0)
                    put_text(sheet, self._typesetter, str(count), SMALL, place)

        number = Text(clause.number, TABLE_STRONG, Align.CENTRE, is_middle=True)
        heading = Text(clause.heading, TABLE_STRONG, span=2, is_middle=True, has_rule=False)
        counts = Text("", TABLE_STRONG, span=2, has_rule=False, paint=paint)
        return self._maker.row([number, heading, counts], RowKind.CLAUSE, _CLAUSE_HEIGHT)

    def _note(self, text: str) -> Row:
        return self._maker.row([Text("", TABLE), Text(text, TABLE, span=4, is_middle=True)], RowKind.PLAIN)

    def _item(self, item: ItemLine) -> Row:
        def paint(sheet: Sheet, x: float, y: float, width: float, _: float) -> None:
            draw_mark(sheet, item.status, x + width / 2, y + _MARK_Y)
            put_text(sheet, self._typesetter, item.status_word, SMALL, (x, y + _WORD_Y, width), 0.5)

        key = Text(parted(item.key), TABLE, Align.CENTRE)
        texts = [
            key,
            Text(item.text, TABLE, Align.JUSTIFIED),
            Text("", SMALL, paint=paint),
            Text(item.done, TABLE, Align.JUSTIFIED),
            Text(self._numbers(item.evidence), SMALL_WIDE, link=f"evidence:{item.key}" if item.has_evidence else ""),
        ]
        again = Text(parted(item.key) + "\n" + say("label.continued"), TABLE, Align.CENTRE)
        return self._maker.row(texts, RowKind.PLAIN, _ITEM_HEIGHT, again, place=f"item:{item.key}")

    def _numbers(self, evidence: str) -> str:
        """Part before its figures what is too wide for a line all the same."""
        room = self._maker.form.columns[-1] - 2 * self._maker.form.pad_x
        lines = evidence.split("\n")
        return "\n".join(line if _width(self._typesetter, line) <= room else parted(line) for line in lines)


def entries_of(sections: Iterable[ClauseSection]) -> Iterator[Entry]:
    """Lay sections out flat, so that any of it can be set by itself: titles, clauses without their items, items."""
    for number, section in enumerate(sections):
        yield SectionTitle(section.title, f"section:{number}")
        for clause in section.clauses:
            yield replace(clause, items=())
            yield from clause.items


def set_ahead(form: Form, typesetter: Typesetter, entries: Iterable[Entry]) -> None:
    """Set the texts of entries, whoever makes rows of them later."""
    deque(ClauseTable(typesetter, form).rows(entries), maxlen=0)


def form_for(typesetter: Typesetter, sections: Iterable[ClauseSection]) -> Form:
    """Give the last column the room that numbers such as 目标1-10-01 take, from that of what was done."""
    items = (item for section in sections for clause in section.clauses for item in clause.items)
    needed = max((_width(typesetter, line) for item in items for line in item.evidence.split("\n")), default=0.0)
    *others, done, evidence = FORM.columns
    extra = min(max(ceil(2 * (needed + 2 * FORM.pad_x + _SLACK - evidence)) / 2, 0.0), _MOST_EXTRA)
    return replace(FORM, columns=(*others, done - extra, evidence + extra))


def _width(typesetter: Typesetter, text: str) -> float:
    return typesetter.width(text, SMALL_WIDE) / MM
