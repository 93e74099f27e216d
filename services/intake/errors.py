"""What a sheet that comes back can be refused for, whole or in one of its rows."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(eq=False)
class SheetError(Exception):
    """A file is refused; nothing of it was taken in."""

    path: Path


class SheetMissingError(SheetError):
    """There is no such file, or it may not be read."""


class NotASheetError(SheetError):
    """The file is no XLSX workbook."""


class OldSheetError(SheetError):
    """The file is of Excel 97 or WPS, whatever it is called."""


class EncryptedSheetError(SheetError):
    """The file opens with a password only."""


class MacroSheetError(SheetError):
    """The file carries macros."""


class HostileSheetError(SheetError):
    """The file is built to harm: a bomb, or a document type with entities."""


class DamagedSheetError(SheetError):
    """The file is cut short, or not what its kind must be."""


class TooLargeSheetError(SheetError):
    """The file holds more than any task sheet does."""


class SheetStoppedError(SheetError):
    """The file took more time or memory than reading may take."""


class NotATaskSheetError(SheetError):
    """The workbook lacks the marks that our task sheets carry."""


class NewerTaskSheetError(SheetError):
    """The task sheet was written by a later version of this program."""


@dataclass(eq=False)
class ColumnMissingError(SheetError):
    """A column of the task sheet is gone, or its head was changed."""

    column: str


@dataclass(eq=False)
class OtherAssessmentSheetError(SheetError):
    """The task sheet belongs to another assessment."""

    school: str
    city: str
    year: str


@dataclass(eq=False)
class RowError(Exception):
    """A row is refused; the rows around it are not. `cell` is where, such as 任务单!E7."""

    cell: str
    given: str = ""


class UnknownRowError(RowError):
    """The row bears no mark of ours: somebody added it."""


class RepeatedRowError(RowError):
    """The row's item stands in another row already."""


class StrayRowError(RowError):
    """Mark and number of the row name two different items."""


class GoneItemError(RowError):
    """The assessment's checklist no longer asks the school for the item or figure."""


class FormulaCellError(RowError):
    """The cell holds a formula or an error value instead of words or a figure."""


class MergedCellError(RowError):
    """The cell was merged with others."""


class NotAStatusError(RowError):
    """The cell holds none of the five statuses."""


class NotADayError(RowError):
    """The cell holds no day."""


@dataclass(eq=False)
class NotAFigureError(RowError):
    """The cell holds no figure in the unit that is asked for; `unit` names it."""

    unit: str = ""


class CutTextError(RowError):
    """The cell's text did not fit into the sheet whole, and was changed there."""


class ReasonNotGivenError(RowError):
    """The row says 不适用 without saying why."""


class TwiceGivenError(RowError):
    """Another of the files says something else of the same item; `given` names that file."""
