"""The clause table (表 分条款自评): columns 13 · 49 · 17 · 58 · 19 (paper.md section 5)."""

from collections.abc import Iterator

from models.vocabulary import Status
from reports.content.parts import Clause, ClauseSection, FigureLine, ItemLine
from reports.paper.amounts import AmountSetter
from reports.paper.marks import SMALL_RADIUS, draw_mark
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.sheet import AREA_WIDTH, Sheet, put_text
from reports.paper.styles import (
    MM,
    SMALL,
    SMALL_STRONG,
    SMALL_WIDE,
    TABLE,
    TABLE_HEAD,
    TABLE_SECTION,
    TABLE_STRONG,
)
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say, words
from resources import word

FORM = Form((13.0, 49.0, 17.0, 58.0, 19.0), pad_x=1.5, pad_y=1.3)
LEGEND_HEIGHT = 6.1
_SECTION_HEIGHT, _CLAUSE_HEIGHT, _ITEM_HEIGHT, _FIGURE_HEIGHT = 8.0, 7.5, 12.5, 6.2
_MARK_Y, _WORD_Y = 4.4, 6.6
_COUNT_SLOTS = {Status.MET: 39.0, Status.PARTLY_MET: 29.0, Status.NOT_MET: 19.0, Status.NOT_APPLICABLE: 9.0}
_OPEN_SLOT = 49.0
_NAME_X, _NAME_WIDTH = 1.4, 44.0
_TARGET_X, _ACTUAL_X, _DUE_X = 47.0, 74.0, 103.0
_LABEL_WIDTH, _AMOUNT_WIDTH = 7.0, 19.6
_TARGET_AXIS, _ACTUAL_AXIS = 12.0, 11.5
_LONG_NAME_WIDTH, _DUE_WIDTH = 120.0, 20.0


class ClauseTable:
    """Makes the rows of the clause table."""

    def __init__(self, typesetter: Typesetter, statuses: tuple[Status, ...]) -> None:
        self._typesetter = typesetter
        self._statuses = statuses
        self._maker = RowMaker(typesetter, FORM)

    def head(self) -> Row:
        """Give the head row."""
        return self._maker.head(words("clauses.heads"), TABLE_HEAD)

    def rows(self, section: ClauseSection, place: str) -> Iterator[Row]:
        """Give the rows of a section; `place` names its first row."""
        title = Text(section.title, TABLE_SECTION, span=5, is_middle=True)
        yield self._maker.row([title], RowKind.SECTION, _SECTION_HEIGHT, place=place)
        for clause in section.clauses:
            yield self._clause(clause)
            if clause.note:
                yield self._note(clause.note)
            for item in clause.items:
                yield self._item(item)
                for figure in item.figures:
                    yield self._figure(figure)

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

        key = Text(item.key, TABLE, Align.CENTRE)
        texts = [
            key,
            Text(item.text, TABLE, Align.JUSTIFIED),
            Text("", SMALL, paint=paint),
            Text(item.done, TABLE, Align.JUSTIFIED),
            Text(item.evidence, SMALL_WIDE, link=f"evidence:{item.key}" if item.has_evidence else ""),
        ]
        again = Text(item.key + "\n" + say("label.continued"), TABLE, Align.CENTRE)
        return self._maker.row(texts, RowKind.PLAIN, _ITEM_HEIGHT, again, place=f"item:{item.key}")

    def _figure(self, figure: FigureLine) -> Row:
        """Set an indicator under its item; a name too long for its slot takes the first line alone."""
        name = self._typesetter.text(figure.name, SMALL, Setting(_LONG_NAME_WIDTH * MM))
        is_long = len(name) > 1 or name[0].width / MM > _NAME_WIDTH
        offset = len(name) * SMALL.lead / MM if is_long else 0.0
        due = self._typesetter.text(figure.due, SMALL, Setting(_DUE_WIDTH * MM))
        amounts = AmountSetter(self._typesetter, SMALL, _AMOUNT_WIDTH)
        target, actual = amounts.overlong(figure.target), amounts.overlong(figure.actual)
        height = _FIGURE_HEIGHT + offset + (max(len(due), len(target), len(actual)) - 1) * SMALL.lead / MM

        def paint(sheet: Sheet, x: float, y: float, _: float, __: float) -> None:
            top = y + (_FIGURE_HEIGHT - SMALL.lead / MM) / 2
            sheet.put_all(name, SMALL, x + _NAME_X, top)
            top += offset
            for label, amount, lines, start, axis in (
                ("clauses.target", figure.target, target, _TARGET_X, _TARGET_AXIS),
                ("clauses.actual", figure.actual, actual, _ACTUAL_X, _ACTUAL_AXIS),
            ):
                put_text(sheet, self._typesetter, say(label), SMALL, (x + start, top, 0))
                left = x + start + _LABEL_WIDTH
                sheet.put_all(lines, SMALL, left, top)
                if not lines:
                    amounts.put(sheet, amount, axis, (left, top))
            sheet.put_all(due, SMALL, x + _DUE_X, top)

        texts = [
            Text("", SMALL),
            Text("", SMALL, span=3, paint=paint),
            Text(figure.judgement, SMALL_STRONG if figure.is_strong else SMALL, Align.CENTRE, is_middle=True),
        ]
        return self._maker.row(texts, RowKind.FIGURE, height)
