"""A fingerprint as people type it off a paper, and which edition it is of."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from services.editions.errors import FingerprintUnreadableError
from services.editions.values import EditionRow

SHORTEST, WHOLE = 12, 64
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "|": "1", "S": "5", "Z": "2", "Q": "0"})
_BETWEEN = re.compile(r"[\s\-_·•.,:;，。、：；/]+")
_HEX = re.compile(r"[0-9A-F]+")
_LABEL = re.compile(r"^.*指纹(\s*\(.*?\))?")


@dataclass(frozen=True, slots=True)
class Match:
    """An edition whose fingerprint was typed, and whether it was typed whole."""

    edition: EditionRow
    is_whole: bool


def typed(text: str) -> str:
    """Read a fingerprint or some of it in one piece.

    Blanks, case, full width and letters that look like figures do not matter.
    Raises FingerprintUnreadableError where it is too short, too long or has what no fingerprint has.
    """
    wide = unicodedata.normalize("NFKC", text)
    plain = _BETWEEN.sub("", _LABEL.sub("", " ".join(wide.split()))).upper().translate(_ALIKE)
    if not SHORTEST <= len(plain) <= WHOLE or not _HEX.fullmatch(plain):
        raise FingerprintUnreadableError(len(plain), SHORTEST)
    return plain.lower()


def matches(text: str, editions: Iterable[EditionRow]) -> tuple[Match, ...]:
    """Give every edition that a typed fingerprint may be of; a whole one is of one at most."""
    wanted = typed(text)
    return tuple(Match(row, len(wanted) == WHOLE) for row in editions if wanted in row.edition.fingerprint)
