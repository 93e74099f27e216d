"""The checklist a screen has open, with fresh rows laid in place of those that changed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from gui.checklist.last_year_part import LastSaid
from models.vocabulary import FindingState, ItemKey, Status
from services.checklist import Checklist, ItemRow, MeasureRow
from services.cycles.cycles import LastYear
from services.findings.rows import FindingRow

_T = TypeVar("_T")


class OpenChecklist:
    """Finds rows by key and follows changes without reading the whole checklist again."""

    def __init__(self, checklist: Checklist) -> None:
        self._places: dict[ItemKey, tuple[int, int, int]] = {}
        self._findings: dict[ItemKey, tuple[FindingRow, ...]] = {}
        self._last_year: LastYear | None = None
        self.open(checklist)

    @property
    def checklist(self) -> Checklist:
        """Give the checklist as it stands."""
        return self._checklist

    def open(self, checklist: Checklist) -> None:
        """Hold another reading of the checklist."""
        self._checklist = checklist
        self._places = {
            row.key: (at, place, spot)
            for at, section in enumerate(checklist.sections)
            for place, measure in enumerate(section.measures)
            for spot, row in enumerate(measure.items)
        }

    def take_findings(self, rows: Iterable[FindingRow]) -> None:
        """Hold the findings of the assessment, by the item they were opened from."""
        self._findings = {}
        for row in rows:
            if row.item is not None and row.state is not FindingState.WITHDRAWN:
                self._findings[row.item] = (*self._findings.get(row.item, ()), row)

    def findings_of(self, key: ItemKey) -> tuple[FindingRow, ...]:
        """Give the findings opened from an item."""
        return self._findings.get(key, ())

    def take_last_year(self, last_year: LastYear | None) -> None:
        """Hold the cycle before, None where there is none."""
        self._last_year = last_year

    def last_said_of(self, key: ItemKey) -> LastSaid | None:
        """Give an item as it stood in the cycle before."""
        row = self._last_year.items.get(key) if self._last_year else None
        return LastSaid(self._last_year.year, row) if self._last_year and row else None

    def __contains__(self, key: ItemKey) -> bool:
        return key in self._places

    def row(self, key: ItemKey) -> ItemRow:
        """Give an item as it stands; raises KeyError for a key of another policy."""
        return self.measure_of(key).items[self._places[key][2]]

    def measure_of(self, key: ItemKey) -> MeasureRow:
        """Give the measure an item belongs to; raises KeyError for a key of another policy."""
        at, place, _ = self._places[key]
        return self._checklist.sections[at].measures[place]

    def take(self, row: ItemRow) -> None:
        """Lay a fresh row in its place."""
        at, place, spot = self._places[row.key]
        section = self._checklist.sections[at]
        measure = section.measures[place]
        measure = replace(measure, items=_with(measure.items, spot, row))
        section = replace(section, measures=_with(section.measures, place, measure))
        self._checklist = replace(self._checklist, sections=_with(self._checklist.sections, at, section))

    def first_of(self, ref: str) -> ItemKey | None:
        """Name the first item of a section or measure, one that binds the school where there is any."""
        measures = [measure for measure in self._checklist.measures() if measure.ref == ref]
        measures = measures or [m for s in self._checklist.sections if s.ref == ref for m in s.measures]
        rows = [row for measure in measures for row in measure.items]
        return next((row.key for row in [*filter(lambda row: row.is_binding, rows), *rows]), None)

    def next_unanswered(self, after: ItemKey | None) -> ItemKey | None:
        """Name the next item still to be answered, beginning anew at the end; None when all are answered."""
        keys = list(self._places)
        start = keys.index(after) + 1 if after in self._places else 0
        order = [*keys[start:], *keys[:start]]
        return next((key for key in order if _is_open(self.row(key))), None)


def _is_open(row: ItemRow) -> bool:
    return row.is_binding and row.status is Status.UNANSWERED


def _with(values: tuple[_T, ...], place: int, value: _T) -> tuple[_T, ...]:
    return (*values[:place], value, *values[place + 1 :])
