"""The indicator table (表 量化指标): columns 11 · 54 · 12 · 24 · 17 · 20 · 18 (paper.md section 5)."""

from collections.abc import Iterator

from reports.content.parts import Amount, FigureGroup, FigureLine
from reports.paper.amounts import AmountSetter
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.sheet import Sheet
from reports.paper.styles import MM, SMALL, TABLE, TABLE_STRONG
from reports.paper.text import parted
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say, words

FORM = Form((11.0, 54.0, 12.0, 24.0, 17.0, 20.0, 18.0), pad_x=1.5, pad_y=1.2)
_ROW_HEIGHT, _QUIET_HEIGHT, _GROUP_HEIGHT = 12.2, 8.0, 6.8
_TARGET_AXES = (16.0, 15.0, 18.5)
_ACTUAL_AXES = (14.5, 11.5, 16.0)
_NAME_Y = 1.2
_INSET = 1.0
_HALF_DASH = 1.8
_LINE = TABLE.lead / MM


class FigureTable:
    """Makes the rows of the indicator table."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._maker = RowMaker(typesetter, FORM)

    def head(self) -> Row:
        """Give the head row."""
        return self._maker.head(words("indicators.heads"), TABLE_STRONG)

    def rows(self, groups: tuple[FigureGroup, ...]) -> Iterator[Row]:
        """Give the rows, section by section."""
        for group in groups:
            title = Text(group.title, TABLE_STRONG, span=7, is_middle=True)
            yield self._maker.row([title], RowKind.CLAUSE, _GROUP_HEIGHT)
            for line in group.lines:
                yield self._row(line)

    def _row(self, line: FigureLine) -> Row:
        width = Setting((FORM.columns[1] - 2 * FORM.pad_x) * MM)
        name = self._typesetter.text(line.name, TABLE, width)
        said = [text for text in (line.basis, line.overruled) if text]
        basis = tuple(piece for text in said for piece in self._typesetter.text(text, SMALL, width))
        name_height = len(name) * TABLE.lead / MM
        height = _NAME_Y + name_height + len(basis) * SMALL.lead / MM + 1.3

        def paint(sheet: Sheet, x: float, y: float, _: float, whole: float) -> None:
            top = y + _NAME_Y + max(0.0, whole - max(height, 0.0)) / 2
            sheet.put_all(name, TABLE, x + FORM.pad_x, top)
            sheet.put_all(basis, SMALL, x + FORM.pad_x, top + name_height)

        strong = TABLE_STRONG if line.is_strong else TABLE
        texts = [
            Text(str(line.number), TABLE, Align.CENTRE, is_middle=True),
            Text("", TABLE, paint=paint),
            self._narrow(parted(line.item), 2),
            self._amount(line.target, 3, _TARGET_AXES) if line.target else _quiet(say("indicators.no_target")),
            self._narrow(line.due, 4),
            self._amount(line.actual, 5, _ACTUAL_AXES),
            Text(line.judgement, strong, Align.CENTRE, is_middle=True),
        ]
        return self._maker.row(texts, RowKind.PLAIN, max(height, _ROW_HEIGHT if basis else _QUIET_HEIGHT))

    def _narrow(self, text: str, column: int) -> Text:
        """Take smaller type where a line does not fit its column."""
        room = FORM.columns[column] - 2 * FORM.pad_x
        fits = all(self._typesetter.width(line, TABLE) <= room * MM for line in text.split("\n"))
        return Text(text, TABLE if fits else SMALL, Align.CENTRE, is_middle=True)

    def _amount(self, amount: Amount | None, column: int, axes: tuple[float, float, float]) -> Text:
        """Put the figure on the column's axis; an amount too long for the column is set in lines."""
        room = FORM.columns[column] - 2 * _INSET
        amounts = AmountSetter(self._typesetter, TABLE, room)
        if amount is not None and amounts.overlong(amount):
            return Text(amount.text, SMALL, Align.CENTRE, is_middle=True)
        axis = axes[0] if amount and amount.unit == "%" else axes[1] if amount and amount.unit else axes[2]
        if amount is None:
            axis = FORM.columns[column] / 2 - _INSET + _HALF_DASH

        def paint(sheet: Sheet, x: float, y: float, _: float, height: float) -> None:
            amounts.put(sheet, amount, axis - _INSET * (amount is not None), (x + _INSET, y + (height - _LINE) / 2))

        return Text("", TABLE, paint=paint)


def _quiet(text: str) -> Text:
    return Text(text, SMALL, Align.CENTRE, is_middle=True)
