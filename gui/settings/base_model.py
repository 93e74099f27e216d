"""The year's base data as a table to fill in: the list by group, room for others below."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from gui.settings.base_rows import BaseRow, Column, day_of, rows_of
from services.checklist import Fact

_tr = partial(QCoreApplication.translate, "BaseModel")
_Index = QModelIndex | QPersistentModelIndex
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class BaseModel(QAbstractTableModel):
    """Rows to fill in; one blank row always stands at the end. `as_of` and `source` stand for rows without."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[BaseRow] = []
        self.as_of: date | None = None
        self.source = ""
        self.show_facts(())

    def show_facts(
        self, facts: Sequence[Fact], before: Sequence[Fact] = (), asked: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Show what is known of the year beside the year before."""
        self.beginResetModel()
        self._rows = rows_of(facts, before, asked, _tr("学校另加的数据"))
        self.endResetModel()

    def set_common(self, as_of: date | None, source: str) -> None:
        """Let a day and a source stand for all filled rows that have none of their own."""
        self.as_of, self.source = as_of, source
        last = self.index(len(self._rows) - 1, Column.SOURCE)
        self.dataChanged.emit(self.index(0, Column.AS_OF), last)

    def facts(self) -> tuple[Fact, ...]:
        """Give the rows that say something; call it when `problem` says none."""
        return tuple(row.fact(self.as_of, self.source) for row in self._rows if not row.is_blank)

    def entered(self) -> tuple[Fact, ...]:
        """Give the rows that have a name and a value, as far as it has come."""
        return tuple(row.fact(self.as_of, self.source) for row in self._rows if row.name and row.value)

    def problem(self) -> str:
        """Say what must be mended first, "" when nothing must."""
        return next(filter(None, map(_problem, self._rows)), "")

    def row(self, place: int) -> BaseRow:
        """Give a row as it stands."""
        return self._rows[place]

    def find(self, name: str) -> int | None:
        """Find the row of a figure."""
        return next((place for place, row in enumerate(self._rows) if row.name == name and not row.heading), None)

    def is_wrong(self, index: _Index) -> bool:
        """Say whether a cell holds what cannot be kept."""
        row = self._rows[index.row()]
        return index.column() == Column.AS_OF and bool(row.as_of) and day_of(row.as_of) is None

    def standing_in(self, index: _Index) -> str:
        """Give the day or source of all that stands for a cell without its own."""
        row, column = self._rows[index.row()], index.column()
        if row.heading or not row.value or row.text(Column(column)):
            return ""
        if column == Column.AS_OF:
            return self.as_of.isoformat() if self.as_of else ""
        return self.source if column == Column.SOURCE else ""

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_tr("名目"), _tr("数值"), _tr("单位"), _tr("上一年"), _tr("截至日期"), _tr("来源"))[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _SHOWN:
            return None
        return self._rows[index.row()].text(Column(index.column()))

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        place, column = index.row(), Column(index.column())
        if self._rows[place].is_fixed(column):
            return False
        self._rows[place] = self._rows[place].with_text(column, str(value))
        beside = self.index(place, Column.UNIT) if column is Column.VALUE else index
        self.dataChanged.emit(index, beside)
        self._keep_one_blank()
        return True

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if row.heading:
            return Qt.ItemFlag.ItemIsEnabled
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base if row.is_fixed(Column(index.column())) else base | Qt.ItemFlag.ItemIsEditable

    def _keep_one_blank(self) -> None:
        if self._rows[-1] != BaseRow():
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append(BaseRow())
            self.endInsertRows()


def _problem(row: BaseRow) -> str:
    if row.is_blank:
        return ""
    if not row.name:
        return _tr("有一行没有名目。写上名目，或把那一行清空。")
    if not row.value:
        return _tr("“{name}”还没有数值。填上，或把那一行清空。").format(name=row.name)
    if row.as_of and day_of(row.as_of) is None:
        return _tr("“{name}”的截至日期要写成 2025-09-30 这样。").format(name=row.name)
    return ""
