"""Measures with their items below, as Qt's item views ask for them."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt
from typing_extensions import override

from gui.departments.content import ItemLine, MeasureLine
from gui.departments.dragging import ITEMS, content_of
from gui.widgets.labels import tip_text
from gui.widgets.two_level_model import Index, TwoLevelModel
from models.vocabulary import ItemKey

LINE = Qt.ItemDataRole.UserRole
Line = MeasureLine | ItemLine


class MeasureModel(TwoLevelModel):
    """A line a measure, below it a line an item; both can be chosen and dragged."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[MeasureLine, ...] = ()

    def show_lines(self, lines: Sequence[MeasureLine]) -> None:
        """Show measures anew; the same ones with other answers are only redrawn."""
        is_same = [_keys(line) for line in lines] == [_keys(line) for line in self._lines]
        if not is_same:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()
            return
        before, self._lines = self._lines, tuple(lines)
        for row, (old, new) in enumerate(zip(before, self._lines, strict=True)):
            if old != new:
                parent = self.index(row, 0)
                self.dataChanged.emit(parent, parent)
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(new.items) - 1, 0, parent))

    def line_at(self, index: Index) -> Line | None:
        """Give the measure or item at an index."""
        if not index.isValid():
            return None
        upper, row = self.place_of(index)
        return self._lines[row] if upper is None else self._lines[upper].items[row]

    def keys_at(self, indexes: Iterable[Index]) -> tuple[ItemKey, ...]:
        """Name the items chosen: those of a measure, or items by themselves; each once."""
        lines = [self.line_at(index) for index in indexes]
        keys = [key for line in lines if line is not None for key in _keys(line)]
        return tuple(dict.fromkeys(keys))

    def lines(self) -> tuple[MeasureLine, ...]:
        """Give what is shown."""
        return self._lines

    @override
    def count(self) -> int:
        return len(self._lines)

    @override
    def count_below(self, row: int) -> int:
        return len(self._lines[row].items)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        draggable = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | draggable

    @override
    def mimeTypes(self) -> list[str]:
        return [ITEMS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return content_of(self.keys_at(indexes))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return line
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tip_text(_told(line))
            case _:
                return None


def _keys(line: Line) -> tuple[ItemKey, ...]:
    return (line.key,) if isinstance(line, ItemLine) else tuple(one.key for one in line.items)


def _spoken(line: Line) -> str:
    if isinstance(line, ItemLine):
        return "，".join(filter(None, (line.label, line.text, line.department)))
    return "，".join(filter(None, (f"{line.number} {line.heading}".strip(), line.departments, line.count)))


def _told(line: Line) -> str:
    if isinstance(line, ItemLine):
        return f"{line.label} {line.text}"
    return "\n".join(filter(None, (f"{line.number} {line.heading}".strip(), line.departments, line.suggestion)))
