"""Lines with lines below them, as Qt's item views ask for them: two levels and no more."""

from abc import abstractmethod

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex


class TwoLevelModel(QAbstractItemModel):
    """An index remembers the line it stands below: 0 for none, else its place from 1 on."""

    @abstractmethod
    def count(self) -> int:
        """Count the upper lines."""

    @abstractmethod
    def count_below(self, row: int) -> int:
        """Count the lines below an upper one."""

    def place_of(self, index: Index) -> tuple[int | None, int]:
        """Say which upper line a line stands below, None for an upper one, and at which place."""
        owner = int(index.internalId())
        return (owner - 1 if owner else None), index.row()

    def index_below(self, upper: int, row: int) -> QModelIndex:
        """Give the index of a line below an upper one."""
        return self.createIndex(row, 0, upper + 1)

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        owner = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(owner - 1, 0, 0) if owner else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self.count()
        upper, row = self.place_of(parent)
        return self.count_below(row) if upper is None and parent.column() == 0 else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1
