"""The time by which a figure must be reached, where its own sentence prints one."""

import re

_TIME = re.compile(
    r"(?P<before>(?:自|从)\s*)?(?<!\d)(?P<year>20\d\d)(?:\s*年)?(?P<plan>\s*(?:-+|至)\s*(?:20)?\d\d\s*年?)?"
    r"(?:\s*(?P<month>1[0-2]|0?[1-9])\s*月(?:\s*(?P<day>[12]\d|3[01]|0?[1-9])\s*日)?)?(?P<end>年?(?:底|末|年底))?(?P<from>\s*(?:起|以来|开始))?"
)
_DONE = re.compile(r"(?:年)?(?:之)?前(?:全部|全面|基本)?(?:完成|建成|竣工|达标|投入|投用|实现|到位)")
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def deadline_at(sentence: str, place: int) -> str:
    """Give the last time printed before a place of a sentence, or the time after it by which all is done.

    As 2025, 2022-12-31 or 2024-06-30; "" where the sentence prints none.
    """
    times = [time for time in _TIME.finditer(sentence) if _is_a_deadline(time, sentence)]
    before = [time for time in times if time.start() < place]
    after = (time for time in times if time.start() >= place and _DONE.match(sentence, time.end()))
    found = _each_its_own(before, sentence, place) if before else next(after, None)
    return _written(found) if found else ""


def _each_its_own(times: list[re.Match[str]], sentence: str, place: int) -> re.Match[str]:
    """Give the time that 分别 pairs with the figure at a place, as in 2023年、2025年分别达到3所、5所; else the last."""
    start = sentence.find("分别", times[-1].end(), place)
    group = [times[-1]]
    for time in reversed(times[:-1]):
        if sentence[time.end() : group[0].start()].strip("年 ") not in ("、", "和"):
            break
        group.insert(0, time)
    index = len(re.findall("[、和]", sentence[start:place]))
    return group[index] if start >= 0 and len(group) > 1 and index < len(group) else times[-1]


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
