"""A photograph in its place on a page: centred in a box with a thin frame, or words where there is none."""

from reports.paper.pictures import Flaw, Picture
from reports.paper.placing import Align
from reports.paper.sheet import Sheet
from reports.paper.styles import MM, SMALL
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say

_FRAME = 0.5
_PADDING = 4.0

Box = tuple[float, float, float, float]
"""x, y, width and height in millimetres."""


def put_picture(sheet: Sheet, typesetter: Typesetter, picture: Picture | Flaw, box: Box, name: str = "") -> Box:
    """Fit a picture into a box and frame it; a flaw frames the box, with words and the file's name; gives the frame."""
    if isinstance(picture, Flaw):
        return _put_words(sheet, typesetter, say(f"picture.{picture}", name=name or say("picture.unnamed")), box)
    x, y, width, height = box
    across, down = picture.fitted(width, height)
    placed = (x + (width - across) / 2, y + (height - down) / 2, across, down)
    sheet.put_picture(picture, *placed, alt=name)
    sheet.frame(*placed, _FRAME)
    return placed


def _put_words(sheet: Sheet, typesetter: Typesetter, words: str, box: Box) -> Box:
    x, y, width, height = box
    lines = typesetter.text(words, SMALL, Setting((width - 2 * _PADDING) * MM, Align.CENTRE))
    room = int((height - 2 * _PADDING) * MM // SMALL.lead)
    lines = lines[: max(room, 1)]
    sheet.put_all(lines, SMALL, x + _PADDING, y + (height - len(lines) * SMALL.lead / MM) / 2)
    sheet.frame(*box, _FRAME)
    return box
