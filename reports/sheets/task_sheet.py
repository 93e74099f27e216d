"""A department's task sheet (任务单) as a workbook: locked but for what is asked, marked so as to be read back."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from checklists.policy import Indicator
from models.vocabulary import Status
from reports.content.figures import target
from reports.saving import save_content
from reports.sheets.cells import Look, Value, cell_at, content_of, new_book, write_text
from reports.sheets.pages import HEAD_ROW, Column, Page, lay
from reports.sheets.texts import fit
from reports.wording import say
from resources import word
from services.intake import form
from services.intake.form import FigureRow, TaskField, TaskForm, TaskRow
from services.progress import Progress, silent

F = TaskField
_LOOKS = {
    F.NUMBER: (10, Look.WORD),
    F.MEASURE: (18, Look.TEXT),
    F.REQUIREMENT: (38, Look.TEXT),
    F.STATUS: (11, Look.WORD),
    F.NOTE: (36, Look.TEXT),
    F.MISSING: (18, Look.TEXT),
    F.DUE: (13, Look.DAY),
    F.REASON: (16, Look.TEXT),
    F.PERSON: (10, Look.WORD),
    F.PAPERS: (28, Look.TEXT),
    F.INDICATOR: (44, Look.TEXT),
    F.TARGET: (18, Look.WORD),
    F.UNIT: (10, Look.WORD),
    F.VALUE: (16, Look.NUMBER),
    F.AS_OF: (14, Look.DAY),
    F.SOURCE: (34, Look.TEXT),
    F.MARK: (10, Look.TEXT),
}
_LOCKED = PatternFill("solid", fgColor="FFF4F1EA")
_ASKED = PatternFill("solid", bgColor="FFFBE7A6")
_OPEN = Protection(locked=False)
_ORDER = (Status.UNANSWERED, Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.NOT_APPLICABLE)
_FIT_FLOAT = 15
"""Figures that a sheet's numbers keep exactly; longer ones are written as text."""


def task_sheet(asked: TaskForm) -> bytes:
    """Write one department's task sheet; the same form gives the same bytes."""
    book = new_book(_title(asked))
    tasks = lay(book, _task_page(asked))
    _dress(tasks, asked.rows, form.TASK_COLUMNS, form.ANSWERED)
    _offer_statuses(tasks, len(asked.rows))
    _ask_kindly(tasks, _area(form.TASK_COLUMNS, F.DUE, len(asked.rows)), "date", "36526", say("tasks.day"))
    if asked.figures:
        figures = lay(book, _figure_page(asked))
        _dress(figures, asked.figures, form.FIGURE_COLUMNS, form.MEASURED)
        count = len(asked.figures)
        _ask_kindly(figures, _area(form.FIGURE_COLUMNS, F.AS_OF, count), "date", "36526", say("tasks.day"))
        _ask_kindly(figures, _area(form.FIGURE_COLUMNS, F.VALUE, count), "decimal", "0", say("tasks.figure"))
    _mark(book, asked)
    return content_of(book)


def save_task_sheets(forms: Iterable[TaskForm], folder: Path, progress: Progress = silent) -> tuple[Path, ...]:
    """Write every department's sheet into a folder; raises TargetInUseError, TargetRefusedError."""
    forms = tuple(forms)
    written = tuple(folder / name for name in file_names(forms))
    for done, (asked, path) in enumerate(zip(forms, written, strict=True)):
        progress.step(done, len(forms), asked.department)
        save_content(task_sheet(asked), path)
    progress.step(len(forms), len(forms))
    return written


def file_names(forms: Iterable[TaskForm]) -> tuple[str, ...]:
    """Name the file of each department's sheet, fit for any disk, no two alike."""
    names: dict[str, str] = {}
    for asked in forms:
        plain = "".join("-" if char in '<>:"/\\|?*' or char < " " else char for char in asked.department).strip(" .")
        wanted = (plain[:60] or "科室", *(f"{plain[:60]}（{number}）" for number in range(2, 1000)))
        name = next(one for one in wanted if one.casefold() not in names)
        names[name.casefold()] = say("tasks.file", department=name)
    return tuple(names.values())


def _title(asked: TaskForm) -> str:
    return say("tasks.title", school=asked.school, department=asked.department, city=asked.city, year=asked.year)


def _task_page(asked: TaskForm) -> Page:
    about = say("tasks.about", who=asked.head or asked.department)
    return Page(form.TASKS, _title(asked), about, _columns(form.TASK_COLUMNS), [_task_cells(row) for row in asked.rows])


def _figure_page(asked: TaskForm) -> Page:
    named = {"school": asked.school, "department": asked.department, "city": asked.city, "year": asked.year}
    rows = [_figure_cells(row) for row in asked.figures]
    return Page(
        form.FIGURES, say("tasks.figures", **named), say("tasks.figures_about"), _columns(form.FIGURE_COLUMNS), rows
    )


def _columns(fields: Sequence[TaskField]) -> tuple[Column, ...]:
    return tuple(Column(word(one), *_LOOKS[one], is_hidden=one is F.MARK) for one in fields)


def _task_cells(row: TaskRow) -> tuple[Value, ...]:
    filled = (_shown(row.value(one)) for one in form.ANSWERED)
    return (row.label, row.measure, row.requirement, *filled, row.papers, row.mark)


def _figure_cells(row: FigureRow) -> tuple[Value, ...]:
    filled = (_shown(row.value(one)) for one in form.MEASURED)
    return (row.label, _name(row), _target(row.indicator), row.unit, *filled, row.mark)


def _name(row: FigureRow) -> str:
    ratio = row.indicator.ratio
    if ratio is None or row.count is F.VALUE:
        return row.indicator.name
    name = ratio.part if row.count is F.PART else ratio.whole
    return say("tasks.counted", name=name, indicator=row.indicator.name)


def _target(indicator: Indicator) -> str:
    amount = target(indicator)
    return f"{amount.sign}{amount.figure}{amount.unit}" if amount else say("tasks.no_target")


def _shown(value: form.Value) -> Value:
    """Give a value as the sheet has it: a status as its word, a figure too long for a number as text."""
    if isinstance(value, Status):
        return word(value)
    if value is None or isinstance(value, str):
        return value or None
    plain = form.plain(value)
    return plain if len(plain.strip("-0").replace(".", "")) > _FIT_FLOAT else value


def _dress(
    sheet: Worksheet,
    rows: Sequence[TaskRow | FigureRow],
    columns: Sequence[TaskField],
    filled: Sequence[TaskField],
) -> None:
    """Lock all but what is to be filled in."""
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "autoFilter"):
        setattr(sheet.protection, allowed, False)
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        for place, field in enumerate(columns, start=1):
            cell = cell_at(sheet, number, place)
            if field in filled and _is_open(row, field):
                cell.protection = _OPEN
                cell.number_format = _LOOKS[field][1].value[0]
            else:
                cell.fill = _LOCKED


def _is_open(row: TaskRow | FigureRow, field: TaskField) -> bool:
    if form.is_cut(row.value(field)):
        return False
    return isinstance(row, TaskRow) or field is F.VALUE or row.is_first


def _offer_statuses(sheet: Worksheet, count: int) -> None:
    """Let only the five words into the status cells, and light up what a status still asks for."""
    words = ",".join(map(word, _ORDER))
    offer = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
    offer.errorTitle, offer.error = word(F.STATUS), say("tasks.choose", words=words.replace(",", "、"))
    sheet.add_data_validation(offer)
    offer.add(_area(form.TASK_COLUMNS, F.STATUS, count))
    first = HEAD_ROW + 1
    letters = {one: get_column_letter(at) for at, one in enumerate(form.TASK_COLUMNS, start=1)}
    for status, field in ((Status.NOT_APPLICABLE, F.REASON), (Status.PARTLY_MET, F.MISSING)):
        asks = f'AND(${letters[F.STATUS]}{first}="{word(status)}",{letters[field]}{first}="")'
        lit = Rule(type="expression", dxf=DifferentialStyle(fill=_ASKED), formula=[asks])
        sheet.conditional_formatting.add(_area(form.TASK_COLUMNS, field, count), lit)


def _ask_kindly(sheet: Worksheet, area: str, kind: Literal["date", "decimal"], least: str, says: str) -> None:
    """Warn of what is no day or no figure; who insists may leave it, and hears of it when the sheet comes back."""
    asks = DataValidation(kind, formula1=least, operator="greaterThanOrEqual", allow_blank=True, showErrorMessage=True)
    asks.errorStyle, asks.error = "warning", says
    asks.add(area)
    sheet.add_data_validation(asks)


def _area(columns: Sequence[TaskField], field: TaskField, count: int) -> str:
    """Name the cells of a column under its head."""
    letter = get_column_letter(columns.index(field) + 1)
    return f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + max(count, 1)}"


def _mark(book: Workbook, asked: TaskForm) -> None:
    """Keep on a hidden sheet what went out, so that what comes back can be told from it."""
    sheet = book.create_sheet(form.MARKS)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
    rows: tuple[TaskRow | FigureRow, ...] = (*asked.rows, *asked.figures)
    for row, texts in enumerate([*_about_rows(asked), *map(_marks_of, rows)], start=1):
        for place, text in enumerate(texts, start=1):
            write_text(cell_at(sheet, row, place), text)


def _about_rows(asked: TaskForm) -> list[list[str]]:
    about = {
        "form": str(form.VERSION),
        "assessment": asked.assessment,
        "digest": asked.digest,
        "school": asked.school,
        "city": asked.city,
        "year": str(asked.year),
        "department": asked.department,
    }
    return [["about", name, value] for name, value in about.items()]


def _marks_of(row: TaskRow | FigureRow) -> list[str]:
    fields = form.ANSWERED if isinstance(row, TaskRow) else tuple(one for one in form.MEASURED if _is_asked(row, one))
    values = [row.value(one) for one in fields]
    kept = {
        "fields": fields,
        "prints": list(map(form.fingerprint, values)),
        "cut": [one for one, value in zip(fields, values, strict=True) if form.is_cut(value)],
    }
    return ["row", row.mark, row.label, json.dumps(kept), *map(_as_text, values)]


def _is_asked(row: FigureRow, field: TaskField) -> bool:
    return field is F.VALUE or row.is_first


def _as_text(value: form.Value) -> str:
    return word(value) if isinstance(value, Status) else fit(form.plain(value))
