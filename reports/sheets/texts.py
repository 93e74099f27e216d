"""What people typed, made fit for a cell: any text, shown as it was typed, never read as a formula or an escape."""

import re

from reports.turning import in_order

LIMIT = 32_767
"""The longest text of a cell, in UTF-16 units as Excel counts them."""

_CUT = "…（太长，后面略去 {count} 字）"
_ROOM = 40
"""Units left free for the words that say what was cut."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BREAKS = re.compile("\r\n?")
_TEMPTING = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def fit(text: str) -> str:
    """Give the text as a cell can hold it: control characters as their pictures, too long a text cut with a word."""
    shown = _UNWRITABLE.sub(_picture, _BREAKS.sub("\n", in_order(text)))
    return _ESCAPE.sub("_x005F_", _cut(shown))


def cut(text: str, units: int) -> str:
    """Give the beginning of a text, so many UTF-16 units, without half a character."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def is_tempting(text: str) -> bool:
    """Say whether a program could take the text for a formula when its cell is edited."""
    return in_order(text).startswith(_TEMPTING)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _cut(text: str) -> str:
    if _units(text) <= LIMIT:
        return text
    kept = cut(text, LIMIT - _ROOM)
    return kept + _CUT.format(count=len(text) - len(kept))


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
