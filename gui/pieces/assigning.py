"""The table that says which item each file of a folder is for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.widgets.labels import tip_text
from models.vocabulary import ItemKey
from services.checklist import Checklist
from services.evidence.assigning import Found, Proposer, files_under
from services.evidence.intake import Offer
from services.progress import Progress

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands in a row."""

    FILE = 0
    ITEM = 1


@dataclass(frozen=True, slots=True)
class Assigned:
    """A file and the item it is for; None while nobody has said, or where it is left out."""

    found: Found
    item: ItemKey | None
    is_left_out: bool = False


def proposed(found: Iterable[Found], proposer: Proposer) -> tuple[Assigned, ...]:
    """Propose an item for every file."""
    return tuple(Assigned(one, proposer.propose(one.place)) for one in found)


def looked_through(paths: Iterable[Path], checklist: Checklist, progress: Progress) -> tuple[Assigned, ...]:
    """List the files under these paths with what is proposed for each: the work of a job."""
    return proposed(files_under(paths, progress), Proposer(checklist))


class AssignModel(QAbstractTableModel):
    """Files and items; `changed` says that an assignment did."""

    changed = Signal()

    def __init__(self, rows: Sequence[Assigned], labels: dict[ItemKey, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._labels = labels

    def assign(self, places: Iterable[int], item: ItemKey | None, *, leaves_out: bool = False) -> None:
        """Say which item these files are for, or that they stay out."""
        for place in places:
            self._rows[place] = replace(self._rows[place], item=item, is_left_out=leaves_out)
            self.dataChanged.emit(self.index(place, 0), self.index(place, Column.ITEM))
        self.changed.emit()

    def offers(self) -> tuple[Offer, ...]:
        """Give what is to come in."""
        return tuple(Offer.of_file(one.item, one.found.path) for one in self._rows if one.item is not None)

    def next_open(self, after: int) -> int | None:
        """Find the next file nobody has said anything of."""
        order = [*range(after + 1, len(self._rows)), *range(after + 1)]
        return next((row for row in order if self._rows[row].item is None and not self._rows[row].is_left_out), None)

    @property
    def open_count(self) -> int:
        """Count the files nobody has said anything of."""
        return sum(one.item is None and not one.is_left_out for one in self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {Column.FILE: self.tr("文件"), Column.ITEM: self.tr("收到哪一条")}[Column(section)]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match Column(index.column()), role:
            case Column.FILE, Qt.ItemDataRole.DisplayRole:
                return row.found.place
            case Column.FILE, Qt.ItemDataRole.ToolTipRole:
                return tip_text(row.found.place)
            case Column.ITEM, Qt.ItemDataRole.DisplayRole:
                return self._said(row)
            case Column.ITEM, Qt.ItemDataRole.ToolTipRole:
                return tip_text(self._said(row))
            case _:
                return None

    def _said(self, row: Assigned) -> str:
        if row.is_left_out:
            return self.tr("不收")
        return self._labels[row.item] if row.item is not None else self.tr("还没定")
