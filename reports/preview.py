"""The pages of a finished PDF as pictures, and where words stand on them."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

import pypdfium2
import pypdfium2.raw as pdfium

from reports.errors import UnreadablePdfError
from services.progress import Progress, silent

_LOCK = RLock()
"""PDFium may not be called by two threads at once, not even for two documents; so all is closed within the lock.

A document that nobody closed is closed when it is thrown away, which may be while its thread holds the lock already.
"""

_TURNED = 90
"""Degrees by which a page with a wide table is turned to be read (reports/paper/shape.py)."""

_WIDE = str.maketrans("(),:;?!", "（），：；？！")

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a word was found; boxes are left, top, right, bottom in points from the page's top left."""

    page: int
    boxes: tuple[Box, ...]


class Pages:
    """A PDF opened to be looked at; its methods may be called from any thread."""

    def __init__(self, source: bytes | Path) -> None:
        self._is_closed = False
        with _LOCK:
            try:
                self._document = pypdfium2.PdfDocument(source)
            except (pypdfium2.PdfiumError, OSError) as error:
                raise UnreadablePdfError(str(error)) from error
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
        with _LOCK, closing(self._document[page]) as loaded:
            scale = width / self._sizes[page][0]
            with closing(loaded.render(scale=scale, force_bitmap_format=pdfium.FPDFBitmap_BGRx)) as drawn:
                content = bytes(drawn.buffer)
                across, down, stride = drawn.width, drawn.height, drawn.stride
        if stride != across * 4:
            content = b"".join(content[row * stride : row * stride + across * 4] for row in range(down))
        return across, down, content

    def search(self, word: str, progress: Progress = silent) -> tuple[Hit, ...]:
        """Find a word on all pages, upper and lower case alike; also where it runs on over a line's end.

        Marks typed narrow are looked for as the paper prints them where they are nowhere as they were typed.
        """
        found = self._search(word, progress) if word else ()
        wide = word.translate(_WIDE)
        return found if found or wide == word else self._search(wide, progress)

    def _search(self, word: str, progress: Progress) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        for page in range(self.count):
            progress.step(page, self.count)
            with _LOCK:
                hits += [] if self._is_closed else self._search_page(page, word)
        return tuple(hits)

    def text(self, page: int) -> str:
        """Give what a page says, in reading order."""
        with _LOCK, closing(self._document[page]) as loaded, closing(loaded.get_textpage()) as text:
            said: str = text.get_text_bounded()
        return said

    def close(self) -> None:
        """Let go of the file."""
        with _LOCK:
            if not self._is_closed:
                self._is_closed = True
                self._document.close()

    def __del__(self) -> None:
        """Close within the lock what nobody closed; PDFium's own finalizer would not wait for it."""
        if hasattr(self, "_document"):
            self.close()

    def _search_page(self, page: int, word: str) -> list[Hit]:
        hits: list[Hit] = []
        with (
            closing(self._document[page]) as loaded,
            closing(loaded.get_textpage()) as text,
            closing(text.search(word)) as searcher,
        ):
            while (found := searcher.get_next()) is not None:
                hits.append(Hit(page, self._boxes(page, text, *found, is_turned=loaded.get_rotation() == _TURNED)))
        return hits

    def _boxes(
        self, page: int, text: pypdfium2.PdfTextPage, index: int, count: int, *, is_turned: bool
    ) -> tuple[Box, ...]:
        """Give boxes as the page is seen; PDFium counts them on the paper, which is seen turned where a table lies."""
        height = self._sizes[page][1]
        rects = [text.get_rect(rect) for rect in range(text.count_rects(index, count))]
        if is_turned:
            return tuple((bottom, left, top, right) for left, bottom, right, top in rects)
        return tuple((left, height - top, right, height - bottom) for left, bottom, right, top in rects)
