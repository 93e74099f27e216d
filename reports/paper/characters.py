"""What a character is to the line: its class, and where a line may not start or end (paper.md section 3)."""

import re
from enum import IntEnum


class Kind(IntEnum):
    """What a piece is to the line: an opening or closing mark, dash, Han (and all else), Latin run, space."""

    OPENING = 0
    CLOSING = 1
    DASH = 2
    HAN = 3
    LATIN = 4
    SPACE = 5


OPENING = frozenset("（《〈「『【〔［｛“‘")  # noqa: RUF001
CLOSING = frozenset("）》〉」』】〕］｝”’、，。；：？！")  # noqa: RUF001
NEVER_FIRST = CLOSING | frozenset("·—…～％%℃°′″)]}>,.;:?!/々ー")
NEVER_LAST = OPENING | frozenset("([{<￥¥$№#＃")

_DASHES = ("——", "……")
_LATIN = re.compile(r"[A-Za-z0-9.,%/+\-–:°≥≤><#&@_−]")
_RUN = rf"{_LATIN.pattern}+(?:[—’']{_LATIN.pattern}+)*"
ODD = re.compile(rf"({'|'.join(_DASHES)}|{_RUN}|[^\u4e00-\u9fff])")
"""Splits text at the pieces that are not just one Han character: dashes, Latin runs, marks and all other signs."""


def kind_of(piece: str) -> Kind:
    """Tell the kind of a piece."""
    if piece in OPENING:
        return Kind.OPENING
    if piece in CLOSING:
        return Kind.CLOSING
    if piece == " ":
        return Kind.SPACE
    if piece in _DASHES:
        return Kind.DASH
    return Kind.LATIN if _LATIN.match(piece) else Kind.HAN


def is_wide(char: str) -> bool:
    """Tell whether a character that is no run has an em, whatever its font says."""
    return char >= "\u2e80" and not "\uff61" <= char <= "\uffdc"


def may_part(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters."""
    return before not in NEVER_LAST and after not in NEVER_FIRST and before + after != "——"
