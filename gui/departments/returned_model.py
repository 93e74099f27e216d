"""The rows of what came back, as Qt's item views ask for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from gui.departments.returned_content import DifferenceRow, HeadRow, RefusedRow, Row
from gui.widgets.labels import tip_text
from services.intake.comparing import Difference

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 1200


class ReturnedModel(QAbstractListModel):
    """Heads, differences with the choice made of each, and what is refused."""

    choice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        self.choice_changed.emit()

    def choose(self, index: Index, is_taken: bool) -> None:
        """Let the sheet's value stand, or the program's."""
        row = self._rows[index.row()] if index.isValid() else None
        if isinstance(row, DifferenceRow) and row.is_taken != is_taken:
            self._rows[index.row()] = row.with_choice(is_taken)
            self.dataChanged.emit(index, index)
            self.choice_changed.emit()

    def choose_conflicts(self, is_taken: bool) -> None:
        """Choose one side for every conflict."""
        for at, row in enumerate(self._rows):
            if isinstance(row, DifferenceRow) and row.is_conflict:
                self.choose(self.index(at), is_taken)

    def taken(self) -> tuple[Difference, ...]:
        """Give what is to be written."""
        return tuple(row.difference for row in self._rows if isinstance(row, DifferenceRow) and row.is_taken)

    @property
    def conflicts(self) -> int:
        """Count what both sides changed."""
        return sum(isinstance(row, DifferenceRow) and row.is_conflict for row in self._rows)

    def rows(self) -> tuple[Row, ...]:
        """Give what is shown."""
        return tuple(self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        is_head = index.isValid() and isinstance(self._rows[index.row()], HeadRow)
        return Qt.ItemFlag.NoItemFlags if is_head else super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip_text(self._told(row))
            case _:
                return None

    def _spoken(self, row: Row) -> str:
        match row:
            case HeadRow():
                return f"{row.words}，{row.about}"
            case RefusedRow():
                return row.words
            case DifferenceRow():
                stands = self.tr("用表里的") if row.is_taken else self.tr("留程序里的")
                said = self.tr("程序里 {ours}，表里 {theirs}").format(ours=row.ours, theirs=row.theirs)
                return f"{row.name}，{said}，{stands}"

    def _told(self, row: Row) -> str:
        if not isinstance(row, DifferenceRow):
            return self._spoken(row)
        said = self.tr("程序里：{ours}\n任务单里：{theirs}\n{place}")
        ours, theirs = row.ours[:_MOST_SHOWN], row.theirs[:_MOST_SHOWN]
        return said.format(ours=ours, theirs=theirs, place=row.place)
