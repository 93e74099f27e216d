"""Base data in words: what is odd about them, and ratios with their formula."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import number_words, with_unit
from services.base_data import Amount, Derived, Oddity, Oddness

_tr = partial(QCoreApplication.translate, "BaseData")


def oddity_words(oddity: Oddity) -> str:
    """Say what to look at again."""
    wording = {
        Oddness.NO_NUMBER: _tr("{name}这里要填数字，例如 100"),
        Oddness.OTHER_UNIT: _tr("{name}的单位对不上，通常用{other}"),
        Oddness.NEGATIVE: _tr("{name}是负数"),
        Oddness.NOT_WHOLE: _tr("{name}不是整数"),
        Oddness.EXCEEDS: _tr("{name}超过了{other}"),
    }[oddity.kind]
    return wording.format(name=oddity.name, other=oddity.other)


def ratio_words(derived: Derived) -> str:
    """Say what a ratio comes to: 59.6%, 1:13.7, 无法判定：缺“专业课教师数”."""
    if derived.value is None:
        return doubt_words(derived)
    number = number_words(derived.value, _digits(derived.value))
    unit = derived.ratio.unit
    return f"{unit}{number}" if unit.endswith(":") else with_unit(number, unit)


def doubt_words(derived: Derived) -> str:
    """Say why a ratio cannot be worked out, "" when it can."""
    if derived.missing:
        return _tr("无法判定：缺{names}").format(names="、".join(map(_quoted, derived.missing)))
    if derived.value is None:
        return _tr("{name}是 0，算不出").format(name=_quoted(derived.ratio.whole))
    return ""


def formula_words(derived: Derived) -> str:
    """Say from which figures a ratio was worked out: “双师型”教师数 62 ÷ 专业课教师数 104."""
    counts = [(derived.ratio.part, derived.part), (derived.ratio.whole, derived.whole)]
    told = " ÷ ".join(f"{name} {_amount(amount)}" for name, amount in counts)
    per = derived.ratio.per
    return told if per == 1 else f"{told} × {number_words(per)}"


def _amount(amount: Amount | None) -> str:
    return "？" if amount is None else with_unit(number_words(amount.value, 2), amount.unit)


def _digits(value: Decimal) -> int:
    return 1 if abs(value) >= 1 else 2


def _quoted(name: str) -> str:
    return name if "“" in name else f"“{name}”"
