"""Pinyin initials of Chinese text, read off the order of GB 2312, whose first level is sorted by pinyin."""

from bisect import bisect_right

# The first character of each initial in GB 2312 level 1 (rows 16 to 55); level 2 is sorted by radical and has none.
_FIRST = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"), (0xD7FA, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _FIRST]
# Where GB 2312 sorts a character by another reading than the one our checklists use it in.
_OURS = {"率": "l", "行": "x", "长": "z", "调": "d", "校": "x", "系": "x", "重": "z", "弹": "t", "创": "c", "参": "c"}


def initials(text: str) -> str:
    """Give one letter for each character that has an initial; what is Latin or a digit stays as it is."""
    return text.casefold().translate(_LETTERS)


def _initial(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() else ""
    if character in _OURS:
        return _OURS[character]
    try:
        code = int.from_bytes(character.encode("gb2312"))
    except UnicodeEncodeError:
        return ""
    place = bisect_right(_STARTS, code) - 1
    return _FIRST[place][1] if place >= 0 else ""


class _Letters(dict[int, str]):
    """What `str.translate` looks letters up in; each is worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _initial(chr(code)))


_LETTERS = _Letters()
