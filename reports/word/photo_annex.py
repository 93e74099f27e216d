"""The photographs: two columns of 75 mm, upright, with their captions (paper.md section 5)."""

from reports.content.photos import PhotoLine
from reports.paper.pictures import Flaw, read_picture
from reports.word.book import Book
from reports.word.paragraphs import paragraph, run, text
from reports.word.pictures import FRAME
from reports.word.styles import FIGURE_CAPTION, NOTE, PICTURE, SMALL
from reports.word.tables import Cell, Form, Line, cell, nothing_between, table
from reports.wording import say
from services.progress import Progress

_FORM = nothing_between(Form((75.0, 6.0, 75.0), pad_x=0, pad_y=0))
_WIDTH, _HEIGHT, _PITCH = 75.0, 56.25, 72.0

_LEFT = '<w:spacing w:before="24" w:after="0"/><w:jc w:val="left"/>'


def add_photos(book: Book, photos: tuple[PhotoLine, ...], progress: Progress) -> None:
    """Set the photographs two by two; the user may give up between any two."""
    cells = []
    for number, photo in enumerate(photos, start=1):
        cells.append(_photo(book, photo))
        progress.step(number, len(photos))
    if len(cells) % 2:
        cells.append(cell("", SMALL))
    rows = [Line((left, cell("", SMALL), right), _PITCH) for left, right in zip(cells[::2], cells[1::2], strict=True)]
    book.add(table(_FORM, rows))


def _photo(book: Book, photo: PhotoLine) -> Cell:
    """Set a photograph, or say why there is none."""
    picture = read_picture(photo.file, _WIDTH, _HEIGHT) if photo.file else Flaw.MISSING
    if isinstance(picture, Flaw):
        shown = text(NOTE, say(f"picture.{picture}", name=photo.file_name or say("picture.unnamed")))
    else:
        size = picture.fitted(_WIDTH, _HEIGHT)
        shown = paragraph(PICTURE, book.picture(picture.content, "jpeg", size, photo.caption, FRAME), changed=_CENTRE)
    return Cell(shown + paragraph(FIGURE_CAPTION, run(photo.caption), changed=_LEFT) + text(SMALL, photo.about))


_CENTRE = '<w:jc w:val="center"/>'
