"""Units of measure: which of them measure the same thing, and exact conversion between them."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

_FINEST = Decimal("1e-12")
"""To where a value is kept that no decimal can hold whole, such as 100 亩 in square metres."""

_PERSONS, _MONEY, _AREA, _SHARE, _MONTHS, _DAYS = "person", "money", "area", "share", "month", "day"
_KNOWN: dict[str, tuple[str, Fraction]] = {
    "人": (_PERSONS, Fraction(1)),
    "名": (_PERSONS, Fraction(1)),
    "位": (_PERSONS, Fraction(1)),
    "人次": (_PERSONS, Fraction(1)),
    "元": (_MONEY, Fraction(1)),
    "平方米": (_AREA, Fraction(1)),
    "㎡": (_AREA, Fraction(1)),
    "m²": (_AREA, Fraction(1)),
    "m2": (_AREA, Fraction(1)),
    "亩": (_AREA, Fraction(2000, 3)),
    "公顷": (_AREA, Fraction(10_000)),
    "平方公里": (_AREA, Fraction(1_000_000)),
    "‰": (_SHARE, Fraction(1, 1000)),
    "%": (_SHARE, Fraction(1, 100)),
    "倍": (_SHARE, Fraction(1)),
    "比值": (_SHARE, Fraction(1)),
    "": (_SHARE, Fraction(1)),
    "个月": (_MONTHS, Fraction(1)),
    "月": (_MONTHS, Fraction(1)),
    "年": (_MONTHS, Fraction(12)),
    "天": (_DAYS, Fraction(1)),
    "日": (_DAYS, Fraction(1)),
    "周": (_DAYS, Fraction(7)),
}
_MULTIPLES = {"万": 10_000, "亿": 100_000_000, "千": 1000, "百万": 1_000_000}


def converted(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Give a value of one unit in another, None where the two do not measure the same thing.

    A month and a day do not convert, for months differ; 人 and 人次 do, as both are counted one by one.
    """
    (measured, factor), (wanted, divisor) = _measure(unit), _measure(to)
    return _decimal(Fraction(value) * factor / divisor) if measured == wanted else None


def is_same_measure(unit: str, other: str) -> bool:
    """Say whether two units measure the same thing."""
    return _measure(unit)[0] == _measure(other)[0]


def _measure(unit: str) -> tuple[str, Fraction]:
    """Say what a unit measures, and how much of the smallest one it is; a thing counted measures itself."""
    plain = "".join(unit.split()).removesuffix("/年")
    if plain in _KNOWN:
        return _KNOWN[plain]
    for multiple in sorted(_MULTIPLES, key=len, reverse=True):
        if plain.startswith(multiple) and len(plain) > len(multiple):
            measured, factor = _measure(plain[len(multiple) :])
            return measured, factor * _MULTIPLES[multiple]
    return plain, Fraction(1)


def _decimal(value: Fraction) -> Decimal:
    """Write a fraction as a decimal, whole where one can hold it."""
    with localcontext(prec=60):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        if Fraction(quotient) == value:
            return _plain(quotient)
        return _plain(quotient.quantize(_FINEST, ROUND_HALF_EVEN))


def _plain(value: Decimal) -> Decimal:
    """Drop zeros that say nothing, and any exponent: 1E+4 is 10000."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
