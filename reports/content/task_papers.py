"""The departments' task sheets (科室任务单) as they are printed: what each is asked for and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.vocabulary import Status
from reports.content.figures import actual, due_in_row, target
from reports.errors import NoSuchTaskSheetError, NoTaskSheetsError
from reports.wording import say
from resources import word
from services.intake.form import FigureRow, TaskField, TaskForm, TaskRow


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One check item asked of a department."""

    key: str
    text: str
    papers: str
    due: str
    status: Status
    status_word: str


@dataclass(frozen=True, slots=True)
class TaskFigure:
    """One indicator asked of a department; an empty actual value is a place to write on."""

    key: str
    name: str
    target: str
    due: str
    actual: str


@dataclass(frozen=True, slots=True)
class TaskPaper:
    """One department's sheet."""

    department: str
    about: str
    hand_in: str
    lines: tuple[TaskLine, ...]
    figures: tuple[TaskFigure, ...]
    note: str


def build_task_papers(forms: Iterable[TaskForm], department: str = "") -> tuple[TaskPaper, ...]:
    """Compose the sheets of all departments, or of one; raises NoTaskSheetsError, NoSuchTaskSheetError."""
    known = {form.department: form for form in forms}
    if not known:
        raise NoTaskSheetsError
    if department and department not in known:
        raise NoSuchTaskSheetError(department, "、".join(known))
    return tuple(map(_paper, [known[department]] if department else known.values()))


def _paper(form: TaskForm) -> TaskPaper:
    figures = {row.indicator.key: row for row in reversed(form.figures)}
    told = {"school": form.school, "city": form.city, "year": form.year}
    return TaskPaper(
        department=form.department,
        about=say("tasks_paper.about", **told, head=form.head or say("tasks_paper.no_head")),
        hand_in=say("tasks_paper.hand_in"),
        lines=tuple(map(_line, form.rows)),
        figures=tuple(_figure(figures[key]) for key in dict.fromkeys(row.indicator.key for row in form.figures)),
        note=say("tasks_paper.note", items=len(form.rows), figures=len(figures)),
    )


def _line(row: TaskRow) -> TaskLine:
    due = row.value(TaskField.DUE)
    return TaskLine(
        key=row.label,
        text=row.requirement,
        papers=row.papers or say("label.dash"),
        due=str(due) if due else "",
        status=row.answer.status,
        status_word=word(row.answer.status),
    )


def _figure(row: FigureRow) -> TaskFigure:
    amount, found = target(row.indicator), actual(row.indicator, row.reading)
    return TaskFigure(
        key=row.label,
        name=row.indicator.name,
        target=amount.text if amount else say("tasks.no_target"),
        due=due_in_row(row.indicator),
        actual=found.text if found else "",
    )
