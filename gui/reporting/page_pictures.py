"""Pictures of a document's pages, drawn off the window's thread and kept while room lasts."""

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from reports.preview import Pages

_KEPT = 64


class PagePictures(QObject):
    """Draws pages when they are asked for; `ready` tells which one has come."""

    ready = Signal(int)
    _drawn = Signal(int, int, QImage)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._kept: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._drawer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pages")
        self._drawn.connect(self._on_drawn)

    def picture(self, page: int, width: int) -> QPixmap | None:
        """Give a page `width` device pixels wide if it is drawn; otherwise have it drawn."""
        if (kept := self._kept.get((page, width))) is not None:
            self._kept.move_to_end((page, width))
            return kept
        if (page, width) not in self._asked:
            self._asked.add((page, width))
            self._drawer.submit(self._draw, page, width)
        return self._nearest(page)

    def close(self) -> None:
        """Draw no more."""
        self._drawn.disconnect(self._on_drawn)
        self._drawer.shutdown(wait=True, cancel_futures=True)

    def _nearest(self, page: int) -> QPixmap | None:
        """Give another size of the page meanwhile, so that zooming never shows bare paper."""
        sizes = [key for key in self._kept if key[0] == page]
        return self._kept[max(sizes)] if sizes else None

    def _draw(self, page: int, width: int) -> None:
        across, down, content = self._pages.render(page, width)
        image = QImage(content, across, down, across * 4, QImage.Format.Format_RGB32).copy()
        self._drawn.emit(page, width, image)

    @Slot(int, int, QImage)
    def _on_drawn(self, page: int, width: int, image: QImage) -> None:
        self._asked.discard((page, width))
        self._kept[page, width] = QPixmap.fromImage(image)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(page)
