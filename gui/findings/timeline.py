"""Days laid on a line of four months: where today stands and how far a bar reaches."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS, _BACK = 4, 2


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line in shares of its length; an end that runs past it is open."""

    left: float
    right: float
    is_open_left: bool
    is_open_right: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The line: the two months before today's, today's, and the one after."""

    today: date

    @property
    def starts(self) -> tuple[date, ...]:
        """Give the first days of its months."""
        return tuple(_month_on(self.today, step) for step in range(-_BACK, _MONTHS - _BACK))

    def share(self, day: date) -> float:
        """Say where a day stands: 0 at the left end, 1 at the right; each month has the same room."""
        first = self.starts[0]
        months = (day.year - first.year) * 12 + day.month - first.month
        return (months + (day.day - 1) / monthrange(day.year, day.month)[1]) / _MONTHS

    def span(self, first: date, last: date) -> Span | None:
        """Give the stretch between two days, None where none of it can be seen."""
        left, right = self.share(first), self.share(last + timedelta(days=1) if last < date.max else last)
        if right <= 0 or left >= 1:
            return None
        return Span(max(left, 0), min(right, 1), left < 0, right > 1)


def _month_on(day: date, step: int) -> date:
    months = day.year * 12 + day.month - 1 + step
    return date(months // 12, months % 12 + 1, 1)
