"""The two tables of the one page, each with as many rows as it is given room for."""

from dataclasses import dataclass

from reports.content.decisions import Decision
from reports.content.one_page import OnePage, Unmet
from reports.content.parts import Amount
from reports.paper.amounts import AmountSetter
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowMaker, Text
from reports.paper.sheet import Sheet
from reports.paper.styles import MM, SMALL, TABLE, TABLE_HEAD
from reports.paper.table import Table
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say, words

_UNMET = Form((66.0, 28.0, 28.0, 44.0), pad_x=1.5, pad_y=1.1, least_height=7.6)
_DECISIONS = Form((12.0, 104.0, 26.0, 24.0), pad_x=1.5, pad_y=1.1, least_height=7.6)
_AXIS, _INSET, _MOST_LINES = 17.0, 1.0, 2
_LINE = TABLE.lead / MM


@dataclass(frozen=True, slots=True)
class Cut:
    """A table as far as it is shown; without rows there is none, and `more` says how many are left out."""

    table: Table | None
    height: float
    more: str


def unmet_table(typesetter: Typesetter, page: OnePage, count: int) -> Cut:
    """Set the figures that are not reached."""
    maker = RowMaker(typesetter, _UNMET)
    rows = [_unmet_row(maker, one) for one in page.unmet[:count]]
    left_out = len(page.unmet) - count
    return _cut(maker, words("one_page.unmet_heads"), rows, say("one_page.more_unmet", count=left_out), left_out)


def decision_table(typesetter: Typesetter, page: OnePage, count: int) -> Cut:
    """Set what is to be decided."""
    maker = RowMaker(typesetter, _DECISIONS)
    rows = [_decision_row(maker, number, one) for number, one in enumerate(page.decisions[:count], start=1)]
    left_out = len(page.decisions) - count
    said = say("one_page.more_decisions", count=left_out)
    return _cut(maker, words("one_page.decision_heads"), rows, said, left_out)


def _cut(maker: RowMaker, heads: tuple[str, ...], rows: list[Row], more: str, left_out: int) -> Cut:
    if not rows:
        return Cut(None, _LINE, "")
    head = maker.head(heads, TABLE_HEAD)
    height = head.height + sum(row.height for row in rows)
    return Cut(Table(head, tuple(rows), maker.form.width, weight=0.75), height, more if left_out else "")


def _unmet_row(maker: RowMaker, one: Unmet) -> Row:
    texts = [
        Text(_shortened(maker, one.name, 0), TABLE, is_middle=True),
        _amount(maker, one.target, 1, say("indicators.no_target")),
        _amount(maker, one.actual, 2, say("label.dash")),
        Text(_shortened(maker, one.gap, 3), TABLE, is_middle=True),
    ]
    return maker.row(texts)


def _decision_row(maker: RowMaker, number: int, one: Decision) -> Row:
    texts = [
        Text(str(number), TABLE, Align.CENTRE, is_middle=True),
        Text(_shortened(maker, one.text, 1), TABLE, is_middle=True),
        Text(_shortened(maker, one.department, 2), TABLE, Align.CENTRE, is_middle=True),
        Text(one.due, TABLE, Align.CENTRE, is_middle=True),
    ]
    return maker.row(texts)


def _amount(maker: RowMaker, amount: Amount | None, column: int, lacking: str) -> Text:
    """Put a figure on its column's axis; one too long for it is set in smaller lines."""
    amounts = AmountSetter(maker.typesetter, TABLE, maker.form.columns[column] - 2 * _INSET)
    if amount is None:
        return Text(lacking, TABLE, Align.CENTRE, is_middle=True)
    if amounts.overlong(amount):
        return Text(_shortened(maker, amount.text, column), SMALL, Align.CENTRE, is_middle=True)

    def paint(sheet: Sheet, x: float, y: float, _: float, height: float) -> None:
        amounts.put(sheet, amount, _AXIS - _INSET, (x + _INSET, y + (height - _LINE) / 2))

    return Text("", TABLE, paint=paint)


def _shortened(maker: RowMaker, text: str, column: int) -> str:
    """Cut a text to two lines of its column."""
    form = maker.form
    setting = Setting((form.columns[column] - 2 * form.pad_x) * MM)
    flat = " ".join(text.split())[:400]
    while len(maker.typesetter.text(flat, TABLE, setting)) > _MOST_LINES:
        flat = flat.rstrip("…")[: -max(1, len(flat) // 12)] + "…"
    return flat
