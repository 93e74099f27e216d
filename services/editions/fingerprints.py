"""A fingerprint as people type it off a paper, and which edition it is of."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from services.editions.errors import FingerprintUnreadableError
from services.editions.values import EditionRow

SHORTEST, WHOLE, GROUP = 12, 64, 4
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "|": "1", "S": "5", "Z": "2", "Q": "0"})
_HEX = re.compile(r"[0-9A-F]+")
_LABEL = re.compile(r"^.*指纹(\s*\(.*?\))?")


@dataclass(frozen=True, slots=True)
class Match:
    """An edition whose fingerprint was typed, and whether it was typed whole."""

    edition: EditionRow
    is_whole: bool


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An edition whose fingerprint differs by one slip of the pen, in this group of four, counted from 1."""

    edition: EditionRow
    group: int


def typed(text: str) -> str:
    """Read a fingerprint or some of it in one piece.

    Blanks, case, full width, points and strokes between, and letters that look like figures do not matter.
    Raises FingerprintUnreadableError where it is too short, too long or has what no fingerprint has.
    """
    plain = _plain(text)
    if not SHORTEST <= len(plain) <= WHOLE or not _HEX.fullmatch(plain):
        raise FingerprintUnreadableError(len(plain), SHORTEST)
    return plain.lower()


def matches(text: str, editions: Iterable[EditionRow]) -> tuple[Match, ...]:
    """Give every edition that a typed fingerprint may be of; a whole one is of one at most."""
    wanted = typed(text)
    return tuple(Match(row, len(wanted) == WHOLE) for row in editions if wanted in row.edition.fingerprint)


def near_misses(text: str, editions: Iterable[EditionRow]) -> tuple[NearMiss, ...]:
    """Give every edition from whose beginning what was typed differs by one slip.

    A slip is one sign that is wrong, left out or too many, or two that changed places.
    """
    said = _plain(text).lower()
    if not SHORTEST - 1 <= len(said) <= WHOLE + 1:
        return ()
    strange = (row for row in editions if len(said) < SHORTEST or said not in row.edition.fingerprint)
    slips = ((row, _slip(said, row.edition.fingerprint)) for row in strange)
    return tuple(NearMiss(row, min(place, WHOLE - 1) // GROUP + 1) for row, place in slips if place is not None)


def _plain(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text)
    said = _LABEL.sub("", " ".join(wide.split()))
    return "".join(char for char in said if char.isalnum() or char == "|").upper().translate(_ALIKE)


def _slip(said: str, fingerprint: str) -> int | None:
    """Find the one place where what was said leaves the fingerprint; None where there is no such, or more than one."""
    pairs = list(zip(said, fingerprint, strict=False))
    place = next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))
    rest = said[place:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    wrong, too_many = fingerprint[place : place + 1] + rest[1:], rest[1:]
    tries = (wrong, too_many, swapped) if rest else ()
    if any(fingerprint.startswith(said[:place] + one) for one in tries) or _left_one_out(said, place, fingerprint):
        return place
    return None


def _left_one_out(said: str, place: int, fingerprint: str) -> bool:
    left_out = said[:place] + fingerprint[place : place + 1] + said[place:]
    return len(left_out) >= SHORTEST and fingerprint.startswith(left_out)
