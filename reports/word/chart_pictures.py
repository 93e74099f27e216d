"""The bars, bands and dots of the charts as small grey pictures, in the fills of paper.md section 6."""

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageDraw

from models.vocabulary import Status

_DOTS_PER_MM = 400 / 25.4
_INK, _DARK, _WHITE = 0, 38, 255
_LINE = 4
_HATCH, _THIN = 1.2, 3
_DOT_ACROSS, _DOT_DOWN, _DOT_RADIUS = 1.8, 1.2, 0.23
_DASH, _GAP = 12, 8

Part = tuple[Status, float]
"""A status and how many millimetres it takes."""


def bar(parts: Iterable[Part], height: float) -> tuple[bytes, tuple[float, float]]:
    """Draw parts side by side; gives the picture and its size in millimetres."""
    shown = [(status, width) for status, width in parts if width > 0]
    whole = sum(width for _, width in shown)
    image = Image.new("L", (_dots(whole) + _LINE, _dots(height)), _WHITE)
    start = 0.0
    for status, width in shown:
        box = (_dots(start), 0, _dots(start + width) + _LINE - 1, image.height - 1)
        _fill(image, status, box)
        start += width
    return _png(image), (image.width / _DOTS_PER_MM, height)


def move(before: float | None, after: float | None, width: float, height: float) -> bytes:
    """Draw a hollow dot then, a solid one now, joined; both are shares of the width, None is not drawn."""
    image = Image.new("L", (_dots(width), _dots(height)), _WHITE)
    pen, middle, radius = ImageDraw.Draw(image), image.height / 2, _dots(1.1)
    spots = [None if one is None else radius + one * (image.width - 2 * radius - 1) for one in (before, after)]
    if spots[0] is not None and spots[1] is not None:
        pen.line((spots[0], middle, spots[1], middle), _INK, _LINE + 2)
    for spot, ink in zip(spots, (_WHITE, _INK), strict=True):
        if spot is not None:
            pen.ellipse((spot - radius, middle - radius, spot + radius, middle + radius), ink, _INK, _LINE)
    if before is not None and before == after and spots[0] is not None:
        ring = _dots(1.8)
        pen.ellipse((spots[0] - ring, middle - ring, spots[0] + ring, middle + ring), None, _INK, _LINE)
    return _png(image)


def _fill(image: Image.Image, status: Status, box: tuple[int, int, int, int]) -> None:
    tile = Image.new("L", (box[2] - box[0] + 1, box[3] - box[1] + 1), _WHITE)
    pen = ImageDraw.Draw(tile)
    if status is Status.MET:
        pen.rectangle((0, 0, *tile.size), _DARK)
    elif status is Status.PARTLY_MET:
        _hatch(pen, tile.size)
    elif status is Status.NOT_APPLICABLE:
        _dot(pen, tile.size)
    frame = (0, 0, tile.width - 1, tile.height - 1)
    if status is Status.UNANSWERED:
        _dash(pen, frame)
    else:
        pen.rectangle(frame, None, _INK, _LINE)
    image.paste(tile, box[:2])


def _hatch(pen: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    width, height = size
    for start in range(-height, width, _dots(_HATCH)):
        pen.line((start, height, start + height, 0), _INK, _THIN)


def _dot(pen: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    radius = _dots(_DOT_RADIUS)
    for number, y in enumerate(range(_dots(0.7), size[1], _dots(_DOT_DOWN))):
        for x in range(_dots(0.9 if number % 2 else 1.8), size[0], _dots(_DOT_ACROSS)):
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), _INK)


def _dash(pen: ImageDraw.ImageDraw, frame: tuple[int, int, int, int]) -> None:
    _, _, right, bottom = frame
    for start in range(0, right, _DASH + _GAP):
        for y in (0, bottom - _LINE + 1):
            pen.rectangle((start, y, min(start + _DASH, right), y + _LINE - 1), _INK)
    for start in range(0, bottom, _DASH + _GAP):
        for x in (0, right - _LINE + 1):
            pen.rectangle((x, start, x + _LINE - 1, min(start + _DASH, bottom)), _INK)


def _dots(length: float) -> int:
    return round(length * _DOTS_PER_MM)


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
