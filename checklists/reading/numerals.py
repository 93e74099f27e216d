"""Numbers written in Chinese."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10_000, "亿": 100_000_000}

_PLAIN = "零一二三四五六七八九"

DIGITS = "".join(_DIGITS)
NUMERAL = f"[{DIGITS}十百千]"


def value_of(word: str) -> int | None:
    """Give the value of 二十一, 两百, 三万 or 二〇二一; None for what is no number."""
    if word.isdecimal():
        return int(word)
    if word and all(letter in _DIGITS for letter in word):
        return int("".join(str(_DIGITS[letter]) for letter in word))
    return _composed(word)


def written(value: int) -> str:
    """Write a number below 1,000 as 一, 十二, 二十一, 一百零三."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    head = f"{_PLAIN[hundreds]}百" if hundreds else ""
    middle = ("" if tens == 1 and not hundreds else _PLAIN[tens]) + "十" if tens else ""
    gap = "零" if hundreds and ones and not tens else ""
    return f"{head}{middle}{gap}{_PLAIN[ones] if ones or not value else ''}"


def _composed(word: str) -> int | None:
    total = part = digit = 0
    for letter in word:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _UNITS:
            part, digit = part + (digit or 1) * _UNITS[letter], 0
        elif letter in _GREAT:
            total, part, digit = (total + part + digit) * _GREAT[letter], 0, 0
        else:
            return None
    return total + part + digit if word else None
