"""Texts of many pages parted over rows: Word and LibreOffice take minutes over one cell that goes on for pages."""

import re
from collections.abc import Iterator

from reports.word.elements import plain_lines

_MOST, _PART = 2_400, 800
"""A longer text is parted into pieces of so many characters."""
_A_BREAK = 16
"""A line break takes as much room as so many characters."""
_ENDS = ("\n", "。；！？;!?", "，、,. ")
"""Where a text is best parted, in this order."""
_STIFF = re.compile(r"[!-~]{16,}")


def parted(text: str) -> tuple[str, ...]:
    """Give a text as the pieces that stand in one row each: most are one piece."""
    plain = plain_lines(text)
    return (plain,) if _weight(plain) <= _MOST else tuple(_pieces(plain))


def is_stiff(text: str) -> bool:
    """Say whether a run of Latin is so long that a justified line before it would be torn apart."""
    return _STIFF.search(text) is not None


def _weight(text: str) -> int:
    """Say how much room a text takes, in characters."""
    return len(text) + _A_BREAK * text.count("\n")


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = start + _fitting(text[start : start + _PART])
        end -= text[end - 1] == "\n"
        yield text[start:end]
        start = end + (text[end : end + 1] == "\n")


def _fitting(window: str) -> int:
    """Say how many characters make a piece: to the last line's end, else to a sentence's, else as many as fit."""
    room, count = _PART, 0
    while count < len(window) and room > 0:
        room -= _weight(window[count])
        count += 1
    if count < _PART // _A_BREAK or (count == len(window) and len(window) < _PART):
        return count
    ends = (max(window.rfind(mark, 0, count) + 1 for mark in marks) for marks in _ENDS)
    return next((end for end in ends if end > count // 2), count)
