"""Numbers as people type them: 1,234 in narrow or wide digits, 46 人, 8 万, 153 亩 for square metres."""

import re
import unicodedata
from decimal import Decimal

from checklists.quantities import converted, is_same_measure

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?")
_MULTIPLES = ("千", "万", "百万", "亿")


class NotANumberError(ValueError):
    """What was typed is no number this program can keep."""


def number_of(text: str, unit: str = "") -> Decimal | None:
    """Read a number in a unit, another unit of the same measure converted; None for nothing. Raises NotANumberError."""
    plain, wanted = (unicodedata.normalize("NFKC", some).strip() for some in (text.replace("−", "-"), unit))
    if not plain:
        return None
    found = _NUMBER.match(plain)
    if found is None:
        raise NotANumberError(text)
    number, behind = Decimal(found[0].replace(",", "")), plain[found.end() :].strip()
    value = number if behind in ("", wanted) else _converted(number, behind, wanted)
    if value is None:
        raise NotANumberError(text)
    return value


def parted(text: str, unit: str) -> tuple[str, str]:
    """Part a number from another unit of the same measure behind it: 8 万 of 人次 is 8 and 万人次."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _NUMBER.match(plain)
    behind = plain[found.end() :].strip() if found else ""
    other = behind + unit if behind in _MULTIPLES else behind
    if found is None or not behind or not unit or not is_same_measure(other, unit):
        return text, unit
    return found[0], unit if other == unicodedata.normalize("NFKC", unit) else other


def _converted(number: Decimal, behind: str, wanted: str) -> Decimal | None:
    if not wanted:
        return None
    return converted(number, behind + wanted if behind in _MULTIPLES else behind, wanted)
