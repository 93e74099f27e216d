"""What is chosen in an official text, to be copied: plain values over its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gui.widgets.official_rows import TextRow

Place = tuple[int, int]
"""A row's index and a character of it; the character may stand behind the last one."""

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_ENDS = "。；！？"


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of the text: where it was begun, and the caret that moves its other end."""

    anchor: Place
    caret: Place

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is chosen yet."""
        return self.anchor == self.caret

    @property
    def ends(self) -> tuple[Place, Place]:
        """Give its two ends in the order of the text."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def led_to(self, caret: Place) -> "Selection":
        """Move the caret, the other end staying."""
        return replace(self, caret=caret)

    def within(self, index: int, length: int) -> tuple[int, int]:
        """Say which characters of a row of that length are chosen; the same twice for none."""
        (first, start), (last, end) = self.ends
        if not first <= index <= last:
            return 0, 0
        return start if index == first else 0, end if index == last else length


def whole(rows: Sequence[TextRow]) -> Selection:
    """Choose everything."""
    return Selection((0, 0), (max(len(rows) - 1, 0), len(rows[-1].text) if rows else 0))


def sentence_at(rows: Sequence[TextRow], place: Place) -> Selection:
    """Choose the sentence or half-sentence of one row that a place stands in."""
    index, offset = place
    text = rows[index].text
    start = max((text.rfind(end, 0, offset) for end in _ENDS), default=-1) + 1
    stops = [found for end in _ENDS if (found := text.find(end, offset)) >= 0]
    start += len(text[start:]) - len(text[start:].lstrip())
    return Selection((index, start), (index, min(stops) + 1 if stops else len(text)))


def text_of(rows: Sequence[TextRow], chosen: Selection) -> str:
    """Give the chosen words as a person would type them: no line numbers, no line broken that the text does not end."""
    parts: list[str] = []
    (first, _), (last, _) = chosen.ends
    for index in range(first, min(last + 1, len(rows))):
        row = rows[index]
        start, end = chosen.within(index, len(row.text))
        words = _UNSEEN.sub("", row.text[start:end]).rstrip()
        if parts and row.is_continued:
            parts[-1] += _gap(parts[-1], words) + words.lstrip()
        else:
            parts.append(words)
    return "\n".join(parts).strip("\n")


def _gap(before: str, after: str) -> str:
    """Part two Latin words that a line end parted."""
    edges = before[-1:] + after.lstrip()[:1]
    return " " if len(edges) == 2 and edges.isascii() and edges.isalnum() else ""
