"""Latin runs that are wider than a line are cut where that hurts least (paper.md section 3)."""

from collections.abc import Callable

from reports.paper.characters import NEVER_FIRST, may_part
from reports.paper.pieces import Pieces
from reports.paper.styles import Style

Measure = Callable[[str, Style], float]
"""Gives the natural width of a piece in points; raises MissingGlyphError where no font has a character of it."""

_WELCOME = "/-_.@"
"""A long run is cut after one of these where that helps."""


def fit_runs(pieces: Pieces, latin: list[int], width: float, measure: Measure) -> None:
    """Cut those of the runs at these places that are wider than a line, alone or with the marks behind them."""
    if not latin or pieces.natural_width() <= width:
        return
    for place in reversed(latin):
        tail = _tail(pieces, place)
        if pieces.widths[place] + tail > width:
            parts = parts_of(pieces.texts[place], pieces.styles[place], width, measure, tail)
            pieces.replace(place, parts, [measure(part, pieces.styles[place]) for part in parts])


def parts_of(text: str, style: Style, width: float, measure: Measure, tail: float = 0.0) -> list[str]:
    """Cut a run into parts that fit a line; the last leaves room for the `tail` of marks behind it."""
    parts: list[str] = []
    while text:
        cut = _cut(text, style, width, measure)
        if tail and cut == len(text):
            cut = _cut(text, style, width - tail, measure)
        parts.append(text[:cut])
        text = text[cut:]
    return parts


def _tail(pieces: Pieces, place: int) -> float:
    """Measure the marks that may not be parted from the piece before them."""
    width = 0.0
    for number in range(place + 1, len(pieces)):
        if pieces.texts[number][0] not in NEVER_FIRST:
            break
        width += pieces.widths[number]
    return width


def _cut(text: str, style: Style, width: float, measure: Measure) -> int:
    fits, total = 0, 0.0
    for char in text:
        total += measure(char, style)
        if total > width and fits:
            break
        fits += 1
    if fits == len(text):
        return fits
    allowed = [place for place in range(1, fits + 1) if may_part(text[place - 1], text[place])]
    wanted = [place for place in allowed if text[place - 1] in _WELCOME]
    return max(wanted or allowed, default=fits)
