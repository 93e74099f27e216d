"""The ledger's table, 225 wide: nine columns, of which three share their room by what is told (paper.md section 5)."""

from collections.abc import Iterator

from reports.columns import ledger_columns
from reports.content.ledger import LedgerLine
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowMaker, Text
from reports.paper.styles import TABLE, TABLE_HEAD
from reports.paper.table import Table
from reports.paper.text import parted
from reports.paper.typesetter import Typesetter
from reports.wording import say, words


def ledger_table(typesetter: Typesetter, lines: tuple[LedgerLine, ...]) -> Table:
    """Set one row a finding, `finding:N` being the place of the N-th; one row says 无 where there is none."""
    maker = RowMaker(typesetter, Form(ledger_columns(lines), pad_x=1.4, pad_y=1.5))
    head = maker.head(words("ledger_paper.heads"), TABLE_HEAD)
    return Table(head, _rows(maker, lines), maker.form.width)


def _rows(maker: RowMaker, lines: tuple[LedgerLine, ...]) -> Iterator[Row]:
    if not lines:
        nothing = Text(say("label.none"), TABLE, Align.CENTRE, span=len(maker.form.columns), is_middle=True)
        yield maker.row([nothing])
    for line in lines:
        yield _row(maker, line)


def _row(maker: RowMaker, line: LedgerLine) -> Row:
    item = Text(parted(line.item), TABLE, Align.CENTRE, link=f"item:{line.item}") if line.item else _dash()
    texts = [
        _centred(str(line.number)),
        item,
        Text(line.problem, TABLE, Align.JUSTIFIED),
        Text(line.measure, TABLE, Align.JUSTIFIED) if line.measure else _dash(),
        _centred(line.kind),
        Text(line.who or say("label.dash"), TABLE),
        _centred(line.deadline),
        Text(line.progress, TABLE),
        _centred(line.closed_on),
    ]
    again = _centred(f"{line.number}\n{say('label.continued')}")
    return maker.row(texts, again=again, place=f"finding:{line.number}")


def _dash() -> Text:
    return _centred(say("label.dash"))


def _centred(text: str) -> Text:
    return Text(text, TABLE, Align.CENTRE)
