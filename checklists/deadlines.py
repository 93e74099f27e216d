"""Deadlines as a policy prints them: a year, a month or a day."""

import calendar
import re
from datetime import date

_PRINTED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def last_day(deadline: str) -> date | None:
    """Give the last day of a deadline such as 2025, 2025-06 or 2025-06-30; None where there is none.

    Raises ValueError for anything else.
    """
    if not deadline:
        return None
    printed = _PRINTED.fullmatch(deadline)
    if printed is None:
        raise ValueError(deadline)
    year, month, day = (int(part) if part else None for part in printed.groups())
    assert year is not None
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
