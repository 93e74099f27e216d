"""The time by which a figure must be reached, where its own sentence prints one."""

import re

_TIME = re.compile(
    r"(?P<before>(?:自|从)\s*)?(?<!\d)(?P<year>20\d\d)(?:\s*年)?(?P<plan>\s*(?:-+|至)\s*(?:20)?\d\d\s*年?)?"
    r"(?:\s*(?P<month>1[0-2]|0?[1-9])\s*月(?:\s*(?P<day>[12]\d|3[01]|0?[1-9])\s*日)?)?(?P<end>年?(?:底|末|年底))?(?P<from>\s*(?:起|以来|开始))?"
)
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def deadline_at(sentence: str, place: int) -> str:
    """Give the last time printed before a place of a sentence: 2025, 2022-12-31, 2024-06-30; "" where none is."""
    found = [time for time in _TIME.finditer(sentence, 0, place) if _is_a_deadline(time, sentence)]
    return _written(found[-1]) if found else ""


def _is_a_deadline(time: re.Match[str], sentence: str) -> bool:
    has_year = "年" in time[0] or sentence[time.end() : time.end() + 1] == "年"
    return has_year and not time["before"] and not time["plan"] and not time["from"] and not _is_a_base(time, sentence)


def _is_a_base(time: re.Match[str], sentence: str) -> bool:
    """Tell whether a year is what a change is measured from: 比2020年增长."""
    return (
        re.search(r"(比|较|与|同|于)$", sentence[: time.start()]) is not None and "到" not in sentence[time.start() - 1]
    )


def _written(time: re.Match[str]) -> str:
    year, month, day = time["year"], time["month"], time["day"]
    if month is None:
        return f"{year}-12-31" if time["end"] else year
    if day is not None:
        return f"{year}-{int(month):02}-{int(day):02}"
    leap = int(month) == 2 and int(year) % 4 == 0
    return f"{year}-{int(month):02}-{_LAST_DAYS[int(month) - 1] + leap}"
