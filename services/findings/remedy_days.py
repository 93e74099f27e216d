"""How long each kind of remedy usually takes: pure rules over days."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from models.vocabulary import RemedyKind
from services.findings.rows import Remedy

AT_ONCE_DAYS = 60
_YEARS = {RemedyKind.BY_STAGES: 1, RemedyKind.LASTING: 5}


def suggested_deadline(kind: RemedyKind, found_on: date) -> date:
    """Give the last usual day: 60 days on for what is mended at once, else the same day one or five years on."""
    if kind is RemedyKind.AT_ONCE:
        return found_on + timedelta(days=min(AT_ONCE_DAYS, (date.max - found_on).days))
    return _years_on(found_on, _YEARS[kind])


def kind_for(found_on: date, deadline: date) -> RemedyKind:
    """Give the shortest kind whose usual time holds the deadline."""
    return next((kind for kind in RemedyKind if deadline <= suggested_deadline(kind, found_on)), RemedyKind.LASTING)


def is_unusual(remedy: Remedy) -> bool:
    """Say whether the deadline is later than its kind usually allows."""
    found_on, deadline = remedy.found_on, remedy.deadline
    return bool(found_on and deadline) and deadline > suggested_deadline(remedy.kind, found_on)  # type: ignore[operator, arg-type]


def with_kind(remedy: Remedy, kind: RemedyKind) -> Remedy:
    """Take another kind; a deadline that was the suggested one, or none, moves with it."""
    return _moved(remedy, replace(remedy, kind=kind))


def with_found_on(remedy: Remedy, found_on: date) -> Remedy:
    """Take another day; a deadline that was the suggested one, or none, moves with it."""
    return _moved(remedy, replace(remedy, found_on=found_on))


def _moved(before: Remedy, after: Remedy) -> Remedy:
    if before.deadline in (None, _suggested(before)):
        return replace(after, deadline=_suggested(after))
    return after


def _suggested(remedy: Remedy) -> date | None:
    return suggested_deadline(remedy.kind, remedy.found_on) if remedy.found_on else None


def _years_on(day: date, years: int) -> date:
    year = min(day.year + years, date.max.year)
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
