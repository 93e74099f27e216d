"""A field to search all years with, and what was found below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.search.content import FoundLine
from gui.search.delegate import FoundDelegate
from gui.widgets.dialog import Dialog
from gui.widgets.labels import plain_label
from gui.widgets.line_edit import LineEdit
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import scrolled
from gui.widgets.row_list import RowList

_WIDTH, _HIGH = 680, 256
_REST_MS = 120
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchDialog(Dialog):
    """Says what is searched for a moment after the last key, and which hit is to be opened."""

    search_wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("找遍各年"),
            self.tr("各校、各年写过的完成情况、尚缺什么、理由、佐证和整改，都在里面找。几个词用空格隔开。"),
            act=self.tr("打开这一条"),
            stay=self.tr("关上"),
            width=_WIDTH,
            parent=parent,
        )
        self.field = LineEdit("", self.tr("写一个字就能找"), "search")
        self.field.setAccessibleName(self.tr("找什么"))
        self.list = RowList(FoundDelegate(), said=_spoken, opens_at_once=False)
        self.list.setAccessibleName(self.tr("找到的"))
        self._count = plain_label("", Role.META, "ink3")
        self._area = scrolled(self.list)
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_in()
        self._listen()

    def show_lines(self, lines: Sequence[FoundLine], count: str) -> None:
        """Show what was found, the first one ready to be opened."""
        self.list.show_rows(lines)
        self._count.setText(count)
        self.act_button.setEnabled(bool(lines))
        if lines:
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    @property
    def count(self) -> str:
        """Give what is said of how many were found."""
        return self._count.text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field down into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _DOWN:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    @override
    def accept(self) -> None:
        """Open what is chosen; what was typed last is searched first."""
        if self._resting.isActive():
            self._search()
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, FoundLine):
            super().accept()
            self.chosen.emit(row.hit)

    def _lay_in(self) -> None:
        self._area.setFixedHeight(_HIGH)
        OverScroll(self._area)
        self.add(self.field)
        self.add(self._count)
        self.add(self._area)
        self.act_button.setEnabled(False)
        self.field.setFocus()

    def _listen(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text_changed)
        self._resting.timeout.connect(self._search)
        self.list.wanted.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def _on_text_changed(self) -> None:
        self._resting.start()

    def _search(self) -> None:
        self._resting.stop()
        self.search_wanted.emit(self.field.text().strip())

    def _on_current_changed(self, current: QModelIndex) -> None:
        rect = self.list.visualRect(current)
        self._area.ensureVisible(rect.left(), rect.center().y(), 0, rect.height())


def _spoken(row: object) -> str:
    return f"{row.piece.text}，{row.where}，{row.place}" if isinstance(row, FoundLine) else ""
