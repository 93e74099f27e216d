"""Shares and multiples written in words: 三分之一, 一半, 九成, 翻一番."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checklists.reading.numerals import DIGITS, value_of

_FRACTION = re.compile(rf"(?P<whole>[{DIGITS}十]+)分之(?P<part>[{DIGITS}十]+)(?!点)")
_TENTHS = re.compile(rf"(?<![{DIGITS}十])(?P<low>[二三四五六七八九两])成(?![员立效果就本年人功为长熟分品型都绩])")
_HALF = re.compile(r"(?<![\d一二三四五六七八九十两])一半|半数|过半(?!数)")
_DOUBLED = re.compile(r"翻(?P<times>[一两二三])?番")
_TWICE = re.compile(r"(?:增加|增长|提高|扩大|提升)了?(?P<times>[一1]倍)")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share in per cent, or how many times the old number; and where it stands."""

    start: int
    end: int
    value: Decimal
    unit: str


def proportions_in(masked: str) -> Iterator[Proportion]:
    """Go through them; a share that does not come out even has two decimals."""
    for found in _FRACTION.finditer(masked):
        whole, part = value_of(found["whole"]), value_of(found["part"])
        if whole and part and part < whole and whole != 100:
            yield Proportion(found.start(), found.end(), _share(part, whole), "%")
    for found in _TENTHS.finditer(masked):
        yield Proportion(found.start(), found.end(), Decimal(10 * (value_of(found["low"]) or 0)), "%")
    for found in _HALF.finditer(masked):
        yield Proportion(found.start(), found.end(), Decimal(50), "%")
    for found in _TWICE.finditer(masked):
        yield Proportion(found.start("times"), found.end(), Decimal(2), "倍")
    for found in _DOUBLED.finditer(masked):
        times = value_of(found["times"] or "一") or 1
        yield Proportion(found.start(), found.end(), Decimal(2**times), "倍")


def _share(part: int, whole: int) -> Decimal:
    value = (Decimal(part) * 100 / whole).quantize(_CENT)
    return value.to_integral_value() if value == value.to_integral_value() else value
