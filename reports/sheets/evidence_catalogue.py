"""The list of evidence as a sheet."""

from reports.content.evidence_catalogue import Catalogue, CatalogueLine
from reports.sheets.cells import Look, Value, content_of, new_book
from reports.sheets.pages import Column, Page, lay
from reports.wording import say, words

_LOOKS: tuple[tuple[float, Look], ...] = (
    (12, Look.TEXT),
    (30, Look.TEXT),
    (8, Look.WORD),
    (12, Look.DAY),
    (12, Look.DAY),
    (9, Look.WORD),
    (8, Look.WORD),
    (14, Look.TEXT),
    (14, Look.TEXT),
    (20, Look.TEXT),
    (30, Look.TEXT),
    (20, Look.TEXT),
    (36, Look.TEXT),
)


def catalogue_sheet(catalogue: Catalogue) -> bytes:
    """Give the list as an XLSX file."""
    book = new_book(say("catalogue.title"))
    columns = tuple(
        Column(head, width, look) for head, (width, look) in zip(words("catalogue.heads"), _LOOKS, strict=True)
    )
    rows, notes = [_cells(line) for line in catalogue.lines], (say("evidence.note"),) if catalogue.lines else ()
    title, mark = say("catalogue.title"), catalogue.imprint.mark
    lay(book, Page(say("catalogue.sheet"), title, catalogue.about, columns, rows, held=2, notes=notes, mark=mark))
    return content_of(book)


def _cells(line: CatalogueLine) -> tuple[Value, ...]:
    days = (line.formed_on, line.valid_until, line.year, line.pages)
    where = (line.department, line.items, line.measure, line.place, line.note, line.sha256)
    return (line.number, line.name, line.kind, *days, *where)
