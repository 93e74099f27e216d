"""A task sheet that came back, read row by row; nothing is compared or written here."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resources import word
from services.intake import errors
from services.intake.cells import Given, Grid, grids_of
from services.intake.form import (
    ANSWERED,
    COUNTS,
    FIGURE_COLUMNS,
    FORMER_HEADS,
    MARKS,
    MEASURED,
    TASK_COLUMNS,
    VERSION,
    TaskField,
)

F = TaskField
_HEADS_WITHIN = 30
_EMPTY = Given("text", "")
_VERSION = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the hidden sheet keeps of a row: its number, what went out in each cell, fingerprints of the true values."""

    label: str
    shown: Mapping[TaskField, str]
    prints: Mapping[TaskField, str]
    cut: frozenset[TaskField]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where something stands and what."""

    place: str
    given: Given


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of ours as it came back."""

    mark: str
    place: str
    cells: Mapping[TaskField, Cell]


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A task sheet as it came back; `refused` are rows that cannot be told or read."""

    path: Path
    about: Mapping[str, str]
    marks: Mapping[str, Mark]
    rows: tuple[ReturnedRow, ...]
    refused: tuple[errors.RowError, ...] = ()

    @property
    def assessment(self) -> str:
        """Give the uuid of the assessment it was written from."""
        return self.about.get("assessment", "")

    @property
    def digest(self) -> str:
        """Name the policy revision it was written from."""
        return self.about.get("digest", "")

    @property
    def missing(self) -> int:
        """Count the rows that went out and did not come back."""
        return len(self.marks.keys() - {row.mark for row in self.rows})


def read_task_sheet(path: Path, *, waiting: Callable[[], None]) -> ReturnedSheet:
    """Read a task sheet; raises SheetError, and what `waiting` raises to give up."""
    grids = grids_of(path, waiting=waiting)
    hidden = next((grid for grid in grids if grid.name == MARKS), None)
    if hidden is None:
        raise errors.NotATaskSheetError(path)
    about, marks = _about(hidden, path), _marks(hidden, path)
    reader = _Reader(path, marks)
    seen = [grid for grid in grids if grid is not hidden]
    reader.read(seen, TASK_COLUMNS, ANSWERED, F.STATUS)
    if any("/" in mark for mark in marks):
        reader.read(seen, FIGURE_COLUMNS, MEASURED, F.VALUE)
    return ReturnedSheet(path, about, marks, tuple(reader.rows), tuple(reader.refused))


def _about(hidden: Grid, path: Path) -> dict[str, str]:
    about = {hidden.text(row, 2): hidden.text(row, 3) for row in hidden.rows() if hidden.text(row, 1) == "about"}
    if not about.get("assessment") or not _VERSION.fullmatch(about.get("form", "")):
        raise errors.NotATaskSheetError(path)
    if int(about["form"]) > VERSION:
        raise errors.NewerTaskSheetError(path)
    return about


def _marks(hidden: Grid, path: Path) -> dict[str, Mark]:
    try:
        return {hidden.text(row, 2): _mark(hidden, row) for row in hidden.rows() if hidden.text(row, 1) == "row"}
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as refusal:
        raise errors.NotATaskSheetError(path) from refusal


def _mark(hidden: Grid, row: int) -> Mark:
    kept = json.loads(hidden.text(row, 4))
    fields = [TaskField(name) for name in kept["fields"]]
    _, slash, count = hidden.text(row, 2).rpartition("/")
    if slash and count not in COUNTS:
        raise ValueError(count)
    shown = {one: _raw(hidden, row, 5 + at) for at, one in enumerate(fields)}
    prints = dict(zip(fields, map(str, kept["prints"]), strict=True))
    return Mark(hidden.text(row, 3), shown, prints, frozenset(map(TaskField, kept["cut"])))


def _raw(grid: Grid, row: int, column: int) -> str:
    found = grid.cells.get((row, column))
    return found.text if found else ""


@dataclass
class _Reader:
    """Finds our rows in the sheets, wherever they were moved to."""

    path: Path
    marks: Mapping[str, Mark]
    rows: list[ReturnedRow] = field(default_factory=list)
    refused: list[errors.RowError] = field(default_factory=list)

    def read(
        self, grids: list[Grid], columns: tuple[TaskField, ...], filled: tuple[TaskField, ...], telling: TaskField
    ) -> None:
        """Read the sheet with these heads; `telling` is the head that only this sheet has."""
        grid, heads_at, places = self._heads(grids, columns, telling)
        for wanted in (F.NUMBER, *filled):
            if wanted not in places:
                raise errors.ColumnMissingError(self.path, word(wanted))
        for row in grid.rows():
            if row > heads_at:
                self._take(grid, row, places, filled)

    def _heads(
        self, grids: list[Grid], columns: tuple[TaskField, ...], telling: TaskField
    ) -> tuple[Grid, int, dict[TaskField, int]]:
        """Find the heads; where the telling one was renamed, the sheet with most of the others."""
        words = {word(one): one for one in columns} | {
            head: one for head, one in FORMER_HEADS.items() if one in columns
        }
        best: tuple[int, Grid, int, dict[TaskField, int]] | None = None
        for grid in grids:
            for row in grid.rows()[:_HEADS_WITHIN]:
                places = {words[text]: column for column, text in _texts(grid, row) if text in words}
                weight = len(places) + len(columns) * (telling in places)
                if best is None or weight > best[0]:
                    best = (weight, grid, row, places)
        if best is None or F.NUMBER not in best[3]:
            raise errors.ColumnMissingError(self.path, word(F.NUMBER))
        return best[1], best[2], best[3]

    def _take(self, grid: Grid, row: int, places: dict[TaskField, int], filled: tuple[TaskField, ...]) -> None:
        place = _place(grid, row, places[F.NUMBER])
        if not any(grid.text(row, places[one]) for one in (F.NUMBER, *filled)) and not _marked(grid, row, places):
            return
        mark, problem = self._told(grid, row, places, place, is_figure=F.VALUE in filled)
        if problem is None:
            problem = _unreadable(grid, row, places, filled)
        if problem is not None:
            self.refused.append(problem)
            return
        cells = {
            one: Cell(_place(grid, row, places[one]), grid.cells.get((row, places[one]), _EMPTY))
            for one in filled
            if one in self.marks[mark].shown
        }
        self.rows.append(ReturnedRow(mark, place, cells))

    def _told(
        self, grid: Grid, row: int, places: dict[TaskField, int], place: str, *, is_figure: bool
    ) -> tuple[str, errors.RowError | None]:
        """Tell which of our rows it is, by its mark or else by its number."""
        label, mark = grid.text(row, places[F.NUMBER]), _marked(grid, row, places)
        if not mark:
            named = [one for one, kept in self.marks.items() if kept.label == label and ("/" in one) == is_figure]
            mark = named[0] if len(named) == 1 else ""
        if mark not in self.marks:
            return "", errors.UnknownRowError(place, label)
        if label and self.marks[mark].label != label:
            return "", errors.StrayRowError(place, label)
        if any(known.mark == mark for known in self.rows):
            return "", errors.RepeatedRowError(place, label)
        return mark, None


def _texts(grid: Grid, row: int) -> Iterator[tuple[int, str]]:
    for at, column in sorted(grid.cells):
        if at == row:
            yield column, "".join(grid.text(row, column).split())


def _marked(grid: Grid, row: int, places: dict[TaskField, int]) -> str:
    return grid.text(row, places[F.MARK]) if F.MARK in places else ""


def _place(grid: Grid, row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{grid.name} {get_column_letter(column)}{row}"


def _unreadable(
    grid: Grid, row: int, places: dict[TaskField, int], filled: tuple[TaskField, ...]
) -> errors.RowError | None:
    """Find a cell to be filled in that holds a formula, or was merged with others."""
    for one in filled:
        place, given = _place(grid, row, places[one]), grid.cells.get((row, places[one]), _EMPTY)
        if grid.is_merged(row, places[one]):
            return errors.MergedCellError(place)
        if given.kind == "formula":
            return errors.FormulaCellError(place, given.text)
    return None
