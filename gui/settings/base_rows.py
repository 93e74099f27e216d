"""The rows of base data as they are entered: a group's heading, a figure of the list, a figure of the school's own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from checklists.base_figures import BaseFigure, base_figures, name_of
from services.checklist import Fact
from services.typed_numbers import parted

_DAY = re.compile(r"\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_SOLID = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*")


class Column(IntEnum):
    """The columns from the left."""

    NAME = 0
    VALUE = 1
    UNIT = 2
    LAST = 3
    AS_OF = 4
    SOURCE = 5


WRITABLE = (Column.NAME, Column.VALUE, Column.UNIT, Column.AS_OF, Column.SOURCE)
"""What can be written at all; the name of a figure of the list cannot."""


@dataclass(frozen=True, slots=True)
class BaseRow:
    """One row as it stands, right or not; `heading` rows hold a group's name alone."""

    name: str = ""
    value: str = ""
    unit: str = ""
    last: str = ""
    as_of: str = ""
    source: str = ""
    heading: str = ""
    is_listed: bool = False
    is_asked: bool = False

    def text(self, column: Column) -> str:
        """Give what stands in a column."""
        if self.heading:
            return self.heading if column is Column.NAME else ""
        return (self.name, self.value, self.unit, self.last, self.as_of, self.source)[column]

    def with_text(self, column: Column, text: str) -> "BaseRow":
        """Write into a column; a day becomes year-month-day, a unit behind a value goes to its own column."""
        day = day_of(text) if column is Column.AS_OF else None
        laid = day.isoformat() if day else " ".join(text.split())
        if column is Column.VALUE:
            value, unit = parted(laid, self.unit)
            return replace(self, value=value, unit=unit)
        return replace(self, **{column.name.lower(): laid})  # type: ignore[arg-type]

    def is_fixed(self, column: Column) -> bool:
        """Say whether a column cannot be written."""
        return bool(self.heading) or column is Column.LAST or (column is Column.NAME and self.is_listed)

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing to keep."""
        return bool(self.heading) or not any((self.value, self.as_of, self.source, not self.is_listed and self.name))

    def fact(self, as_of: date | None, source: str) -> Fact:
        """Give what is to be kept; day and source of all stand in where the row has none."""
        return Fact(self.name, self.value, self.unit, day_of(self.as_of) or as_of, self.source or source)


def rows_of(
    facts: Sequence[Fact], before: Sequence[Fact], asked: Iterable[tuple[str, str]], others: str
) -> list[BaseRow]:
    """Lay the year's figures out by group beside last year's; those of the school's own come last, under `others`."""
    known, last = ({name_of(fact.name): fact for fact in some} for some in (facts, before))
    wanted, listed = dict(asked), base_figures()
    rows: list[BaseRow] = []
    for figure in listed.values():
        if _group(rows) != figure.group:
            rows.append(BaseRow(heading=figure.group))
        rows.append(_listed(figure, known, last, is_asked=figure.name in wanted))
    own = {name: unit for name, unit in wanted.items() if name not in listed}
    names = dict.fromkeys([*own, *(name for name in known if name not in listed)])
    rows.append(BaseRow(heading=others))
    rows += [_own(name, own.get(name, ""), known, last, is_asked=name in own) for name in names]
    return [*rows, BaseRow()]


def _group(rows: Sequence[BaseRow]) -> str:
    return next((row.heading for row in reversed(rows) if row.heading), "")


def day_of(text: str) -> date | None:
    """Read a day typed in any usual way, None where it is none."""
    printed = _DAY.fullmatch(text) or _SOLID.fullmatch(text)
    try:
        return date(*map(int, printed.groups())) if printed else None
    except ValueError:
        return None


def _listed(figure: BaseFigure, known: Mapping[str, Fact], last: Mapping[str, Fact], *, is_asked: bool) -> BaseRow:
    row = BaseRow(
        figure.name,
        unit=figure.unit,
        last=_last(last.get(figure.name), figure.unit),
        is_listed=True,
        is_asked=is_asked,
    )
    return _filled(row, known.get(figure.name))


def _own(name: str, unit: str, known: Mapping[str, Fact], last: Mapping[str, Fact], *, is_asked: bool) -> BaseRow:
    row = BaseRow(name, unit=unit, last=_last(last.get(name), unit), is_listed=is_asked, is_asked=is_asked)
    return _filled(row, known.get(name))


def _filled(row: BaseRow, fact: Fact | None) -> BaseRow:
    if fact is None:
        return row
    day = fact.as_of.isoformat() if fact.as_of else ""
    return replace(row, value=fact.value, unit=fact.unit or row.unit, as_of=day, source=fact.source)


def _last(fact: Fact | None, unit: str) -> str:
    if fact is None:
        return ""
    return fact.value if fact.unit in ("", unit) else f"{fact.value} {fact.unit}"
