"""Where each column of the ledger's table stands, by how much room there is."""

from dataclasses import dataclass
from enum import IntEnum, auto

from PySide6.QtCore import QRectF

EDGE, GAP = 24, 16
_NUMBER, _PEOPLE, _AXIS, _DEADLINE, _STATE, _EVIDENCE = 40, 112, 190, 88, 64, 44
_TIGHT_PEOPLE, _TIGHT_AXIS = 96, 152


class Column(IntEnum):
    """A column of the table."""

    NUMBER = auto()
    PROBLEM = auto()
    PEOPLE = auto()
    AXIS = auto()
    DEADLINE = auto()
    STATE = auto()
    EVIDENCE = auto()


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns there are: the timeline goes first where room is short, evidence moves into the second line."""

    has_axis: bool = True
    has_evidence: bool = True

    def places(self, rect: QRectF) -> dict[Column, QRectF]:
        """Give the place of every column in a row's rectangle."""
        wide = self._widths()
        taken = sum(wide.values()) + GAP * len(wide) + 2 * EDGE
        wide[Column.PROBLEM] = max(rect.width() - taken, 80)
        places, left = {}, rect.left() + EDGE
        for column in sorted(wide):
            places[column] = QRectF(left, rect.top(), wide[column], rect.height())
            left += wide[column] + GAP
        return places

    def _widths(self) -> dict[Column, float]:
        people, axis = (_PEOPLE, _AXIS) if self.has_evidence else (_TIGHT_PEOPLE, _TIGHT_AXIS)
        wide: dict[Column, float] = {Column.NUMBER: _NUMBER, Column.PEOPLE: people}
        wide |= {Column.DEADLINE: _DEADLINE, Column.STATE: _STATE}
        if self.has_axis:
            wide[Column.AXIS] = axis
        if self.has_evidence:
            wide[Column.EVIDENCE] = _EVIDENCE
        return wide
