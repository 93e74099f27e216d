"""The items under the headings of their measures, as Qt's item views ask for them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from gui.checklist.found import NOTHING_FOUND, Found, found_in
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.pressing import Pressing, pressing
from gui.widgets.labels import tip_text
from models.vocabulary import ItemKey, Status
from resources import word
from services.checklist import ItemRow, MeasureRow
from services.findings.rows import FindingRow
from services.scoring import score

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 2000
_MANY = 8
_tr = partial(QCoreApplication.translate, "checklist")


@dataclass(frozen=True, slots=True)
class Group:
    """A measure with those of its items that are shown."""

    measure: MeasureRow
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Measures under one another: the rows their headings stand in, and how many rows there are in all."""

    groups: list[Group]
    heads: list[int]
    size: int

    @classmethod
    def of(cls, groups: Iterable[Group]) -> "Listing":
        """Lay measures under one another."""
        listed = list(groups)
        ends = list(accumulate(len(group.rows) + 1 for group in listed))
        return cls(listed, [0, *ends[:-1]] if ends else [], ends[-1] if ends else 0)


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
    """One item, the one thing that presses most, and where the words asked for stand."""

    row: ItemRow
    pressing: Pressing | None
    found: Found = NOTHING_FOUND


Entry = HeadEntry | ItemEntry


class ItemListModel(QAbstractListModel):
    """Headings and items in one list; headings can be seen but not chosen.

    Entries are made when they are asked for, so that a million rows cost no more than those in sight.
    """

    def __init__(
        self, opened: OpenChecklist, today: Callable[[], date] = date.today, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._opened, self._today = opened, today
        self._groups: list[Group] = []
        self._heads: list[int] = []
        self._size = 0
        self._words: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None

    def show_listing(self, listing: Listing, words: tuple[str, ...] = ()) -> None:
        """Show a list anew, with the words that it was found by."""
        self.beginResetModel()
        self._groups, self._heads, self._size = listing.groups, listing.heads, listing.size
        self._words, self._places = words, None
        self.endResetModel()

    def show_change(self, keys: Iterable[ItemKey]) -> None:
        """Take in items as they stand now; those not shown are passed over."""
        rows = [row for key in keys for row in self._taken_in(key)]
        if len(rows) > _MANY:  # the view lays itself out anew at each piece of news
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row))

    def entry_at(self, index: Index) -> Entry | None:
        """Give the heading or item at an index."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        return self._head(index.row()) if row is None else self._item(row)

    def row_at(self, number: int) -> ItemRow | None:
        """Give the item in a row, None at a heading."""
        place = bisect_right(self._heads, number) - 1
        spot = number - self._heads[place]
        return self._groups[place].rows[spot - 1] if spot else None

    def key_at(self, index: Index) -> ItemKey | None:
        """Name the item at an index, None at a heading."""
        row = self.row_at(index.row()) if index.isValid() else None
        return row.key if row is not None else None

    def index_of(self, name: ItemKey | str) -> QModelIndex:
        """Find an item by its key or a heading by its measure's ref."""
        ref = self._opened.measure_of(ItemKey(name)).ref if ItemKey(name) in self._opened else name
        place = self._place(ref)
        if place is None:
            return QModelIndex()
        if ref == name:
            return self.index(self._heads[place])
        spots = (spot for spot, row in enumerate(self._groups[place].rows, 1) if row.key == name)
        spot = next(spots, None)
        return QModelIndex() if spot is None else self.index(self._heads[place] + spot)

    def keys(self) -> tuple[ItemKey, ...]:
        """Name the items in the order they are shown."""
        return tuple(row.key for row in self.rows())

    def rows(self) -> Iterator[ItemRow]:
        """Go through the items in the order they are shown."""
        return (row for group in self._groups for row in group.rows)

    def group_of(self, number: int) -> range:
        """Give the rows of the items under the heading that a row stands under."""
        place = bisect_right(self._heads, number) - 1
        return range(self._heads[place] + 1, self._heads[place] + 1 + len(self._groups[place].rows))

    def count(self) -> int:
        """Count the items shown."""
        return self._size - len(self._heads)

    def heads(self) -> Sequence[int]:
        """Give the rows that are headings, in order."""
        return self._heads

    def is_head(self, number: int) -> bool:
        """Say whether a row is a heading."""
        return self._heads[bisect_right(self._heads, number) - 1] == number

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._size

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_head(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.UserRole:
                return self.entry_at(index)
            case Qt.ItemDataRole.DisplayRole:
                return _title(self.entry_at(index))
            case Qt.ItemDataRole.ToolTipRole if index.isValid():
                row = self.row_at(index.row())
                return None if row is None else tip_text(row.item.text[:_MOST_SHOWN])
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(self.entry_at(index))
            case _:
                return None

    def _head(self, number: int) -> HeadEntry:
        group = self._groups[bisect_right(self._heads, number) - 1]
        return head_of(self._opened.measure_of(group.rows[0].key))

    def _item(self, row: ItemRow) -> ItemEntry:
        findings = self._opened.findings_of(row.key) if self._words else ()
        entry = item_of(row, self._today(), self._words, findings)
        if entry.pressing is None and row.is_binding and row.status is Status.UNANSWERED:
            return replace(entry, pressing=self._as_last_year(row))
        return entry

    def _as_last_year(self, row: ItemRow) -> Pressing | None:
        said = self._opened.last_said_of(row.key)
        return Pressing(said.chip, "plain") if said is not None and said.is_telling else None

    def _place(self, ref: str) -> int | None:
        if self._places is None:
            self._places = {group.measure.ref: place for place, group in enumerate(self._groups)}
        return self._places.get(ref)

    def _taken_in(self, key: ItemKey) -> Iterator[int]:
        """Lay a fresh row in its place; give the rows to be drawn anew."""
        index = self.index_of(key)
        if not index.isValid():
            return
        place = bisect_right(self._heads, index.row()) - 1
        spot = index.row() - self._heads[place] - 1
        group, fresh = self._groups[place], self._opened.row(key)
        rows = (*group.rows[:spot], fresh, *group.rows[spot + 1 :])
        self._groups[place] = Group(group.measure, rows)
        yield from (self._heads[place], index.row())


def head_of(measure: MeasureRow) -> HeadEntry:
    """Say what the heading of a measure shows."""
    rows = [row for row in measure.items if row.is_binding]
    counted = score(rows)
    count = f"{counted.answered}/{counted.must_answer}" if rows else ""
    return HeadEntry(measure.ref, measure.number, measure.heading, tuple(row.status for row in rows), count)


def item_of(row: ItemRow, today: date, words: tuple[str, ...], findings: tuple[FindingRow, ...] = ()) -> ItemEntry:
    """Say what the row of an item shows."""
    return ItemEntry(row, pressing(row, today), found_in(row, words, findings) if words else NOTHING_FOUND)


def _title(entry: Entry | None) -> str | None:
    match entry:
        case HeadEntry():
            return f"{entry.number} {entry.heading}".strip()
        case ItemEntry():
            return f"{entry.row.label} {entry.row.item.text}"
        case None:
            return None


def _spoken(entry: Entry | None) -> str | None:
    if not isinstance(entry, ItemEntry):
        return _title(entry)
    parts = [entry.row.label, word(entry.row.status), entry.row.item.text]
    parts += [entry.row.answer.department] if entry.row.answer.department else []
    parts += [_tr("佐证 {count} 件").format(count=len(entry.row.evidence))]
    parts += [entry.pressing.text] if entry.pressing else []
    return "，".join(parts)
