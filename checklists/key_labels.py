"""How the keys of items read on screen and on paper: 目标1-2 for g1-2; the keys themselves never change."""

import re
from enum import StrEnum
from functools import cache

from resources import word


class KeyLetter(StrEnum):
    """What the letters before a clause's number in a key stand for (library/FORMAT.md)."""

    GOAL = "g"
    SAFEGUARD = "s"
    LEAD_IN = "a"
    UNNUMBERED = "u"
    OWN = "x"
    SECOND_RUN = "b"
    THIRD_RUN = "c"
    FOURTH_RUN = "d"
    FIFTH_RUN = "e"
    SIXTH_RUN = "f"


_LETTERS = re.compile(r"[a-z]{1,3}(?=\d)")


@cache
def label_of(key: str) -> str:
    """Say a key, or one with a sequence behind it, as people read it: 11-2, 目标1-2, 校本11-1, 保障1-2-01."""
    letters = _LETTERS.match(key)
    return "".join(map(_word, letters[0])) + key[letters.end() :] if letters else key


def _word(letter: str) -> str:
    return word(KeyLetter(letter)) if letter in set(KeyLetter) else letter.upper()
