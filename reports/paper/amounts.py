"""Amounts in columns: figures that end on one axis, the unit an eighth of an em behind (paper.md section 5)."""

from dataclasses import dataclass

from reports.content.parts import Amount
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import MM, Style
from reports.paper.typesetter import Line, Setting, Typesetter
from reports.wording import say

_UNIT_GAP = 0.125
_TOLERANCE = 0.3
_TIGHT_UNITS = ("%", ":", "")


@dataclass(frozen=True, slots=True)
class AmountSetter:
    """Sets the amounts of one column; lengths in millimetres from the slot's left edge."""

    typesetter: Typesetter
    style: Style
    width: float

    def overlong(self, amount: Amount | None) -> tuple[Line, ...]:
        """Set the unit of an amount too wide for the column on a line of its own; nothing for one that fits."""
        if amount is None or sum(self._widths(amount)) <= self.width + _TOLERANCE:
            return ()
        return self.typesetter.text(
            f"{amount.sign}{amount.figure}\n{amount.unit}", self.style, Setting(self.width * MM)
        )

    def put(
        self, sheet: Sheet, amount: Amount | None, axis: float, place: tuple[float, float], lacking: str = ""
    ) -> None:
        """Set an amount that fits: its figure ends on the axis, moved left as far as the unit needs."""
        x, y = place
        if amount is None:
            put_text(sheet, self.typesetter, lacking or say("label.dash"), self.style, (x, y, axis), 1.0)
            return
        figure, gap, unit = self._widths(amount)
        end = max(min(axis, self.width - unit - gap), figure)
        put_text(sheet, self.typesetter, amount.sign + amount.figure, self.style, (x, y, end), 1.0)
        put_text(sheet, self.typesetter, amount.unit, self.style, (x + end + gap, y, 0))

    def _widths(self, amount: Amount) -> tuple[float, float, float]:
        """Measure the figure with its sign, the gap behind it, and the unit."""
        gap = 0.0 if amount.unit[:1] in _TIGHT_UNITS else _UNIT_GAP * self.style.size / MM
        figure = self.typesetter.width(amount.sign + amount.figure, self.style) / MM
        return figure, gap, self.typesetter.width(amount.unit, self.style) / MM
