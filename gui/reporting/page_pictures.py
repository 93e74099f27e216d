"""Pictures of a document's pages, drawn off the window's thread and kept while room lasts."""

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from reports.preview import Pages

_ROOM = 40_000_000
"""Pixels, of four bytes each: some sixty pages as they fit the window, fewer when they are shown larger."""
_LEAST = 6
"""As many pages as are seen at once when they are large: they must never drive one another out."""
_FINEST = 3200
"""Pixels across, 390 to the inch: what is shown larger still is drawn no finer."""
_ASKED = 24
"""More pages than a view shows at once; what was asked for before them has been scrolled past."""


class PagePictures(QObject):
    """Draws pages when they are asked for, the last one asked for first; `ready` tells which one has come."""

    ready = Signal(int)
    _drawn = Signal(int, int, QImage)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._kept: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._asked: OrderedDict[int, int] = OrderedDict()
        self._in_hand: tuple[int, int] | None = None
        self._drawer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pages")
        self._drawn.connect(self._on_drawn)

    def picture(self, page: int, width: int) -> QPixmap | None:
        """Give a page `width` device pixels wide if it is drawn; otherwise have it drawn."""
        width = min(width, _FINEST)
        if (kept := self._kept.get((page, width))) is not None:
            self._kept.move_to_end((page, width))
            return kept
        if self._asked.get(page) != width and self._in_hand != (page, width):
            self._ask(page, width)
        return self._nearest(page)

    def close(self) -> None:
        """Draw no more."""
        self._drawn.disconnect(self._on_drawn)
        self._drawer.shutdown(wait=True, cancel_futures=True)

    def _ask(self, page: int, width: int) -> None:
        """Put a page on top; another width of it is no longer wanted, nor are pages that were scrolled past."""
        self._asked.pop(page, None)
        self._asked[page] = width
        if len(self._asked) > _ASKED:
            self._asked.popitem(last=False)
        self._drawer.submit(self._draw)

    def _nearest(self, page: int) -> QPixmap | None:
        """Give another size of the page meanwhile, so that zooming never shows bare paper."""
        sizes = [key for key in self._kept if key[0] == page]
        return self._kept[max(sizes)] if sizes else None

    def _draw(self) -> None:
        try:
            page, width = self._in_hand = self._asked.popitem()
        except KeyError:  # scrolled past
            return
        across, down, content = self._pages.render(page, width)
        image = QImage(content, across, down, across * 4, QImage.Format.Format_RGB32).copy()
        self._drawn.emit(page, width, image)

    @Slot(int, int, QImage)
    def _on_drawn(self, page: int, width: int, image: QImage) -> None:
        self._kept[page, width] = QPixmap.fromImage(image)
        self._make_room()
        self.ready.emit(page)

    def _make_room(self) -> None:
        used = sum(kept.width() * kept.height() for kept in self._kept.values())
        while used > _ROOM and len(self._kept) > _LEAST:
            _, gone = self._kept.popitem(last=False)
            used -= gone.width() * gone.height()
