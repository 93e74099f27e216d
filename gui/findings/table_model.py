"""Headings and findings in one list, as Qt's item views ask for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from gui.findings.content import Entry, HeadEntry, RowEntry
from gui.findings.words import group_words, spoken
from gui.widgets.labels import tip_text
from models.vocabulary import FindingNumber

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 2000


class FindingTableModel(QAbstractListModel):
    """Rows in, roles out; headings can be seen but not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> Sequence[Entry]:
        """Give what is shown, in order."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; where only some rows say something new, only they are redrawn."""
        if [_name_of(one) for one in entries] != [_name_of(one) for one in self._entries]:
            self.beginResetModel()
            self._entries = tuple(entries)
            self.endResetModel()
            return
        before, self._entries = self._entries, tuple(entries)
        for place, (old, new) in enumerate(zip(before, self._entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def entry_at(self, index: Index) -> Entry | None:
        """Give the heading or finding at an index."""
        return self._entries[index.row()] if index.isValid() else None

    def number_at(self, index: Index) -> FindingNumber | None:
        """Name the finding at an index, None at a heading."""
        entry = self.entry_at(index)
        return entry.row.number if isinstance(entry, RowEntry) else None

    def index_of(self, number: FindingNumber | None) -> QModelIndex:
        """Find a finding."""
        for place, entry in enumerate(self._entries):
            if isinstance(entry, RowEntry) and entry.row.number == number:
                return self.index(place)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if isinstance(self.entry_at(index), HeadEntry) else super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry_at(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return entry
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(entry)
            case Qt.ItemDataRole.ToolTipRole if isinstance(entry, RowEntry):
                return tip_text(entry.row.remedy.problem[:_MOST_SHOWN])
        return None


def _name_of(entry: Entry) -> object:
    return entry.group if isinstance(entry, HeadEntry) else entry.row.number


def _spoken(entry: Entry | None) -> str | None:
    match entry:
        case HeadEntry():
            return group_words(entry.group)
        case RowEntry():
            return spoken(entry.row)
        case None:
            return None
