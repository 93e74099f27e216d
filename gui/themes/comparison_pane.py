"""One theme across the cities: its figures lined up, and under them a column of items a city."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.themes.city_heads import CityHeads
from gui.themes.columns import INDENT, least_width, spans
from gui.themes.content import Column, Comparison
from gui.themes.duty_list import DutyList
from gui.themes.figure_board import FigureBoard
from gui.widgets.labels import ElidedLabel, plain_label
from gui.widgets.panes import Pane, column_in, scrolled

_TITLE, _FOOT = 48, 24


class DutyColumns(QWidget):
    """A list a city, side by side, as tall as the tallest."""

    came_to = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: list[DutyList] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_columns(self, columns: Sequence[Column], words: Sequence[str] = ()) -> None:
        """Show other items; the lists stay, so that the keyboard does."""
        for _ in range(len(self._lists), len(columns)):
            made = DutyList(self)
            made.came_to.connect(self._on_came_to)
            self._lists.append(made)
        for place, one in enumerate(self._lists):
            one.setVisible(place < len(columns))
        for one, column in zip(self._lists, columns, strict=False):
            one.show_duties(column.city, column.duties, words)
        self._place()
        self.updateGeometry()

    @property
    def lists(self) -> tuple[DutyList, ...]:
        """Give the lists in the order of the cities."""
        return tuple(one for one in self._lists if not one.isHidden())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, _width: int) -> int:
        return max((one.height_of_rows for one in self.lists), default=0) + _FOOT

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        for span in spans(self.width(), len(self.lists))[:-1]:
            painter.fillRect(span.left + span.width - 1, 0, 1, self.height(), theme.line)

    def _on_came_to(self, row: QRect) -> None:
        came = self.sender()
        if isinstance(came, DutyList) and came.hasFocus():
            self.came_to.emit(row.translated(came.pos()))

    def _place(self) -> None:
        for one, span in zip(self.lists, spans(self.width(), len(self.lists)), strict=True):
            one.setGeometry(span.left, 0, span.width - 1, self.height())


class ComparisonPane(Pane):
    """Title, the cities' names that stay, and everything else, which scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._name = plain_label("", Role.TITLE)
        self._extent = ElidedLabel("", Role.SMALL, "ink3")
        self._heads, self.board, self.columns = CityHeads(), FigureBoard(), DutyColumns()
        self._content = QWidget()
        self._area = scrolled(self._content, level=True)
        self._build()
        self._area.horizontalScrollBar().valueChanged.connect(self._move_heads)
        self._content.installEventFilter(self)
        self.columns.came_to.connect(self._on_came_to)

    def show_comparison(self, shown: Comparison, words: Sequence[str] = ()) -> None:
        """Show a theme from its top, words looked for lit."""
        is_other = shown.name != self._name.text()
        self._name.setText(shown.name)
        self._extent.setText(shown.extent)
        self._content.setMinimumWidth(least_width(len(shown.columns)))
        self._heads.show_columns(shown.columns)
        self.board.show_figures(shown.figures, [column.city for column in shown.columns], words)
        self.columns.show_columns(shown.columns, words)
        self._move_heads()
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._move_heads()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(INDENT, 0, INDENT, 0)
        head.setSpacing(16)
        head.addWidget(self._name)
        head.addWidget(self._extent, 1)
        self._name.setFixedHeight(_TITLE)
        inner = column_in(self._content)
        inner.addWidget(self.board)
        inner.addWidget(self.columns, 1)
        self._area.setCornerWidget(Pane("sheet"))
        whole = column_in(self)
        whole.addLayout(head)
        whole.addWidget(self._heads)
        whole.addWidget(self._area, 1)

    def _on_came_to(self, row: QRect) -> None:
        """Bring the item the keyboard came to into sight, all of it where there is room."""
        middle = row.translated(self.columns.pos()).center()
        self._area.ensureVisible(middle.x(), middle.y(), row.width() // 2, row.height() // 2)

    def _move_heads(self) -> None:
        self._heads.show_place(self._area.horizontalScrollBar().value(), self._content.width())
