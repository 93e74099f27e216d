"""The list of evidence as a sheet."""

from reports.content.evidence_catalogue import Catalogue, CatalogueLine
from reports.sheets.cells import Column, Look, Page, Value, content_of, lay, new_book
from reports.wording import say, words

_LOOKS: tuple[tuple[float, Look], ...] = (
    (12, Look.TEXT),
    (34, Look.TEXT),
    (8, Look.WORD),
    (12, Look.DAY),
    (12, Look.DAY),
    (9, Look.NUMBER),
    (14, Look.TEXT),
    (16, Look.TEXT),
    (26, Look.TEXT),
    (44, Look.TEXT),
    (26, Look.TEXT),
    (68, Look.TEXT),
)


def catalogue_sheet(catalogue: Catalogue) -> bytes:
    """Give the list as an XLSX file."""
    book = new_book(say("catalogue.title"))
    columns = tuple(
        Column(head, width, look) for head, (width, look) in zip(words("catalogue.heads"), _LOOKS, strict=True)
    )
    rows = [_cells(line) for line in catalogue.lines]
    lay(book, Page(say("catalogue.sheet"), say("catalogue.title"), catalogue.about, columns, rows))
    return content_of(book)


def _cells(line: CatalogueLine) -> tuple[Value, ...]:
    days = (line.formed_on, line.valid_until, line.year)
    where = (line.department, line.items, line.measure, line.place, line.note, line.sha256)
    return (line.number, line.name, line.kind, *days, *where)
