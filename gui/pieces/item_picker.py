"""Items of the checklist to choose from, by number, words or pinyin initials."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.widgets.labels import set_tip, tip_text
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import column_in
from models.folding import folded
from models.vocabulary import ItemKey
from services.checklist import Checklist
from services.hits import words_of
from services.initials import initials

Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class Choice:
    """One item: its key, what is shown of it, what it is searched by."""

    key: ItemKey
    label: str
    text: str
    searched: str


def choices_of(checklist: Checklist) -> tuple[Choice, ...]:
    """List the items that bind the school."""
    return tuple(
        _choice(row.key, row.label, row.item.text, measure.heading)
        for measure in checklist.measures()
        for row in measure.items
        if row.is_binding
    )


def found_in(choices: Iterable[Choice], words: str) -> tuple[Choice, ...]:
    """Give the items that all of these words are found in."""
    wanted = words_of(words)
    return tuple(one for one in choices if all(word in one.searched for word in wanted))


class ItemPicker(QWidget):
    """A search field over a list; several items are ticked, or one is taken."""

    changed = Signal()
    taken = Signal(str)

    def __init__(self, choices: Sequence[Choice], *, ticks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self.search = LineEdit("", self.tr("编号、文字或拼音首字母"), "search")
        set_tip(self.search, self.tr("可以打编号 11-2、要点里的字，或拼音首字母 ssx"))
        self._model = _Choices(ticks=ticks, parent=self)
        self.list = _List(self._model)
        self._lay_out()
        self._model.show_choices(self._choices)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return)
        self._model.ticked.connect(self.changed)
        self.list.opened.connect(self._on_opened)

    @property
    def ticked(self) -> tuple[ItemKey, ...]:
        """Name the ticked items in the order of the document."""
        return tuple(one.key for one in self._choices if one.key in self._model.chosen)

    def tick(self, keys: Iterable[ItemKey]) -> None:
        """Tick these items and no others, and bring the first into sight."""
        self._model.tick(frozenset(keys))
        self._model.show_choices(sorted(self._choices, key=lambda one: one.key not in self._model.chosen))

    def _lay_out(self) -> None:
        column = column_in(self, 8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def _on_searched(self, words: str) -> None:
        self._model.show_choices(found_in(self._choices, words))
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))

    def _on_return(self) -> None:
        self._on_opened(self.list.currentIndex())

    def _on_opened(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._model.ticks:
            self._model.toggle(index)
        else:
            self.taken.emit(self._model.choice_at(index).key)


class _List(QListView):
    """Opens a row by Enter, Space or a double click."""

    opened = Signal(QModelIndex)

    def __init__(self, model: "_Choices", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("要点"))
        self.setUniformItemSizes(True)
        self.setFont(fonts.small())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(120)
        self.doubleClicked.connect(self.opened)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Choices(QAbstractListModel):
    """Items with or without a box to tick."""

    ticked = Signal()

    def __init__(self, *, ticks: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticks = ticks
        self.chosen: frozenset[ItemKey] = frozenset()
        self._shown: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show other items."""
        self.beginResetModel()
        self._shown = tuple(choices)
        self.endResetModel()

    def choice_at(self, index: Index) -> Choice:
        """Give the item at an index."""
        return self._shown[index.row()]

    def tick(self, keys: frozenset[ItemKey]) -> None:
        """Tick these and no others."""
        self.chosen = keys
        self.ticked.emit()

    def toggle(self, index: Index) -> None:
        """Tick an item, or no longer."""
        self.tick(self.chosen ^ {self.choice_at(index).key})
        self.dataChanged.emit(index, index)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        more = Qt.ItemFlag.ItemIsUserCheckable if self.ticks else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | more

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.choice_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{one.label}　{one.text}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip_text(one.text)
            case Qt.ItemDataRole.CheckStateRole if self.ticks:
                return Qt.CheckState.Checked if one.key in self.chosen else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not self.ticks:
            return False
        self.toggle(index)
        return True


def _choice(key: ItemKey, label: str, text: str, heading: str) -> Choice:
    said = folded(f"{label} {heading} {text}")
    return Choice(key, label, text, f"{said}\n{initials(heading + text)}")
