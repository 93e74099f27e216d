"""A band that shows how a whole divides, its figures under the parts (paper.md section 6)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.vocabulary import Status
from reports.paper.charts import WIDTH, fill
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import CAPTION, MM, SMALL
from reports.paper.typesetter import Typesetter

_BAND, _LABEL_GAP, _BETWEEN = 7.0, 0.8, 2.0
_CAPTION_GAP, _CAPTION_HEIGHT = 1.6, 6.6
_LINE = SMALL.lead / MM


@dataclass(frozen=True, slots=True)
class BandPart:
    """A part of the band: its fill, what stands under it line by line, and how large it is."""

    status: Status
    label: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Label:
    lines: tuple[str, ...]
    x: float
    width: float
    align: float


class BandSetter:
    """Measures a band once and draws it anywhere; parts of nothing are left out."""

    def __init__(self, caption: str, parts: tuple[BandPart, ...], typesetter: Typesetter) -> None:
        self.caption = caption
        self._parts = tuple(part for part in parts if part.count)
        self._typesetter = typesetter

    @property
    def height(self) -> float:
        """Give the height with labels and caption, in millimetres."""
        lines = max((len(part.label) for part in self._parts), default=0)
        return _BAND + _LABEL_GAP + lines * _LINE + _CAPTION_GAP + _CAPTION_HEIGHT

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw band, labels and caption."""
        for part, left, width in self._spans():
            fill(sheet, part.status, x + left, y, width, _BAND)
        for label in self._labels():
            for number, text in enumerate(label.lines):
                top = y + _BAND + _LABEL_GAP + number * _LINE
                put_text(sheet, self._typesetter, text, SMALL, (x + label.x, top, label.width), label.align)
        place = (x, y + self.height - _CAPTION_HEIGHT, WIDTH)
        put_text(sheet, self._typesetter, self.caption, CAPTION, place, 0.5)

    def _spans(self) -> Iterator[tuple[BandPart, float, float]]:
        scale = WIDTH / sum(part.count for part in self._parts)
        left = 0.0
        for part in self._parts:
            yield part, left, part.count * scale
            left += part.count * scale

    def _labels(self) -> list[_Label]:
        """Put labels under the starts of their parts, aside only as far as their neighbours need the room."""
        labels, limit = [], WIDTH
        for part, left, _ in reversed(list(self._spans())):
            width = max(self._typesetter.width(text, SMALL) for text in part.label) / MM
            x = min(left, limit - width)
            labels.append(_Label(part.label, x, width, 0.0 if x == left else 1.0))
            limit = x - _BETWEEN
        return _within_the_band(labels[::-1])


def _within_the_band(labels: list[_Label]) -> list[_Label]:
    """Push labels back that stand left of the band."""
    moved, edge = [], 0.0
    for label in labels:
        moved.append(label if label.x >= edge else replace(label, x=edge, align=0.0))
        edge = moved[-1].x + label.width + _BETWEEN
    return moved
