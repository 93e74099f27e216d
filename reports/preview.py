"""The pages of a finished PDF as pictures, and where words stand on them."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

_LOCK = Lock()
"""PDFium may not be called by two threads at once, not even for two documents."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a word was found; boxes are left, top, right, bottom in points from the page's top left."""

    page: int
    boxes: tuple[Box, ...]


class Pages:
    """A PDF opened to be looked at; its methods may be called from any thread."""

    def __init__(self, source: bytes | Path) -> None:
        with _LOCK:
            self._document = pypdfium2.PdfDocument(source)
            count = len(self._document)
            self._sizes: list[tuple[float, float]] = [self._document.get_page_size(page) for page in range(count)]

    @property
    def count(self) -> int:
        """Count the pages."""
        return len(self._sizes)

    def size(self, page: int) -> tuple[float, float]:
        """Give a page's width and height in points."""
        return self._sizes[page]

    def render(self, page: int, width: int) -> tuple[int, int, bytes]:
        """Draw a page `width` pixels wide: width, height and rows of blue, green, red, unused."""
        with _LOCK:
            drawn = self._document[page].render(
                scale=width / self._sizes[page][0], force_bitmap_format=pdfium.FPDFBitmap_BGRx
            )
            content = bytes(drawn.buffer)
            across, down, stride = drawn.width, drawn.height, drawn.stride
        if stride != across * 4:
            content = b"".join(content[row * stride : row * stride + across * 4] for row in range(down))
        return across, down, content

    def search(self, word: str) -> tuple[Hit, ...]:
        """Find a word on all pages, upper and lower case alike."""
        if not word:
            return ()
        with _LOCK:
            return tuple(hit for page in range(self.count) for hit in self._search_page(page, word))

    def _search_page(self, page: int, word: str) -> list[Hit]:
        text = self._document[page].get_textpage()
        searcher, hits = text.search(word), []
        while (found := searcher.get_next()) is not None:
            hits.append(Hit(page, self._boxes(page, text, *found)))
        return hits

    def _boxes(self, page: int, text: pypdfium2.PdfTextPage, index: int, count: int) -> tuple[Box, ...]:
        height = self._sizes[page][1]
        rects = [text.get_rect(rect) for rect in range(text.count_rects(index, count))]
        return tuple((left, height - top, right, height - bottom) for left, bottom, right, top in rects)

    def close(self) -> None:
        """Let go of the file."""
        with _LOCK:
            self._document.close()
