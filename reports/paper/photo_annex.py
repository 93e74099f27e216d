"""The photographs bound behind a report: two columns, four on the first page and six on the others (paper.md, 5)."""

from math import floor

from reports.content.photos import PhotoLine
from reports.paper.flow import Flow
from reports.paper.photos import put_picture
from reports.paper.pictures import Flaw, read_picture
from reports.paper.sheet import Link, put_text
from reports.paper.styles import CAPTION, MM, SMALL
from reports.paper.typesetter import Setting
from services.progress import Progress

_WIDTH, _HEIGHT, _BETWEEN, _PITCH = 75.0, 56.25, 6.0, 72.0
_CAPTION_Y, _ABOUT_Y = 57.4, 62.6
_ROUNDING = 0.01
_COLUMNS, _LEAST_ROWS = 2, 2


def lay_photos(flow: Flow, photos: tuple[PhotoLine, ...], progress: Progress) -> None:
    """Set the photographs row by row; the user may give up between any two."""
    rows = [photos[start : start + _COLUMNS] for start in range(0, len(photos), _COLUMNS)]
    for page, count in enumerate(_shared_out(len(rows), _rows_in(flow.room), _rows_in(flow.shape.area_height))):
        if page:
            flow.new_page()
        for row in rows[:count]:
            _lay_row(flow, row, len(photos), progress)
        rows = rows[count:]


def _rows_in(room: float) -> int:
    return max(0, floor((room + _ROUNDING - _ABOUT_Y - SMALL.lead / MM) / _PITCH) + 1)


def _shared_out(rows: int, first: int, others: int) -> list[int]:
    """Say how many rows stand on each page; one left over for the last page is brought company."""
    counts = [min(rows, first)]
    while (left := rows - sum(counts)) > 0:
        counts.append(min(left, others))
    if counts[-1] == 1 and len(counts) > 1 and counts[-2] > _LEAST_ROWS:
        counts[-2:] = [counts[-2] - 1, 2]
    return counts


def _lay_row(flow: Flow, row: tuple[PhotoLine, ...], total: int, progress: Progress) -> None:
    for place, photo in enumerate(row):
        _lay(flow, photo, flow.left + place * (_WIDTH + _BETWEEN), flow.y)
        progress.step(photo.number, total)
    flow.y += _PITCH


def _lay(flow: Flow, photo: PhotoLine, x: float, y: float) -> None:
    sheet, typesetter = flow.sheet, flow.typesetter
    picture = read_picture(photo.file, _WIDTH, _HEIGHT) if photo.file else Flaw.MISSING
    put_picture(sheet, typesetter, picture, (x, y, _WIDTH, _HEIGHT), photo.file_name)
    sheet.places.append((f"photo:{photo.number}", y))
    caption = typesetter.text(photo.caption, CAPTION, Setting(_WIDTH * MM))
    first = caption[0]
    if len(caption) > 1:
        first = typesetter.line(_cut(flow, photo.caption), CAPTION)
    sheet.put(first, CAPTION, x, y + _CAPTION_Y)
    put_text(sheet, typesetter, photo.about, SMALL, (x, y + _ABOUT_Y, _WIDTH))
    sheet.links.append(Link(x, y + _CAPTION_Y, _WIDTH, _ABOUT_Y + SMALL.lead / MM - _CAPTION_Y, f"item:{photo.item}"))


def _cut(flow: Flow, caption: str) -> str:
    """Shorten a caption to one line; the whole name stands in the list of evidence."""
    while caption and flow.typesetter.width(caption + "…", CAPTION) > _WIDTH * MM:
        caption = caption[: -max(1, len(caption) // 8)]
    return caption + "…"
