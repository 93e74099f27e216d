"""The items of one clause as rows."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from gui.drafting.content import DraftItemRow
from models.vocabulary import ItemKey

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


class DraftItemModel(QAbstractListModel):
    """Takes rows as they come; where their keys stay, only what is said otherwise is drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DraftItemRow, ...] = ()

    @property
    def keys(self) -> tuple[ItemKey, ...]:
        """Name the items in their order."""
        return tuple(row.key for row in self._rows)

    def show_rows(self, rows: Sequence[DraftItemRow]) -> None:
        """Take other rows."""
        if [row.key for row in rows] == list(self.keys):
            self._amend(rows)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> DraftItemRow | None:
        """Give the item at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str | None) -> QModelIndex:
        """Find an item; an invalid index where it is not here."""
        return self.index(self.keys.index(key)) if key in self.keys else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole if row is not None:
                return f"{row.label}，{row.text}，{row.meta}"
        return None

    def _amend(self, rows: Sequence[DraftItemRow]) -> None:
        before, self._rows = self._rows, tuple(rows)
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
