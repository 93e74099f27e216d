"""How far an actual value may be rounded before it is shown: never onto a target that it does not stand on."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from checklists.policy import Indicator

MOST_DECIMALS = 6
_OF_PERCENTAGES, _OF_OTHERS = 1, 2


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up, as GB/T 8170 has it for figures that are reported once."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def least_decimals(indicator: Indicator) -> int:
    """Say how many decimals are enough as a rule: one for percentages, two for everything else."""
    return _OF_PERCENTAGES if indicator.unit == "%" else _OF_OTHERS


def shown_value(indicator: Indicator, actual: Decimal) -> Decimal:
    """Round an actual value with as few decimals as still tell it from the targets it misses."""
    for decimals in range(least_decimals(indicator), MOST_DECIMALS):
        shown = rounded(actual, decimals)
        if shown == actual or shown not in (indicator.value, indicator.max):
            return shown
    return actual


def permille(share: Fraction) -> int:
    """Give a share in tenths of a percentage point, rounded half up."""
    return int(share * 1000 + Fraction(1, 2))
