"""The pages of a report as they will be printed: scrolled, zoomed, facing, searched."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from gui.platform.strokes import focus_frame
from gui.platform.theme import theme_of
from gui.reporting.markers import Markers
from gui.reporting.page_pictures import PagePictures
from gui.reporting.spreads import (
    MARGIN,
    SCREEN_PER_POINT,
    Place,
    fitting_scale,
    in_rows,
    page_at,
    placed,
    point_of,
    seen,
    spot_at,
)
from reports.preview import Hit, Pages

_STEP = 1.2
_LEAST, _MOST = 0.25, 4.0
_NOTCH = 120
"""What a mouse wheel turns by at once; a touch pad turns by less."""


class PaperView(QAbstractScrollArea):
    """Shows a document's pages; `page_changed` tells the one in the middle, counted from 0."""

    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: Pages | None = None
        self._pictures: PagePictures | None = None
        self._sizes: list[tuple[float, float]] = []
        self._places: list[Place] = []
        self._rows: list[list[int]] = []
        self._markers = Markers(())
        self._zoom: float | None = None
        self._is_facing = True
        self._page, self._is_laying = 0, False
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setAccessibleName(self.tr("报告的页面"))

    @property
    def page(self) -> int:
        """Say which page is in the middle, counted from 0."""
        return self._page

    @property
    def is_facing(self) -> bool:
        """Say whether pages lie side by side."""
        return self._is_facing

    @property
    def lies_across(self) -> bool:
        """Say whether the paper is wider than it is high, as its first page tells."""
        return bool(self._sizes) and self._sizes[0][0] > self._sizes[0][1]

    @property
    def row(self) -> list[int]:
        """Name the pages that lie in one row with the one in the middle."""
        return next((row for row in self._rows if self._page in row), [])

    def step(self, rows: int) -> None:
        """Go some rows of pages on, or back."""
        row = self.row
        if row:
            self.go_to(row[-1] + rows if rows > 0 else row[0] + rows)

    def show_pages(self, pages: Pages, *, from_the_first: bool = False) -> None:
        """Show another document, at the same place where it is the same paper made anew."""
        self.close_pages()
        self._pages = pages
        self._pictures = PagePictures(pages, self)
        self._pictures.ready.connect(self._on_ready)
        self._sizes = [pages.size(page) for page in range(pages.count)]
        self._markers = Markers(())
        self._lay_out()
        if from_the_first:
            self.horizontalScrollBar().setValue(0)
            self.go_to(0)

    def close_pages(self) -> None:
        """Let go of the document."""
        if self._pictures is not None:
            self._pictures.close()
            self._pictures = None

    def set_facing(self, is_facing: bool) -> None:
        """Lay pages side by side, or under one another."""
        self._is_facing = is_facing
        self._lay_out()

    def zoom_in(self) -> None:
        """Show pages larger."""
        self._zoom_by(_STEP)

    def zoom_out(self) -> None:
        """Show pages smaller."""
        self._zoom_by(1 / _STEP)

    def zoom_to_fit(self) -> None:
        """Show whole pages."""
        self._zoom = None
        self._lay_out()
        self.zoomed.emit()

    def percent(self) -> int | None:
        """Give the zoom, 100 being the paper's own size; None where pages are fitted."""
        return None if self._zoom is None else round(self._zoom * 100)

    def go_to(self, page: int) -> None:
        """Bring a page into view, counted from 0; one that is not there is the nearest."""
        if not self._places:
            return
        self._page = min(max(page, 0), len(self._places) - 1)
        self.verticalScrollBar().setValue(round(self._places[self._page].top - MARGIN))
        self.page_changed.emit(self._page)

    def show_hits(self, hits: tuple[Hit, ...], *, stays: bool = False) -> None:
        """Light up what was found and bring the first into view, or stay where the pages are being read."""
        self._markers = Markers(hits)
        if hits and not stays:
            self.go_to(hits[0].page)
        self.viewport().update()

    def show_hit(self, hit: Hit) -> None:
        """Bring one place that was found into view and mark it among the others."""
        self._markers.in_hand = hit
        self.go_to(hit.page)
        place, scale = self._places[hit.page], self._places[hit.page].width / self._sizes[hit.page][0]
        for bar, near, room in (
            (self.verticalScrollBar(), place.top + hit.boxes[0][1] * scale, self.viewport().height()),
            (self.horizontalScrollBar(), place.left + hit.boxes[0][0] * scale, self.viewport().width()),
        ):
            if not bar.value() + MARGIN <= near <= bar.value() + room - 2 * MARGIN:
                bar.setValue(round(near - room / 3))
        self._page = hit.page
        self.page_changed.emit(hit.page)
        self.viewport().update()

    def _zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Show pages larger or smaller around a point of the view, around its middle where none is named."""
        self._zoom = min(max(self._scale() / SCREEN_PER_POINT * factor, _LEAST), _MOST)
        self._lay_out(at or QPointF(self.viewport().rect().center()))
        self.zoomed.emit()

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom * SCREEN_PER_POINT
        room = (self.viewport().width(), self.viewport().height())
        return fitting_scale(self._sizes, room, is_facing=self._is_facing)

    def _lay_out(self, at: QPointF | None = None) -> None:
        """Lay the pages out anew; what lies at a point of the view stays there, by itself what is uppermost."""
        at = at or QPointF(self.viewport().width() / 2, MARGIN)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        spot = spot_at(self._places, across.value() + at.x(), down.value() + at.y())
        was_laying, self._is_laying = self._is_laying, True
        self._rows = in_rows(self._sizes, is_facing=self._is_facing)
        self._places = placed(self._sizes, self._scale(), self.viewport().width(), is_facing=self._is_facing)
        self._make_bars()
        if spot is not None and self._places:
            x, y = point_of(self._places, spot)
            across.setValue(round(x - at.x()))
            down.setValue(round(y - at.y()))
        self._is_laying = was_laying
        self._page = min(self._page, max(len(self._places) - 1, 0))
        self._on_scrolled()
        self.page_changed.emit(self._page)

    def _make_bars(self) -> None:
        bottom = max((place.bottom for place in self._places), default=0) + MARGIN
        right = max((place.left + place.width for place in self._places), default=0) + MARGIN
        for bar, whole, room in (
            (self.verticalScrollBar(), bottom, self.viewport().height()),
            (self.horizontalScrollBar(), right, self.viewport().width()),
        ):
            bar.setRange(0, max(round(whole) - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(48)

    def _on_ready(self, _page: int) -> None:
        self.viewport().update()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        page = page_at(self._places, self.verticalScrollBar().value() + self.viewport().height() / 2)
        if self._is_laying or page is None or self._places[page].top == self._places[self._page].top:
            return
        self._page = page
        self.page_changed.emit(page)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turned:
            self._zoom_by(_STEP ** (turned / _NOTCH), event.position())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._places) - 1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.step(1)
            case Qt.Key.Key_PageUp:
                self.step(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.sunken)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-left, -top)
        for place in seen(self._places, top, top + self.viewport().height()):
            where = QRectF(place.left, place.top, place.width, place.height)
            self._paint_page(painter, place.page, where)
            painter.setPen(QPen(theme.line2, 0))
            painter.drawRect(where)
        if self.hasFocus():
            painter.resetTransform()
            focus_frame(painter, QRectF(self.viewport().rect()), theme.accent, radius=0)

    def _paint_page(self, painter: QPainter, page: int, where: QRectF) -> None:
        painter.fillRect(where, Qt.GlobalColor.white)
        if self._pictures is None:
            return
        picture = self._pictures.picture(page, round(where.width() * self.devicePixelRatioF()))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(where, picture, QRectF(picture.rect()))
        self._markers.paint(painter, page, where, where.width() / self._sizes[page][0])
