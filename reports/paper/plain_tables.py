"""Tables of plain rows: base data, who answers for what, and the list of evidence (paper.md section 5)."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from reports.content.parts import DutyLine, EvidenceGroup, EvidenceLine, FactLine, RatioLine
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.styles import MM, SMALL, TABLE, TABLE_STRONG, Style
from reports.paper.text import parted
from reports.paper.typesetter import Typesetter
from reports.wording import say

FACTS = Form((55.0, 28.0, 24.0, 49.0), pad_x=1.5, pad_y=0.9, least_height=6.9)
DUTIES = Form((32.0, 16.0, 108.0), pad_x=1.5, pad_y=0.9, least_height=6.9)
EVIDENCE = Form((16.0, 63.8, 23.0, 21.6, 10.6, 21.0), pad_x=1.4, pad_y=0.9, least_height=6.9)
_GROUP_HEIGHT = 6.8
_WIDEST_NUMBER, _SLACK = 19.0, 0.1


def fact_rows(maker: RowMaker, facts: tuple[FactLine, ...]) -> Iterator[Row]:
    """Set the school's base data."""
    for fact in facts:
        yield maker.row([_left(fact.name), _right(fact.value), _centred(fact.as_of), _left(fact.source)])


def ratio_rows(maker: RowMaker, ratios: tuple[RatioLine, ...]) -> Iterator[Row]:
    """Set what is worked out from the base data under them, each with how."""
    if ratios:
        title = Text(say("basics.ratios"), TABLE_STRONG, span=len(FACTS.columns), is_middle=True)
        yield maker.row([title], RowKind.CLAUSE, _GROUP_HEIGHT)
    for ratio in ratios:
        formula = Text(ratio.formula, SMALL, span=2, is_middle=True)
        yield maker.row([_left(ratio.name), _right(ratio.value), formula])


def duty_rows(maker: RowMaker, duties: tuple[DutyLine, ...]) -> Iterator[Row]:
    """Set the departments with their items."""
    for duty in duties:
        yield maker.row([_left(duty.department), _centred(duty.count), _left(duty.keys)])


def evidence_maker(typesetter: Typesetter, groups: tuple[EvidenceGroup, ...]) -> RowMaker:
    """Give the first column the room that the numbers take, from that of the names: a number is not broken."""
    number, name, *others = EVIDENCE.columns
    style = _number_style(typesetter, groups)
    needed = max((_number_width(typesetter, line, style) for group in groups for line in group.lines), default=0.0)
    extra = max(ceil(2 * (min(needed, _WIDEST_NUMBER) + 2 * EVIDENCE.pad_x + _SLACK - number)) / 2, 0.0)
    return RowMaker(typesetter, replace(EVIDENCE, columns=(number + extra, name - extra, *others)))


def evidence_rows(maker: RowMaker, groups: tuple[EvidenceGroup, ...]) -> Iterator[Row]:
    """Set the evidence by clause; the first row of an item is where its links lead."""
    style = _number_style(maker.typesetter, groups)
    for group in groups:
        title = Text(group.title, TABLE_STRONG, span=len(EVIDENCE.columns) - 1, is_middle=True)
        count = Text(group.count, SMALL, Align.RIGHT, is_middle=True, has_rule=False)
        yield maker.row([title, count], RowKind.CLAUSE, _GROUP_HEIGHT)
        items: set[str] = set()
        for line in group.lines:
            place = "" if line.item in items else f"evidence:{line.item}"
            items.add(line.item)
            texts = [
                _number(maker, line, style),
                _left(line.name),
                _centred(line.formed_on),
                _left(line.department),
                _right(line.pages),
                _left(line.kept),
            ]
            yield maker.row(texts, place=place)


def _number_style(typesetter: Typesetter, groups: tuple[EvidenceGroup, ...]) -> Style:
    """Set all numbers in one size: the smaller one where one of them is too wide."""
    lines = (line for group in groups for line in group.lines)
    return TABLE if all(_number_width(typesetter, line, TABLE) <= _WIDEST_NUMBER for line in lines) else SMALL


def _number_width(typesetter: Typesetter, line: EvidenceLine, style: Style) -> float:
    return typesetter.width(line.number, style) / MM


def _number(maker: RowMaker, line: EvidenceLine, style: Style) -> Text:
    """Set a piece's number; one that is too wide all the same is parted before its figures."""
    fits = _number_width(maker.typesetter, line, style) <= maker.form.columns[0] - 2 * maker.form.pad_x
    return Text(line.number if fits else parted(line.number), style, is_middle=True, link=f"item:{line.item}")


def _left(text: str) -> Text:
    return Text(text, TABLE, is_middle=True)


def _centred(text: str) -> Text:
    return Text(text, TABLE, Align.CENTRE, is_middle=True)


def _right(text: str) -> Text:
    return Text(text, TABLE, Align.RIGHT, is_middle=True)
