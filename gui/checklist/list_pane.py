"""The list with its filters above, its counts below, and what stands there when it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.filter_bar import FilterBar
from gui.checklist.filters import Filter
from gui.checklist.jump_button import JumpButton
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_view import ItemListView
from gui.platform.fonts import Role
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import plain_label
from gui.widgets.panes import Pane, hrule

_NARROW = 360


class ListPane(Pane):
    """Filters, items, counts; in a narrow window a drop-down of sections stands in for the tree."""

    filter_wanted = Signal(Filter)
    section_chosen = Signal(str)
    only_mine_wanted = Signal(bool)

    def __init__(self, model: ItemListModel, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.filters = FilterBar()
        self.list = ItemListView(model)
        self._sections: tuple[tuple[str, str], ...] = ()
        self._only_mine = True
        self.jump = JumpButton()
        self._jump_row = self._make_jump_row()
        self._counts = plain_label("", Role.META, "ink3")
        self._keys = plain_label("", Role.META, "ink3")
        self._empty = self._empty_state()
        self._build()
        self.filters.filter_wanted.connect(self.filter_wanted)
        self.filters.left_downwards.connect(self.list.setFocus)
        self.jump.clicked.connect(self._on_jump_clicked)

    def show_counts(self, shown: int, unanswered: int, *, is_narrowed: bool = False) -> None:
        """Say how many items are in the list, or were found, and how many of them are unanswered."""
        wording = (
            self.tr("找到 {shown} 条 · 未填 {open} 条") if is_narrowed else self.tr("共 {shown} 条 · 未填 {open} 条")
        )
        self._counts.setText(wording.format(shown=shown, open=unanswered))
        self._stack.setCurrentIndex(0 if shown else 1)

    def show_sections(self, sections: Sequence[tuple[str, str]], *, only_mine: bool) -> None:
        """Take the refs and headings that the drop-down leads to."""
        self._sections, self._only_mine = tuple(sections), only_mine

    def show_section(self, heading: str) -> None:
        """Write on the drop-down where the item in hand stands."""
        self.jump.show_place(heading)

    def set_folded(self, folded: bool) -> None:
        """Show the drop-down in place of the tree."""
        self._jump_row.setVisible(folded)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.tr("Ctrl+Enter 下一条未填　F1 按键表")
        self._keys.setText(wide if self.width() >= _NARROW else self.tr("F1 按键表"))

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            "search",
            self.tr("没有符合条件的要点。"),
            self.tr("去掉一个筛选，或按 Esc 看全部。"),
            self.tr("看全部"),
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(self._jump_row)
        layout.addWidget(self.filters)
        layout.addWidget(hrule())
        layout.addWidget(self._stacked(), 1)
        layout.addWidget(hrule())
        layout.addLayout(self._foot())
        self._empty.wanted.connect(self._on_all_wanted)

    def _make_jump_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 16, 0)
        row.addWidget(self.jump)
        holder.hide()
        return holder

    def _stacked(self) -> QWidget:
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        return holder

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._counts)
        row.addStretch()
        row.addWidget(self._keys)
        return row

    def _on_all_wanted(self) -> None:
        self.filter_wanted.emit(Filter())

    def _on_jump_clicked(self) -> None:
        menu = QMenu(self)
        for ref, name in self._sections:
            menu.addAction(name.replace("&", "&&")).setData(ref)
        menu.addSeparator()
        mine = menu.addAction(self.tr("只看本校与共同责任"))
        mine.setCheckable(True)
        mine.setChecked(self._only_mine)
        mine.toggled.connect(self.only_mine_wanted)
        menu.triggered.connect(self._on_section_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.jump.mapToGlobal(QPoint(0, self.jump.height() + 2)))

    def _on_section_triggered(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.section_chosen.emit(action.data())
