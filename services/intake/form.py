"""The form of a task sheet (任务单): what stands on it, written by reports.sheets and read back in this folder."""

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from checklists.policy import Indicator
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from services.judging import Reading

VERSION = 1
"""Raised when a program that knows only the form of before could misread the new one."""

TASKS, FIGURES, MARKS = "任务单", "指标", "职评簿标记"
"""The names of the sheets as they go out; they come back under any name but the last."""

LONGEST = 32_767
"""What a cell holds, in UTF-16 units."""

Value = Status | str | date | Decimal | None


class TaskField(StrEnum):
    """A column of a task sheet; its word is the column's head."""

    NUMBER = "number"
    MEASURE = "measure"
    REQUIREMENT = "requirement"
    STATUS = "status"
    NOTE = "note"
    MISSING = "missing"
    DUE = "due"
    REASON = "reason"
    PERSON = "person"
    PAPERS = "papers"
    INDICATOR = "indicator"
    TARGET = "target"
    UNIT = "unit"
    VALUE = "value"
    PART = "part"
    WHOLE = "whole"
    AS_OF = "as_of"
    SOURCE = "source"
    MARK = "mark"


F = TaskField
TASK_COLUMNS = (
    F.NUMBER,
    F.MEASURE,
    F.REQUIREMENT,
    F.STATUS,
    F.NOTE,
    F.MISSING,
    F.DUE,
    F.REASON,
    F.PERSON,
    F.PAPERS,
    F.MARK,
)
FIGURE_COLUMNS = (F.NUMBER, F.INDICATOR, F.TARGET, F.UNIT, F.VALUE, F.AS_OF, F.SOURCE, F.MARK)
ANSWERED = (F.STATUS, F.NOTE, F.MISSING, F.DUE, F.REASON, F.PERSON)
"""What a department fills in for an item."""

FORMER_HEADS = {"责任人": F.PERSON}
"""Heads of sheets that went out under another word and may still come back."""

MEASURED = (F.VALUE, F.AS_OF, F.SOURCE)
"""What it fills in for a figure."""

COUNTS = (F.VALUE, F.PART, F.WHOLE)
"""Which number of a reading a row of figures asks for."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One item as a department is asked for it, with the answer as it stands."""

    key: ItemKey
    label: str
    measure: str
    requirement: str
    papers: str
    answer: Answer

    @property
    def mark(self) -> str:
        """Give what the row is known by when it comes back."""
        return self.key

    def value(self, field: TaskField) -> Value:
        """Give what stands in one of the columns to fill in."""
        return value_of(self.answer, field)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number asked for: an indicator's value, or one of the two counts it is worked out from."""

    item: ItemKey
    label: str
    indicator: Indicator
    count: TaskField
    reading: Reading

    @property
    def mark(self) -> str:
        """Give what the row is known by when it comes back."""
        return f"{self.indicator.key}/{self.count}"

    @property
    def unit(self) -> str:
        """Name the unit the number is asked in."""
        ratio = self.indicator.ratio
        return self.indicator.unit if ratio is None or self.count is F.VALUE else ratio.unit

    @property
    def is_first(self) -> bool:
        """Say whether day and source are asked for in this row: once for each indicator."""
        return self.count is not F.WHOLE

    def value(self, field: TaskField) -> Value:
        """Give what stands in one of the columns to fill in."""
        if field is not F.VALUE and not self.is_first:
            return None
        return reading_value(self.reading, self.count if field is F.VALUE else field)


@dataclass(frozen=True, slots=True)
class TaskForm:
    """One department's task sheet; `assessment` is a uuid, `digest` the policy revision's."""

    assessment: str
    digest: str
    school: str
    city: str
    policy: str
    year: int
    department: str
    head: str
    rows: tuple[TaskRow, ...]
    figures: tuple[FigureRow, ...]


def value_of(answer: Answer, field: TaskField) -> Value:
    """Give a field of an answer."""
    value: Value = getattr(answer, field.value)
    return value


def reading_value(reading: Reading, field: TaskField) -> Value:
    """Give a field of a reading."""
    value: Value = getattr(reading, field.value)
    return value


def fingerprint(value: Value) -> str:
    """Tell a value from any other without showing it; a number is the same however many noughts end it."""
    return hashlib.sha256(f"{plain(value)}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def plain(value: Value) -> str:
    """Write a value as text, one form for each."""
    match value:
        case Decimal():
            return f"{value.normalize() + 0:f}"
        case date():
            return value.isoformat()
        case _:
            return "" if value is None else str(value)


def is_cut(value: Value) -> bool:
    """Say whether a text is too long for a cell."""
    return isinstance(value, str) and len(value.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST
