"""The items under the headings of their measures, as Qt's item views ask for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from gui.checklist.pressing import Pressing
from gui.widgets.labels import tip_text
from models.vocabulary import ItemKey, Status
from resources import word
from services.checklist import ItemRow

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 2000
_tr = partial(QCoreApplication.translate, "checklist")


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """The heading of a measure: what stands in its items and how many are answered."""

    ref: str
    number: str
    heading: str
    statuses: tuple[Status, ...]
    count: str


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One item and the one thing that presses most."""

    row: ItemRow
    pressing: Pressing | None


Entry = HeadEntry | ItemEntry


class ItemListModel(QAbstractListModel):
    """Headings and items in one list; headings can be seen but not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[ItemKey | str, int] = {}
        self._heads: list[int] = []

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show a list anew."""
        self.beginResetModel()
        self._entries = list(entries)
        self._rows = {_name_of(entry): row for row, entry in enumerate(self._entries)}
        self._heads = [row for row, entry in enumerate(self._entries) if isinstance(entry, HeadEntry)]
        self.endResetModel()

    def show_change(self, entries: Sequence[Entry]) -> None:
        """Take in entries that changed; those not shown are passed over."""
        for entry in entries:
            row = self._rows.get(_name_of(entry))
            if row is not None and self._entries[row] != entry:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))

    def entry_at(self, index: Index) -> Entry | None:
        """Give the heading or item at an index."""
        return self._entries[index.row()] if index.isValid() else None

    def key_at(self, index: Index) -> ItemKey | None:
        """Name the item at an index, None at a heading."""
        entry = self.entry_at(index)
        return entry.row.key if isinstance(entry, ItemEntry) else None

    def index_of(self, name: ItemKey | str) -> QModelIndex:
        """Find an item by its key or a heading by its measure's ref."""
        row = self._rows.get(name)
        return QModelIndex() if row is None else self.index(row)

    def keys(self) -> tuple[ItemKey, ...]:
        """Name the items in the order they are shown."""
        return tuple(entry.row.key for entry in self._entries if isinstance(entry, ItemEntry))

    def heads(self) -> Sequence[int]:
        """Give the rows that are headings, in order."""
        return self._heads

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entry_at(index), HeadEntry):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry_at(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return _title(entry)
            case Qt.ItemDataRole.ToolTipRole if isinstance(entry, ItemEntry):
                return tip_text(entry.row.item.text[:_MOST_SHOWN])
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(entry)
        return None


def _name_of(entry: Entry) -> ItemKey | str:
    # a measure's ref holds a slash or a Chinese numeral, an item's key a dash: they never meet
    return entry.ref if isinstance(entry, HeadEntry) else entry.row.key


def _title(entry: Entry | None) -> str | None:
    match entry:
        case HeadEntry():
            return f"{entry.number} {entry.heading}".strip()
        case ItemEntry():
            return f"{entry.row.label} {entry.row.item.text}"
    return None


def _spoken(entry: Entry | None) -> str | None:
    if not isinstance(entry, ItemEntry):
        return _title(entry)
    parts = [entry.row.label, word(entry.row.status), entry.row.item.text]
    parts += [entry.row.answer.department] if entry.row.answer.department else []
    parts += [_tr("佐证 {count} 件").format(count=len(entry.row.evidence))]
    parts += [entry.pressing.text] if entry.pressing else []
    return "，".join(parts)
