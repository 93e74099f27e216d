"""Search and filters over the list: what is asked goes out as one value."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.filter_counts import FilterCounts
from gui.checklist.filter_menu import FilterMenus
from gui.checklist.filter_words import FLAGS, PICKS, flag_words, pick_words, status_words
from gui.checklist.filters import Filter
from gui.platform.icons import icon
from gui.platform.theme import theme_of
from gui.widgets.buttons import FilterChip, LinkButton, ToolButton
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import set_tip
from gui.widgets.line_edit import LineEdit

_NARROW = 340
_STANDING_PICKS = ("department",)
_STANDING_FLAGS = ("lacks_evidence", "is_missed")


class FilterBar(QWidget):
    """A search field, a menu of every filter, and chips: those used most, and all that narrow the list now."""

    filter_wanted = Signal(Filter)
    keep_wanted = Signal()
    recall_wanted = Signal(str)
    rename_wanted = Signal(str)
    drop_wanted = Signal(str)
    left_downwards = Signal()
    division_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter, self._counts = Filter(), FilterCounts()
        self.search = LineEdit("", self.tr("搜索要求、说明、佐证、整改"), "search")
        self.tool = ToolButton("filter", self.tr("筛选"), "Ctrl+L", outlined=True)
        self._empty = QAction(self.tr("清空"), self)
        self.status = FilterChip(is_menu=True)
        self.picks = {name: FilterChip(is_menu=True) for name in PICKS}
        self.flags = {name: FilterChip() for name in FLAGS}
        self.clear = LinkButton(self.tr("清除"))
        self.menus = FilterMenus(self)
        self._build()
        self._listen()
        self._empty.setVisible(False)
        self.show_filter(self._filter, self._counts)

    @property
    def filter(self) -> Filter:
        """Give what is asked now."""
        return self._filter

    def show_filter(self, wanted: Filter, counts: FilterCounts) -> None:
        """Show what is asked without asking it again."""
        self._filter, self._counts = wanted, counts
        self.menus.show_filter(wanted, counts)
        with QSignalBlocker(self.search):
            if self.search.text().strip() != wanted.text:
                self.search.setText(wanted.text)
                self._empty.setVisible(bool(wanted.text))
        self.status.setText(status_words(wanted))
        self.status.show_active(bool(wanted.statuses))
        for name, chip in self.picks.items():
            chip.setText(pick_words(name, wanted, counts))
            chip.show_active(_is_on(wanted, name))
        for name, chip in self.flags.items():
            chip.setText(flag_words(name, counts))
            chip.show_active(_is_on(wanted, name))
        self._show_chips()

    def show_kept(self, names: Sequence[str]) -> None:
        """Offer the filters that were kept under a name."""
        self.menus.show_kept(names)

    def open_menu(self) -> None:
        """Drop down the menu of every filter."""
        self._drop(self.tool, self.menus.whole())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chips()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._empty.setIcon(icon("close", theme_of(self), "ink3", 16))

    def _show_chips(self) -> None:
        """Show the chips used most, those that narrow the list, and 需复核 where something is to be reviewed."""
        wanted, has_room = self._filter, self.width() >= _NARROW
        for name, chip in self.picks.items():
            chip.setVisible(name in _STANDING_PICKS or _is_on(wanted, name))
        for name, chip in self.flags.items():
            is_due = name == "needs_review" and self._counts.to_review > 0
            chip.setVisible(_is_on(wanted, name) or is_due or (has_room and name in _STANDING_FLAGS))
        self.clear.setVisible(wanted.parts > 0)

    def _build(self) -> None:
        set_tip(self.search, self.tr("几个词用空格隔开；也可以打拼音首字母，例如 ssx 找“双师型”　Ctrl+F"))
        self.search.setAccessibleName(self.tr("搜索"))
        set_tip(self.clear, self.tr("去掉所有筛选，搜索的词留着"))
        self._empty.setIcon(icon("close", theme_of(self), "ink3", 16))
        self.search.addAction(self._empty, LineEdit.ActionPosition.TrailingPosition)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.tool)
        layout.addLayout(row)
        chips = FlowLayout(gap=4, line_gap=4)
        for chip in (self.status, *self.picks.values(), *self.flags.values(), self.clear):
            chips.addWidget(chip)
        layout.addLayout(chips)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self.left_downwards)
        self._empty.triggered.connect(self.search.clear)
        self.tool.clicked.connect(self.open_menu)
        self.menus.wanted.connect(self.filter_wanted)
        self.menus.division_wanted.connect(self.division_wanted)
        for signal, wish in (
            (self.menus.keep_wanted, self.keep_wanted),
            (self.menus.recall_wanted, self.recall_wanted),
            (self.menus.rename_wanted, self.rename_wanted),
            (self.menus.drop_wanted, self.drop_wanted),
        ):
            signal.connect(wish)
        self.status.clicked.connect(self._on_status_clicked)
        self.status.cleared.connect(partial(self._clear_part, "statuses"))
        for name, chip in self.picks.items():
            chip.clicked.connect(partial(self._on_pick_clicked, name))
            chip.cleared.connect(partial(self._clear_part, name))
        for name, chip in self.flags.items():
            chip.clicked.connect(partial(self._on_flag_clicked, name))
            chip.cleared.connect(partial(self._clear_part, name))
        self.clear.clicked.connect(self._on_clear_clicked)

    def _on_text_changed(self, text: str) -> None:
        self._empty.setVisible(bool(text))
        self.filter_wanted.emit(replace(self._filter, text=text.strip()))

    def _on_status_clicked(self) -> None:
        self._drop(self.status, self.menus.statuses())

    def _on_pick_clicked(self, name: str) -> None:
        self._drop(self.picks[name], self.menus.pick(name))

    def _on_flag_clicked(self, name: str) -> None:
        self.filter_wanted.emit(self._filter.but(name, not getattr(self._filter, name)))

    def _clear_part(self, name: str) -> None:
        self.filter_wanted.emit(self._filter.but(name, getattr(Filter(), name)))

    def _on_clear_clicked(self) -> None:
        self.filter_wanted.emit(Filter(text=self._filter.text))

    def _drop(self, under: QWidget, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))


def _is_on(wanted: Filter, name: str) -> bool:
    return bool(getattr(wanted, name) != getattr(Filter(), name))
