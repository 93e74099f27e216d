"""The ledger and the finding in hand side by side, and the keys that work on both."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from gui.findings.bar import FindingBar
from gui.findings.board import Board
from gui.findings.columns import Layout
from gui.findings.content import Narrowing, departments_of
from gui.findings.detail import DetailPane
from gui.findings.table import FindingTable
from gui.findings.table_model import FindingTableModel
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import column_in, hrule, row_in, vrule
from gui.widgets.screen import Screen
from gui.widgets.writing import writes
from models.vocabulary import FindingNumber
from services.findings.rows import FindingRow

_WIDE_FROM, _SPLIT_FROM = 1400, 1180
_ITEM_WIDE, _ITEM = 376, 320


class FindingsView(Screen):
    """Table or board at the left, the item at the right; where there is little room it opens as a page."""

    step_wanted = Signal(int)
    new_wanted = Signal()
    paste_wanted = Signal()
    came_forward = Signal()

    def __init__(self, model: FindingTableModel, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.bar, self.table, self.board = FindingBar(), FindingTable(model), Board()
        self.detail = DetailPane(today)
        how = self.tr("在清单里，部分落实和未落实的要点可以开整改；别处发现的，从这里记。")
        self._empty = writes(EmptyState("mend", self.tr("还没有整改的问题。"), how, self.tr("新问题"), "plus"))
        self._nothing = EmptyState(
            "search", self.tr("没有符合条件的问题。"), self.tr("去掉一个筛选，或按 Esc 看全部。"), self.tr("看全部")
        )
        self._pages, self._line = QStackedWidget(), vrule()
        self._left = QWidget()
        self._is_narrow = self._is_paged = False
        self._has_rows = False
        self._build()
        self._add_keys()

    def show_rows(self, rows: Sequence[FindingRow], kept: Sequence[FindingRow], wanted: Narrowing) -> None:
        """Show what is kept of all rows, or say why nothing is."""
        self._has_rows = bool(rows)
        self.bar.show_narrowing(wanted, departments_of(rows))
        self.bar.export.setEnabled(self._has_rows)
        self.board.show_rows(kept)
        if not rows:
            self._pages.setCurrentWidget(self._empty)
        elif not kept:
            self._pages.setCurrentWidget(self._nothing)
        else:
            self._pages.setCurrentWidget(self.board if self._shows_board else self.table)
        self._fit_item()

    def show_board(self, is_board: bool) -> None:
        """Show cards or lines."""
        self._shows_board = is_board
        self.bar.switch.show_board(is_board)
        if self._pages.currentWidget() in (self.table, self.board):
            self._pages.setCurrentWidget(self.board if is_board else self.table)
            self.focus_rows()

    def show_number(self, number: FindingNumber | None) -> None:
        """Mark the finding in hand."""
        self.table.rows.show_number(number)
        self.board.show_number(number)

    def open_item(self) -> None:
        """Bring the finding in hand to the front and go to its first field."""
        if self._is_narrow:
            self._is_paged = True
            self._fit_item()
        self.detail.focus_first()

    def leave_item(self) -> None:
        """Go back to the ledger."""
        self._is_paged = False
        self._fit_item()
        self.focus_rows()

    def focus_rows(self) -> None:
        """Go to the rows or the cards."""
        if self._shows_board:
            self.board.focus_cards()
        else:
            self.table.rows.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no field wanted."""
        key = event.key()
        if key in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers():
            self.step_wanted.emit(1 if key == Qt.Key.Key_J else -1)
        elif key == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.came_forward.emit()

    _shows_board = False

    def _build(self) -> None:
        for page in (self.table, self.board, self._empty, self._nothing):
            self._pages.addWidget(page)
        left = column_in(self._left)
        left.addWidget(self.bar)
        left.addWidget(hrule())
        left.addWidget(self._pages, 1)
        row = row_in(self)
        row.addWidget(self._left, 1)
        row.addWidget(self._line)
        row.addWidget(self.detail)
        self.bar.left_downwards.connect(self.focus_rows)
        self.bar.new.clicked.connect(self.new_wanted)
        self._empty.wanted.connect(self.new_wanted)
        self._nothing.wanted.connect(self._on_all_wanted)
        self.table.rows.opened.connect(self.open_item)
        self.table.rows.doubleClicked.connect(self.open_item)
        self.board.opened.connect(self.open_item)
        self.detail.back_wanted.connect(self.leave_item)
        self.begin_at(self.table.rows, self.board, self._empty.button, self.bar.search)

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+Return": self._on_next,
            "Ctrl+Enter": self._on_next,
            "Ctrl+F": self._on_find,
            "Ctrl+V": self.paste_wanted.emit,
            "Ctrl+O": self.detail.evidence.add.click,
            "F2": self.detail.correct,
        }
        for sequence, slot in keys.items():
            self.on_keys(sequence, slot)

    def _fit(self, size: QSize) -> None:
        is_wide = size.width() >= _WIDE_FROM
        self._is_narrow = size.width() < _SPLIT_FROM
        self.table.show_layout(Layout(has_axis=not self._is_narrow, has_evidence=is_wide or self._is_narrow))
        self._line.setVisible(not self._is_narrow)
        self.detail.back.setVisible(self._is_narrow)
        self.detail.setMinimumWidth(0 if self._is_narrow else _ITEM_WIDE if is_wide else _ITEM)
        self.detail.setMaximumWidth(1 << 20 if self._is_narrow else _ITEM_WIDE if is_wide else _ITEM)
        self._fit_item()

    def _fit_item(self) -> None:
        has_item = self._has_rows and self._pages.currentWidget() in (self.table, self.board)
        self.detail.setVisible(has_item and (self._is_paged or not self._is_narrow))
        self._line.setVisible(has_item and not self._is_narrow)
        self._left.setVisible(not (self._is_narrow and self._is_paged and has_item))

    def _on_next(self) -> None:
        if self.detail.rounds.words.hasFocus() and not self.detail.rounds.is_written:
            self.detail.rounds.write()
        else:
            self.step_wanted.emit(1)

    def _on_find(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _on_escape(self) -> None:
        focused = self.focusWidget()
        if self._is_paged or (focused is not None and self.detail.isAncestorOf(focused)):
            self.leave_item()
        else:
            self._on_all_wanted()

    def _on_all_wanted(self) -> None:
        self.bar.narrowing_wanted.emit(Narrowing())
        self.focus_rows()
