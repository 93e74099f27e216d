"""Amounts in columns: figures that end on one axis, the unit an eighth of an em behind (paper.md section 5)."""

from dataclasses import dataclass

from reports.content.parts import Amount
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import MM, Style
from reports.paper.typesetter import Line, Setting, Typesetter
from reports.wording import say

_UNIT_GAP = 0.125
_TIGHT_UNITS = ("%", ":", "")


@dataclass(frozen=True, slots=True)
class AmountSetter:
    """Sets the amounts of one column; lengths in millimetres from the slot's left edge."""

    typesetter: Typesetter
    style: Style
    width: float

    def overlong(self, amount: Amount | None) -> tuple[Line, ...]:
        """Break an amount too wide for the column into lines; nothing for one that fits."""
        if amount is None or self.typesetter.width(amount.text, self.style) / MM <= self.width - 0.5:
            return ()
        return self.typesetter.text(amount.text, self.style, Setting(self.width * MM))

    def put(
        self, sheet: Sheet, amount: Amount | None, axis: float, place: tuple[float, float], lacking: str = ""
    ) -> None:
        """Set an amount that fits: its figure ends on the axis, moved left as far as the unit needs."""
        x, y = place
        if amount is None:
            put_text(sheet, self.typesetter, lacking or say("label.dash"), self.style, (x, y, axis), 1.0)
            return
        gap = 0.0 if amount.unit[:1] in _TIGHT_UNITS else _UNIT_GAP * self.style.size / MM
        unit = self.typesetter.width(amount.unit, self.style) / MM
        end = min(axis, self.width - unit - gap)
        put_text(sheet, self.typesetter, amount.sign + amount.figure, self.style, (x, y, end), 1.0)
        put_text(sheet, self.typesetter, amount.unit, self.style, (x + end + gap, y, 0))
