"""The year's figures of a school as a table to fill in: the usual ones offered, room for others below."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from services.checklist import Fact

_tr = partial(QCoreApplication.translate, "FactsModel")
_DAY = re.compile(r"\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_Index = QModelIndex | QPersistentModelIndex
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
USUAL = (
    ("在校生", "人"),
    ("教学班", "个"),
    ("专任教师", "人"),
    ("专业教师", "人"),
    ("“双师型”教师", "人"),
    ("开设专业", "个"),
    ("合作企业", "家"),
    ("年培训人次", "人次"),
    ("占地面积", "平方米"),
    ("校舍建筑面积", "平方米"),
    ("教学仪器设备总值", "万元"),
)


class Column(IntEnum):
    """The columns from the left."""

    NAME = 0
    VALUE = 1
    UNIT = 2
    AS_OF = 3
    SOURCE = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """One row as it stands, right or not; the name and unit of a usual figure are fixed."""

    name: str = ""
    value: str = ""
    unit: str = ""
    as_of: str = ""
    source: str = ""
    is_usual: bool = False

    def text(self, column: Column) -> str:
        """Give what stands in a column."""
        return (self.name, self.value, self.unit, self.as_of, self.source)[column]

    def with_text(self, column: Column, text: str) -> "Draft":
        """Write into a column."""
        return replace(self, **{column.name.lower(): text})  # type: ignore[arg-type]

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing to keep."""
        return not any((self.value, self.as_of, self.source, "" if self.is_usual else self.name))


class FactsModel(QAbstractTableModel):
    """Rows to fill in; one blank row always stands at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Draft] = []
        self.show_facts(())

    def show_facts(self, facts: Sequence[Fact], asked: Iterable[tuple[str, str]] = ()) -> None:
        """Show what is known: among the usual figures, then those the checklist asks for, then all others."""
        known = {fact.name: fact for fact in facts}
        named = dict(asked) | dict(USUAL)
        order = dict.fromkeys([name for name, _ in USUAL] + list(named))
        usual = [_usual(name, named[name], known.pop(name, None)) for name in order]
        self.beginResetModel()
        self._rows = [*usual, *map(_draft, known.values()), Draft()]
        self.endResetModel()

    def facts(self) -> tuple[Fact, ...]:
        """Give the rows that say something; call it when `problem` says none."""
        return tuple(_fact(row) for row in self._rows if not row.is_blank)

    def problem(self) -> str:
        """Say what must be mended first, "" when nothing must."""
        return next(filter(None, map(_problem, self._rows)), "")

    def is_wrong(self, index: _Index) -> bool:
        """Say whether a cell holds what cannot be kept."""
        row = self._rows[index.row()]
        return index.column() == Column.AS_OF and bool(row.as_of) and _day(row.as_of) is None

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
        return (_tr("名目"), _tr("数值"), _tr("单位"), _tr("截至日期"), _tr("来源"))[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _SHOWN:
            return None
        return self._rows[index.row()].text(Column(index.column()))

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        column, row = Column(index.column()), index.row()
        text = str(value).strip()
        day = _day(text) if column is Column.AS_OF else None
        self._rows[row] = self._rows[row].with_text(column, day.isoformat() if day else text)
        self.dataChanged.emit(index, index)
        self._keep_one_blank()
        return True

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_fixed = self._rows[index.row()].is_usual and index.column() in (Column.NAME, Column.UNIT)
        return base if is_fixed else base | Qt.ItemFlag.ItemIsEditable

    def _keep_one_blank(self) -> None:
        if self._rows[-1] != Draft():
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append(Draft())
            self.endInsertRows()


def _usual(name: str, unit: str, fact: Fact | None) -> Draft:
    if fact is None:
        return Draft(name, unit=unit, is_usual=True)
    return replace(_draft(fact), unit=fact.unit or unit, is_usual=True)


def _draft(fact: Fact) -> Draft:
    return Draft(fact.name, fact.value, fact.unit, fact.as_of.isoformat() if fact.as_of else "", fact.source)


def _fact(row: Draft) -> Fact:
    return Fact(row.name, row.value, row.unit, _day(row.as_of), row.source)


def _problem(row: Draft) -> str:
    if row.is_blank:
        return ""
    if not row.name:
        return _tr("有一行没有名目。写上名目，或把那一行清空。")
    if not row.value:
        return _tr("“{name}”还没有数值。填上，或把那一行清空。").format(name=row.name)
    if row.as_of and _day(row.as_of) is None:
        return _tr("“{name}”的截至日期要写成 2025-09-30 这样。").format(name=row.name)
    return ""


def _day(text: str) -> date | None:
    printed = _DAY.fullmatch(text)
    try:
        return date(*map(int, printed.groups())) if printed else None
    except ValueError:
        return None
