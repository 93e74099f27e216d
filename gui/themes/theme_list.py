"""The themes at the left, each with how many items every city has under it."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.theme import Theme, theme_of
from gui.themes.content import ThemeLine
from gui.widgets.flat import lie_flat
from gui.widgets.panes import Pane, column_in
from gui.widgets.row_list import ROW, RowDelegate, RowModel

ROW_HEIGHT, LOW_ROW_HEIGHT = 28, 24
_EDGE, _RIGHT_EDGE, _COUNT, _TOTAL, _HEAD = 16, 8, 21, 32, 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ThemeDelegate(RowDelegate):
    """A name and a count a city, or only their sum where there is little room."""

    is_ruled = False
    padding = 0
    is_dense = False

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: ThemeLine, theme: Theme, /) -> None:
        name = self._name_rect(rect, row)
        metrics = QFontMetrics(fonts.small())
        shown = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        _write(painter, name, shown, Role.SMALL, theme, "ink", _LEFT)
        if self.is_dense:
            _write(painter, rect.adjusted(0, 0, -_RIGHT_EDGE, 0), str(row.total), Role.META, theme, "ink2", _RIGHT)
            return
        for place, count in zip(count_rects(rect, len(row.counts)), row.counts, strict=True):
            _write(painter, place, str(count or "—"), Role.META, theme, "ink2" if count else "ink3", _RIGHT)

    @override
    def cut_text(self, rect: QRect, row: ThemeLine, /) -> str:
        is_cut = QFontMetrics(fonts.small()).horizontalAdvance(row.name) > self._name_rect(rect, row).width()
        return row.name if is_cut else ""

    def _name_rect(self, rect: QRect, row: ThemeLine) -> QRect:
        taken = _TOTAL if self.is_dense else _COUNT * len(row.counts)
        return rect.adjusted(_EDGE, 0, -_RIGHT_EDGE - taken, 0)


class ThemeList(QListView):
    """One theme is always chosen, by a click or by the arrow keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowModel(sentence_of, self)
        self._delegate = ThemeDelegate(ROW_HEIGHT)
        self._delegate.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._lie_flat()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_lines(self, lines: Sequence[ThemeLine], chosen: str) -> None:
        """Show other themes with one of them chosen, without saying that it was chosen."""
        with QSignalBlocker(self.selectionModel()):
            self._rows.show_rows(lines)
            self.choose(chosen)
        self.viewport().update()

    def choose(self, slug: str) -> None:
        """Choose a theme, as a click does; one that is not listed leaves all as it is."""
        rows = (self._rows.index(row) for row in range(self._rows.rowCount()))
        if index := next((index for index in rows if index.data(ROW).slug == slug), None):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def show_room(self, *, is_dense: bool, is_low: bool) -> None:
        """Leave the counts out where there is little room, and take lower rows in a low window."""
        self._delegate.is_dense = is_dense
        self._delegate.set_height(LOW_ROW_HEIGHT if is_low else ROW_HEIGHT)
        self.scheduleDelayedItemsLayout()

    def _lie_flat(self) -> None:
        lie_flat(self)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("主题"))

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ROW).slug)


class ThemePane(Pane):
    """The list under the cities' initials."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.themes = ThemeList()
        self._head = _Head(self.themes.viewport())
        layout = column_in(self)
        layout.addWidget(self._head)
        layout.addWidget(self.themes, 1)

    def show_lines(self, lines: Sequence[ThemeLine], chosen: str) -> None:
        """Show other themes, one of them chosen."""
        self._head.show_cities(lines[0].cities if lines else ())
        self.themes.show_lines(lines, chosen)

    def show_room(self, *, is_dense: bool, is_low: bool) -> None:
        """Take less room."""
        self._head.show_dense(is_dense)
        self.themes.show_room(is_dense=is_dense, is_low=is_low)


class _Head(QWidget):
    """The word 主题 and an initial over each column of counts."""

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self._over = over
        self._cities: tuple[str, ...] = ()
        self._is_dense = False
        self.setFixedHeight(_HEAD)

    def show_cities(self, cities: tuple[str, ...]) -> None:
        self._cities = cities or self._cities
        self.setAccessibleName("，".join(self._cities))
        self.update()

    def show_dense(self, is_dense: bool) -> None:
        self._is_dense = is_dense
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        rect = QRect(0, 0, self._over.width(), self.height())
        _write(painter, rect.adjusted(_EDGE, 0, 0, 0), self.tr("主题"), Role.SMALL_BOLD, theme, "ink", _LEFT)
        if self._is_dense:
            _write(painter, rect.adjusted(0, 0, -_RIGHT_EDGE, 0), self.tr("要点"), Role.META, theme, "ink3", _RIGHT)
            return
        for place, city in zip(count_rects(rect, len(self._cities)), self._cities, strict=True):
            _write(painter, place, city[:1], Role.META, theme, "ink3", _RIGHT)


def count_rects(rect: QRect, count: int) -> list[QRect]:
    """Give the places of the counts at the right of a row."""
    left = rect.right() + 1 - _RIGHT_EDGE - _COUNT * count
    return [QRect(left + place * _COUNT, rect.top(), _COUNT, rect.height()) for place in range(count)]


def sentence_of(row: object) -> str:
    """Tell a screen reader what a row shows."""
    assert isinstance(row, ThemeLine)
    counts = (f"{city} {count}" for city, count in zip(row.cities, row.counts, strict=True))
    return f"{row.name}：{'，'.join(counts)}"


def _write(
    painter: QPainter, rect: QRect, text: str, role: Role, theme: Theme, ink: str, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(fonts.font(role))
    painter.setPen(theme.role(ink))
    painter.drawText(rect, side, text)
