"""A task sheet that came back laid beside what was sent out and what the program holds now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Status
from services.checklist import Checklist, IndicatorRow, ItemRow
from services.intake import errors
from services.intake.cells import Given
from services.intake.form import TaskField, Value, fingerprint, plain, reading_value, value_of
from services.intake.task_sheet import Cell, Mark, ReturnedRow, ReturnedSheet
from services.intake.typed import day_of, figure_of, status_of

F = TaskField


class Effect(StrEnum):
    """What a value that came back would do."""

    CHANGE = "change"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that was written into a sheet; `sent` went out, `ours` is what the program holds now."""

    effect: Effect
    path: Path
    cell: str
    item: ItemKey
    indicator: IndicatorKey | None
    field: TaskField
    sent: Value
    theirs: Value
    ours: Value


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or a whole file, that cannot be taken; `cell` is where, "" for a file."""

    path: Path
    cell: str
    error: Exception


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that several sheets would do to an assessment; nothing of it is written yet."""

    assessment: AssessmentId
    differences: tuple[Difference, ...] = ()
    refused: tuple[Refused, ...] = ()
    unchanged: int = 0
    missing: int = 0
    earlier: tuple[Path, ...] = ()

    def of(self, effect: Effect) -> tuple[Difference, ...]:
        """Give the differences of one kind."""
        return tuple(one for one in self.differences if one.effect is effect)


def compared(checklist: Checklist, digest: str, sheets: Iterable[ReturnedSheet]) -> Comparison:
    """Lay sheets of one assessment beside it; `digest` is its policy revision's."""
    beside = _Beside(checklist)
    sheets = tuple(sheets)
    for sheet in sheets:
        beside.lay(sheet)
    return Comparison(
        checklist.assessment,
        tuple(beside.differences),
        tuple(beside.refused),
        beside.unchanged,
        sum(sheet.missing for sheet in sheets),
        tuple(sheet.path for sheet in sheets if sheet.digest != digest),
    )


class _Beside:
    """Collects what sheets say, row by row."""

    def __init__(self, checklist: Checklist) -> None:
        self._items = {row.key: row for row in checklist.binding_items()}
        self._figures = {one.indicator.key: (row, one) for row in self._items.values() for one in row.indicators}
        self._given: dict[tuple[ItemKey, IndicatorKey | None, TaskField], tuple[Path, Value]] = {}
        self.differences: list[Difference] = []
        self.refused: list[Refused] = []
        self.unchanged = 0

    def lay(self, sheet: ReturnedSheet) -> None:
        """Take in one sheet."""
        self.refused += [Refused(sheet.path, one.cell, one) for one in sheet.refused]
        for row in sheet.rows:
            try:
                found = tuple(self._differences(sheet.path, row, sheet.marks[row.mark]))
                self._check_reason(row, found)
                self._check_once(sheet.path, found)
            except errors.RowError as refusal:
                self.refused.append(Refused(sheet.path, refusal.cell, refusal))
            else:
                self.unchanged += not found
                self.differences += found

    def _differences(self, path: Path, row: ReturnedRow, mark: Mark) -> Iterator[Difference]:
        item, figure = self._place(row)
        count = TaskField(row.mark.rpartition("/")[2]) if figure else None
        for field, cell in row.cells.items():
            kept = count if count and field is F.VALUE else field
            unit = _unit(figure, kept) if figure else ""
            theirs, sent = _understood(field, cell, unit), _sent(field, mark, unit)
            ours = reading_value(figure.reading, kept) if figure else value_of(item.answer, kept)
            if _is_same(theirs, sent) or _is_same(theirs, ours):
                continue
            if field in mark.cut:
                raise errors.CutTextError(cell.place)
            effect = Effect.CHANGE if fingerprint(ours) == mark.prints[field] else Effect.CONFLICT
            indicator = figure.indicator.key if figure else None
            yield Difference(effect, path, cell.place, item.key, indicator, kept, sent, theirs, ours)

    def _place(self, row: ReturnedRow) -> tuple[ItemRow, IndicatorRow | None]:
        """Find what a row is about; raises GoneItemError."""
        key, _, count = row.mark.rpartition("/")
        if count != row.mark and IndicatorKey(key) in self._figures:
            return self._figures[IndicatorKey(key)]
        if ItemKey(row.mark) not in self._items:
            raise errors.GoneItemError(row.place)
        return self._items[ItemKey(row.mark)], None

    def _check_reason(self, row: ReturnedRow, found: tuple[Difference, ...]) -> None:
        """Refuse a row that, taken as it is, would say 不适用 without a reason."""
        if not found or found[0].indicator is not None:
            return
        taken: dict[str, Any] = {one.field.value: one.theirs for one in found}
        answer = replace(self._items[found[0].item].answer, **taken)
        if answer.status is Status.NOT_APPLICABLE and not answer.reason.strip():
            raise errors.ReasonNotGivenError(row.cells[F.STATUS].place)

    def _check_once(self, path: Path, found: tuple[Difference, ...]) -> None:
        """Refuse a row of which another sheet said something else."""
        for one in found:
            other, value = self._given.setdefault((one.item, one.indicator, one.field), (path, one.theirs))
            if not _is_same(value, one.theirs):
                raise errors.TwiceGivenError(one.cell, other.name)


def _understood(field: TaskField, cell: Cell, unit: str) -> Value:
    """Read what stands in a cell as what its column asks for; raises RowError."""
    given = cell.given
    match field:
        case F.STATUS:
            return _or_refused(errors.NotAStatusError(cell.place, given.text), lambda: status_of(given))
        case F.DUE | F.AS_OF:
            return _or_refused(errors.NotADayError(cell.place, given.text), lambda: day_of(given))
        case F.VALUE:
            return _or_refused(errors.NotAFigureError(cell.place, given.text, unit), lambda: figure_of(given, unit))
        case _ if given.kind == "percent":
            return f"{plain(Decimal(given.text) * 100)}%"
        case _:
            return given.text.strip()


def _sent(field: TaskField, mark: Mark, unit: str) -> Value:
    """Read what went out in the way its return is read; what cannot be is no value at all."""
    try:
        return _understood(field, Cell("", Given("text", mark.shown[field])), unit)
    except errors.RowError:
        return None


def _or_refused(error: errors.RowError, read: Callable[[], Value]) -> Value:
    try:
        return read()
    except (ValueError, OverflowError) as refusal:
        raise error from refusal


def _unit(figure: IndicatorRow, field: TaskField) -> str:
    ratio = figure.indicator.ratio
    return figure.indicator.unit if ratio is None or field is F.VALUE else ratio.unit


def _is_same(one: Value, other: Value) -> bool:
    return plain(one).strip() == plain(other).strip()
