"""Titles and names of several lines, set centred and broken where sense breaks them."""

from reports.paper.placing import Align
from reports.paper.styles import Style
from reports.paper.text import plain
from reports.paper.typesetter import Line, Setting, Typesetter
from reports.titles import by_sense

CUT = "……"
"""What stands for the lines of a title that there is no room for."""
_MOST_LINES = 8


def title_lines(
    typesetter: Typesetter, text: str, style: Style, width: float, most: int = _MOST_LINES
) -> tuple[Line, ...]:
    """Set a title centred in so many points (GB/T 9704-2012, 7.3.1); one that fits a line stays on it.

    What takes more than `most` lines is no title any more: it is cut and says so.
    """
    setting = Setting(width, Align.CENTRE)
    lines = typesetter.text(text, style, setting)
    if len(lines) > most:
        return (*lines[: most - 1], *typesetter.text(CUT, style, setting))
    if len(lines) < 2 or "\n" in text:
        return lines
    parted = by_sense(" ".join(plain(text).split()), width / style.em, len(lines))
    better = typesetter.text("\n".join(parted), style, setting)
    return better if len(better) == len(parted) else lines
