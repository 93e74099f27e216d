"""How evidence is numbered: a pattern of tokens, a series, the next of its sequence."""

import re

from checklists.key_labels import label_of
from services.evidence.errors import NumberPatternError

DEFAULT = "{条款}-{要点}-{序号}"
MEASURE, POINT, SEQUENCE, YEAR = "{条款}", "{要点}", "{序号}", "{年度}"
TOKENS = (MEASURE, POINT, SEQUENCE, YEAR)
LONGEST = 40

_TOKEN = re.compile(r"\{[^{}]*\}")
_END = re.compile(r"\d+(?=\D*$)")
_UNFIT = re.compile(r'[<>:"/\\|?*{}\x00-\x1f]')
"""What may not stand in the name of a file that is exported under its number."""


def checked_pattern(pattern: str) -> str:
    """Give a pattern back trimmed; raises NumberPatternError where it could not number every piece apart."""
    pattern = pattern.strip()
    tokens = _TOKEN.findall(pattern)
    is_known = set(tokens) <= set(TOKENS) and tokens.count(SEQUENCE) == 1
    if not is_known or len(pattern) > LONGEST or _UNFIT.search(_TOKEN.sub("", pattern)):
        raise NumberPatternError(pattern)
    return pattern


def series_of(pattern: str, item: str, year: int) -> str:
    """Fill a pattern in for an item, all but the sequence."""
    measure, _, point = label_of(item).rpartition("-")
    return pattern.replace(MEASURE, measure or point).replace(POINT, point).replace(YEAR, str(year))


def number_in(series: str, sequence: int) -> str:
    """Write the number that has this place in a series, such as 11-2-01."""
    return series.replace(SEQUENCE, f"{sequence:02d}")


def series_end(number: str) -> tuple[str, int]:
    """Take a number apart into its series and its place there, as far as its last figures tell."""
    found = _END.search(number)
    if found is None:
        return number, 0
    return number[: found.start()] + SEQUENCE + number[found.end() :], int(found[0])
