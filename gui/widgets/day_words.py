"""Days and moments as people in the office say them."""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.deadlines import last_day

_tr = partial(QCoreApplication.translate, "days")
_UNKNOWN_YEAR = 1970
_YEAR_ONLY, _YEAR_AND_MONTH = len("2026"), len("2026-06")


def day_words(day: date, today: date) -> str:
    """Say a day: 11 月 18 日 within this year, 2024-12-06 otherwise."""
    if day.year != today.year:
        return day.isoformat()
    return _tr("{month} 月 {day} 日").format(month=day.month, day=day.day)


def moment_words(moment: datetime, now: datetime) -> str:
    """Say a moment with an offset, in the time of this desk: 今天 14:03, else its day; 时间不明 of no known year."""
    if moment.year <= _UNKNOWN_YEAR:
        return _tr("时间不明")
    here = moment.astimezone(now.tzinfo)
    if here.date() == now.date():
        return _tr("今天 {time}").format(time=f"{here:%H:%M}")
    return day_words(here.date(), now.date())


def deadline_words(deadline: str) -> str:
    """Say a deadline as printed: 2026 年底, 2026 年 6 月底, 2026 年 6 月 30 日, nothing where there is none."""
    end = last_day(deadline)
    if end is None:
        return ""
    if len(deadline) == _YEAR_ONLY:
        return _tr("{year} 年底").format(year=end.year)
    if len(deadline) == _YEAR_AND_MONTH:
        return _tr("{year} 年 {month} 月底").format(year=end.year, month=end.month)
    return _tr("{year} 年 {month} 月 {day} 日").format(year=end.year, month=end.month, day=end.day)
