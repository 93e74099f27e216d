"""PDF files: the text of each page in lines, told by their place on the page whether they open a paragraph."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from checklists.reading.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    ScannedDocumentError,
    TooLargeDocumentError,
)
from checklists.reading.folding import fold
from checklists.reading.lines import Line
from checklists.reading.marks import mark_of

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_FEWEST = 12  # characters of a whole file; a scan may carry page numbers
_ODD = re.compile("[\ue000-\uf8ff\x00-\x1f\ufffd]")
_KNOWN = re.compile("[\u4e00-\u9fff\x20-\x7e]")
_PAGE_NUMBER = re.compile(r"-*\s*(第?\s*\d{1,4}\s*页?|第\s*\d+\s*页\s*[,/]?\s*共\s*\d+\s*页|\d+\s*/\s*\d+)\s*-*")
_MOST_OF_A_LINE = 0.75
_INDENT, _SHORT = 1.2, 2.6  # in widths of a character


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page: where it begins and ends, and the width of its characters."""

    text: str
    page: int
    left: float
    right: float
    width: float
    height: float


def lines_of(content: bytes, path: Path) -> Iterator[Line]:
    """Read a PDF's lines; raises ScannedDocumentError where there are pages and no text on them."""
    rows = [row for rows in _pages(content, path) for row in rows]
    _check_readable("".join(row.text for row in rows), path)
    yield from _lines(_without_running_heads(rows))


def _pages(content: bytes, path: Path) -> Iterator[list[_Row]]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as refusal:
        locked = refusal.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise (EncryptedDocumentError if locked else DamagedDocumentError)(path) from refusal
    if len(document) > MOST_PAGES:
        raise TooLargeDocumentError(path)
    left = MOST_CHARACTERS
    for number in range(len(document)):
        rows = _rows(document, number, path)
        left -= sum(len(row.text) for row in rows)
        if left < 0:
            raise TooLargeDocumentError(path)
        yield rows


def _rows(document: pypdfium2.PdfDocument, number: int, path: Path) -> list[_Row]:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as refusal:
        raise DamagedDocumentError(path) from refusal
    count = text_page.count_chars()
    if count > MOST_CHARACTERS:
        raise TooLargeDocumentError(path)
    rows = list(_parted(_letters(text_page, count), text_page, number + 1))
    text_page.close()
    page.close()
    return rows


def _letters(text_page: pypdfium2.PdfTextPage, count: int) -> str:
    """Give a page's characters by their places; one by one only where the run of text leaves some out."""
    run = str(text_page.get_text_range()) if count else ""
    if len(run) == count:
        return run
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, place)) for place in range(count))


def _parted(letters: str, text_page: pypdfium2.PdfTextPage, page: int) -> Iterator[_Row]:
    start = 0
    for text in letters.split("\n"):
        if bare := text.strip():
            begin = start + text.index(bare[0])
            first, last = _box(text_page, begin), _box(text_page, begin + len(bare) - 1)
            width = max(last[1] - last[0], first[1] - first[0])
            yield _Row(bare, page, first[0], last[1], width, first[2])
        start += len(text) + 1


def _box(text_page: pypdfium2.PdfTextPage, place: int) -> tuple[float, float, float]:
    left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(text_page.raw, place, left, right, bottom, top)
    return left.value, right.value, bottom.value


def _check_readable(text: str, path: Path) -> None:
    inked = "".join(text.split())
    if len(inked) < _FEWEST or inked.strip("0123456789-—–第页共/").strip() == "":
        raise ScannedDocumentError(path)
    sample = inked[:20_000]
    if len(_ODD.findall(sample)) * 4 > len(sample) or len(_KNOWN.findall(sample)) * 2 < len(sample):
        raise EmptyDocumentError(path)


def _without_running_heads(rows: Sequence[_Row]) -> list[_Row]:
    """Leave out the numbers of pages, and the line that stands at the head or foot of most pages."""
    pages = rows[-1].page if rows else 0
    edges = [edge for _, page in groupby(rows, key=lambda row: row.page) for edge in _edges(list(page))]
    counted = Counter(row.text.strip() for row in edges)
    often = {text for text, count in counted.items() if pages > 2 and count * 2 > pages}
    often |= {text for text in counted if len(text) < 24 and _PAGE_NUMBER.fullmatch(fold(text))}
    at_edges = {id(row) for row in edges}
    return [row for row in rows if id(row) not in at_edges or row.text.strip() not in often]


def _edges(rows: Sequence[_Row]) -> list[_Row]:
    """Give the two highest and the two lowest lines of a page."""
    ordered = sorted(rows, key=lambda row: row.height)
    return list(dict.fromkeys([*ordered[:2], *ordered[-2:]]))


def _lines(rows: Sequence[_Row]) -> Iterator[Line]:
    left, right = _margins(rows)
    before: _Row | None = None
    for number, row in enumerate(rows, start=1):
        opens = before is None or _opens(row, before, left, right)
        yield Line(row.text, number, row.page, opens)
        before = row


def _margins(rows: Sequence[_Row]) -> tuple[float, float]:
    """Find where the lines of running text begin and end."""
    lefts = Counter(round(row.left / 4) for row in rows if len(row.text) > 15)
    rights = Counter(round(row.right / 4) for row in rows if len(row.text) > 15)
    if not lefts:
        return 0, 0
    often = [place for place, count in lefts.items() if count * 6 >= max(lefts.values())]
    return min(often) * 4, max(place for place, count in rights.items() if count * 8 >= max(rights.values())) * 4


def _opens(row: _Row, before: _Row, left: float, right: float) -> bool:
    width = median((row.width, before.width, 12.0)) or 12.0
    ends = before.text.rstrip()[-1:] in "。；：;:！？”）)"
    if row.left > left + _INDENT * width:
        return True
    if before.right < right - _SHORT * width:
        return ends or before.right - before.left < _MOST_OF_A_LINE * (right - left)
    return ends and mark_of(row.text.strip()) is not None
