"""An indicator as a row under its item in the clause table: name, target, actual value, deadline, judgement."""

from dataclasses import dataclass

from reports.content.parts import Amount, FigureLine
from reports.paper.amounts import AmountSetter
from reports.paper.placing import Align
from reports.paper.rows import Row, RowKind, RowMaker, Text
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import MM, SMALL, SMALL_STRONG
from reports.paper.typesetter import Line, Setting
from reports.wording import say

_HEIGHT, _STEP = 6.2, SMALL.lead / MM
_NAME_X, _NAME_WIDTH, _LONG_NAME_WIDTH = 1.4, 44.0, 120.0
_LABEL_WIDTH, _AMOUNT_WIDTH = 7.0, 19.6
_DUE_FROM_RIGHT, _DUE_WIDTH = 21.0, 20.0


@dataclass(frozen=True, slots=True)
class _Slot:
    """An amount with its label; `lines` are set instead where it is too long for its axis, `lacking` without one."""

    label: str
    amount: Amount | None
    lacking: str
    lines: tuple[Line, ...]
    x: float
    axis: float


class _FigurePainter:
    """Measures a row once and draws it; a name too long for its slot stands on lines of its own."""

    def __init__(self, maker: RowMaker, figure: FigureLine) -> None:
        self._typesetter = maker.typesetter
        self._amounts = AmountSetter(maker.typesetter, SMALL, _AMOUNT_WIDTH)
        self._name = self._lines(figure.name, _LONG_NAME_WIDTH)
        self._due = self._lines(figure.due, _DUE_WIDTH)
        self._overruled = self._lines(figure.overruled, _LONG_NAME_WIDTH) if figure.overruled else ()
        self._slots = (
            self._slot(figure.target_label, figure.target, say("indicators.no_target"), (47.0, 12.0)),
            self._slot(say("clauses.actual"), figure.actual, say("label.dash"), (74.0, 11.5)),
        )

    @property
    def height(self) -> float:
        """Give the height that all of it takes."""
        most = max(len(self._due), *(len(slot.lines) for slot in self._slots))
        return _HEIGHT + self._drop + (most - 1 + len(self._overruled)) * _STEP

    def __call__(self, sheet: Sheet, x: float, y: float, width: float, _: float) -> None:
        """Draw into the row's wide cell."""
        top = y + (_HEIGHT - _STEP) / 2
        sheet.put_all(self._name, SMALL, x + _NAME_X, top)
        top += self._drop
        for slot in self._slots:
            put_text(sheet, self._typesetter, slot.label, SMALL, (x + slot.x, top, 0))
            left = x + slot.x + _LABEL_WIDTH
            sheet.put_all(slot.lines, SMALL, left, top)
            if not slot.lines:
                self._amounts.put(sheet, slot.amount, slot.axis, (left, top), slot.lacking)
        sheet.put_all(self._due, SMALL, x + width - _DUE_FROM_RIGHT, top)
        foot = y + self.height - (_HEIGHT - _STEP) / 2 - len(self._overruled) * _STEP
        sheet.put_all(self._overruled, SMALL, x + _NAME_X, foot)

    @property
    def _drop(self) -> float:
        is_long = len(self._name) > 1 or self._name[0].width / MM > _NAME_WIDTH
        return len(self._name) * _STEP if is_long else 0.0

    def _slot(self, label: str, amount: Amount | None, lacking: str, place: tuple[float, float]) -> _Slot:
        return _Slot(label, amount, lacking, self._amounts.overlong(amount), *place)

    def _lines(self, text: str, width: float) -> tuple[Line, ...]:
        return self._typesetter.text(text, SMALL, Setting(width * MM))


def figure_row(maker: RowMaker, figure: FigureLine) -> Row:
    """Set an indicator as a row of the clause table."""
    painter = _FigurePainter(maker, figure)
    judgement = SMALL_STRONG if figure.is_strong else SMALL
    texts = [
        Text("", SMALL),
        Text("", SMALL, span=3, paint=painter),
        Text(figure.judgement, judgement, Align.CENTRE, is_middle=True),
    ]
    return maker.row(texts, RowKind.FIGURE, painter.height)
