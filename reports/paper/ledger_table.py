"""The ledger's table, 225 wide: columns 11 · 13 · 39.5 · 51.5 · 18.5 · 22 · 23 · 23.5 · 23 (paper.md section 5)."""

from collections.abc import Iterator

from reports.content.ledger import LedgerLine
from reports.paper.laying import some_or_none
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowMaker, Text
from reports.paper.styles import TABLE, TABLE_HEAD
from reports.paper.text import parted
from reports.paper.typesetter import Typesetter
from reports.wording import say, words

FORM = Form((11.0, 13.0, 39.5, 51.5, 18.5, 22.0, 23.0, 23.5, 23.0), pad_x=1.4, pad_y=1.5)


class LedgerTable:
    """Makes the rows of the ledger; `finding:N` is where its N-th finding stands."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._maker = RowMaker(typesetter, FORM)

    def head(self) -> Row:
        """Give the head row."""
        return self._maker.head(words("ledger_paper.heads"), TABLE_HEAD)

    def rows(self, lines: tuple[LedgerLine, ...]) -> Iterator[Row]:
        """Give one row a finding, one that says 无 where there is none."""
        return some_or_none(self._maker, map(self._row, lines))

    def _row(self, line: LedgerLine) -> Row:
        texts = [
            _centred(str(line.number)),
            Text(parted(line.item), TABLE, Align.CENTRE, link=f"item:{line.item}" if line.item else ""),
            Text(line.problem, TABLE, Align.JUSTIFIED),
            Text(line.measure or say("label.dash"), TABLE, Align.JUSTIFIED),
            _centred(line.kind),
            Text(line.who or say("label.dash"), TABLE),
            _centred(line.deadline),
            Text(line.progress, TABLE),
            _centred(line.closed_on),
        ]
        again = _centred(f"{line.number}\n{say('label.continued')}")
        return self._maker.row(texts, again=again, place=f"finding:{line.number}")


def _centred(text: str) -> Text:
    return Text(text, TABLE, Align.CENTRE)
