"""The menus of filters: several can be set before a menu is closed, and filters are kept and recalled here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from gui.checklist.filter_counts import FilterCounts
from gui.checklist.filter_words import FLAGS, PICKS, flag_words, pick_name, pick_values
from gui.checklist.filters import Filter
from models.vocabulary import Status
from resources import word
from services.scoring import ORDER

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StayingMenu(QMenu):
    """A menu that stays open while things in it are ticked."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class FilterMenus(QObject):
    """Makes menus that say what is wanted as one filter, made from the one asked at that moment."""

    wanted = Signal(Filter)
    keep_wanted = Signal()
    recall_wanted = Signal(str)
    rename_wanted = Signal(str)
    drop_wanted = Signal(str)
    division_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._filter, self._counts = Filter(), FilterCounts()
        self._kept: tuple[str, ...] = ()

    def show_filter(self, wanted: Filter, counts: FilterCounts) -> None:
        """Take what is asked now, and what could be."""
        self._filter, self._counts = wanted, counts

    def show_kept(self, names: Sequence[str]) -> None:
        """Take the names of the filters kept."""
        self._kept = tuple(names)

    def whole(self) -> QMenu:
        """Make the menu of every filter."""
        menu = StayingMenu(self._over)
        menu.addMenu(self.statuses(menu))
        for name in PICKS:
            menu.addMenu(self.pick(name, menu))
        menu.addSeparator()
        for name in FLAGS:
            self._add(menu, flag_words(name, self._counts), partial(self._turn, name), getattr(self._filter, name))
        menu.addSeparator()
        self._add_kept(menu)
        menu.addSeparator()
        menu.addAction(self.tr("看全部")).triggered.connect(partial(self.wanted.emit, Filter()))
        return menu

    def statuses(self, parent: QWidget | None = None) -> QMenu:
        """Make the menu of statuses, of which several can be ticked."""
        menu = StayingMenu(self.tr("状态"), parent or self._over)
        for status in ORDER:
            self._add(menu, word(status), partial(self._turn_status, status), status in self._filter.statuses)
        return menu

    def pick(self, name: str, parent: QWidget | None = None) -> QMenu:
        """Make the menu of a filter of which one of several is chosen."""
        menu, asked = QMenu(pick_name(name), parent or self._over), getattr(self._filter, name)
        nothing = getattr(Filter(), name)
        self._add(menu, self.tr("全部"), partial(self._choose, name, nothing), asked == nothing)
        menu.addSeparator()
        for value, said in pick_values(name, self._counts):
            self._add(menu, said, partial(self._choose, name, value), asked == value)
        if name == "department":
            menu.addSeparator()
            menu.addAction(self.tr("分工和任务单")).triggered.connect(self.division_wanted)
        return menu

    def _add_kept(self, menu: QMenu) -> None:
        for name in self._kept:
            menu.addAction(_plain(name)).triggered.connect(partial(self.recall_wanted.emit, name))
        keep = menu.addAction(self.tr("存下这组筛选…"))
        keep.setEnabled(not self._filter.is_empty)
        keep.triggered.connect(self.keep_wanted)
        if self._kept:
            menu.addMenu(self._changing(self.tr("改名"), self.rename_wanted.emit, menu))
            menu.addMenu(self._changing(self.tr("删去"), self.drop_wanted.emit, menu))

    def _changing(self, title: str, act: Callable[[str], None], parent: QWidget) -> QMenu:
        menu = QMenu(title, parent)
        for name in self._kept:
            menu.addAction(_plain(name)).triggered.connect(partial(act, name))
        return menu

    def _add(self, menu: QMenu, words: str, act: Callable[[], None], is_on: bool) -> None:
        action = menu.addAction(_plain(words))
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(act)

    def _turn(self, name: str) -> None:
        self.wanted.emit(self._filter.but(name, not getattr(self._filter, name)))

    def _turn_status(self, status: Status) -> None:
        self.wanted.emit(replace(self._filter, statuses=self._filter.statuses ^ {status}))

    def _choose(self, name: str, value: str | None) -> None:
        self.wanted.emit(self._filter.but(name, value))


def _plain(words: str) -> str:
    # a department's name is text people typed: "&" in it is no mnemonic
    return words.replace("&", "&&")
