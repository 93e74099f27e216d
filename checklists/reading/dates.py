"""Days and years as documents print them."""

import re
from collections.abc import Iterator
from datetime import date

from checklists.reading.numerals import value_of

_PRINTED = re.compile(
    r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?|((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})"
)
_WORDS = re.compile(
    r"([二一][〇○零Oo0九][〇○零Oo0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_BARE = re.compile(r"((?:19|20)\d{2})(\d{1,4})")


def date_in(text: str) -> date | None:
    """Read the first day printed in a text; None where there is none, or no such day."""
    if (found := _PRINTED.search(text)) is not None:
        return _day(*(int(number) for number in found.groups() if number))
    if (found := _WORDS.search(text)) is not None:
        numbers = [value_of(re.sub("[○Oo0]", "〇", number)) for number in found.groups()]
        return _day(*(number or 0 for number in numbers))
    return None


def days_in(text: str) -> Iterator[tuple[date, str]]:
    """Go through the days printed in figures in a text, each with the words after it."""
    for found in _PRINTED.finditer(text):
        if (day := date_in(found[0])) is not None:
            yield day, text[found.end() :]


def bare_date(text: str) -> date | None:
    """Read 202391 as the one day it can be; None where it can be none or several."""
    found = _BARE.fullmatch(text.strip())
    if found is None:
        return None
    year, rest = found.groups()
    days = {
        _day(int(year), int(rest[:cut]), int(rest[cut:]))
        for cut in range(1, len(rest))
        if rest[cut] != "0" or cut < len(rest) - 1
    }
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
