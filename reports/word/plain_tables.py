"""Tables of plain rows: base data, duties, indicators, the ledger, the evidence, task sheets (paper.md section 5)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.columns import ledger_columns
from reports.content.ledger import LedgerLine
from reports.content.parts import DutyLine, EvidenceGroup, FactLine, FigureGroup, FigureLine, RatioLine
from reports.content.task_papers import TaskFigure, TaskLine
from reports.word.book import Book
from reports.word.clause_table import MARKS
from reports.word.elements import el, unbroken
from reports.word.paragraphs import link, paragraph, run, text
from reports.word.styles import SMALL, TABLE, TABLE_STRONG
from reports.word.tables import (
    CLAUSE_GREY,
    LANDSCAPE_LINES,
    Cell,
    Form,
    Line,
    cell,
    closing,
    grey,
    head,
    joined,
    row,
    table,
    top,
)
from reports.wording import say, words

FACTS = Form((55.0, 28.0, 24.0, 49.0), pad_y=0.9, least_height=6.9)
DUTIES = Form((32.0, 16.0, 108.0), pad_y=0.9, least_height=6.9)
EVIDENCE = Form((16.0, 63.8, 23.0, 21.6, 10.6, 21.0), pad_x=1.0, pad_y=0.9, least_height=6.9)
_WITH_WORDS = replace(EVIDENCE, columns=(22.0, 57.8, 23.0, 21.6, 10.6, 21.0))
"""Room for numbers such as 目标1-10-01, which stand on one line."""
FIGURES = Form((11.0, 54.0, 12.0, 24.0, 17.0, 20.0, 18.0), pad_x=1.2, pad_y=1.2)
TASKS = Form((13.0, 62.0, 37.0, 20.0, 24.0), pad_x=1.0, pad_y=1.3)
TASK_FIGURES = Form((13.0, 62.0, 32.0, 25.0, 24.0), pad_x=1.5, pad_y=1.3)
_GROUP_HEIGHT, _FIGURE_HEIGHT, _TASK_HEIGHT = 6.8, 8.0, 12.5
_STAY = el("keepNext")


def fact_table(facts: Iterable[FactLine], ratios: Sequence[RatioLine] = ()) -> str:
    """Set the school's base data, and under them what is worked out from them."""
    lines = [
        row(cell(fact.name), cell(fact.value, align="right"), cell(fact.as_of, align="center"), cell(fact.source))
        for fact in facts
    ]
    return table(FACTS, [head(words("basics.heads")), *lines, *_ratios(ratios)])


def _ratios(ratios: Sequence[RatioLine]) -> Iterator[Line]:
    if ratios:
        title = Cell(
            paragraph(TABLE_STRONG, run(say("basics.ratios")), changed=_STAY), len(FACTS.columns), is_middle=True
        )
        yield grey(row(title, height=_GROUP_HEIGHT), CLAUSE_GREY)
    for one in ratios:
        formula = cell(one.formula, SMALL, span=2)
        yield row(cell(one.name), cell(one.value, align="right"), formula)


def duty_table(duties: Iterable[DutyLine]) -> str:
    """Set the departments with their items."""
    lines = [row(cell(one.department), cell(one.count, align="center"), cell(unbroken(one.keys))) for one in duties]
    return table(DUTIES, [head(words("work.duty_heads")), *lines])


def figure_table(groups: Iterable[FigureGroup]) -> str:
    """Set the indicators by section."""
    lines = [head(words("indicators.heads"))]
    for group in groups:
        title = Cell(paragraph(TABLE_STRONG, run(group.title), changed=_STAY), len(FIGURES.columns), is_middle=True)
        lines.append(grey(row(title, height=_GROUP_HEIGHT), CLAUSE_GREY))
        lines += map(_figure, group.lines)
    return table(FIGURES, closing(lines, with_note=True))


def ledger_table(book: Book, lines: Sequence[LedgerLine], known: frozenset[str] = frozenset()) -> str:
    """Set one row a finding."""
    form = Form(ledger_columns(lines), pad_x=1.4, pad_y=1.5, most_lines=LANDSCAPE_LINES)
    rows = [_finding(book, line, known) for line in lines]
    return table(form, [head(words("ledger_paper.heads")), *closing(rows, with_note=True)])


def evidence_table(book: Book, groups: Iterable[EvidenceGroup], known: frozenset[str] = frozenset()) -> str:
    """Set the evidence by clause."""
    lines, listed = [head(words("evidence.heads"))], list(groups)
    has_words = any(not piece.number[:1].isdigit() for group in listed for piece in group.lines)
    for group in listed:
        title = Cell(paragraph(TABLE_STRONG, run(group.title), changed=_STAY), 5, is_middle=True)
        counted = row(title, cell(group.count, SMALL, "right"), height=_GROUP_HEIGHT)
        lines.append(grey(joined(counted), CLAUSE_GREY))
        lines += _pieces(book, group, known)
    return table(_WITH_WORDS if has_words else EVIDENCE, closing(lines, with_note=bool(listed)))


def task_table(lines: Iterable[TaskLine]) -> str:
    """Set what a department is asked for."""
    return table(TASKS, [head(words("tasks_paper.heads")), *closing([*map(_task, lines)], with_note=True)])


def task_figure_table(figures: Iterable[TaskFigure]) -> str:
    """Set the figures a department is asked for."""
    lines = [
        row(
            top(cell(one.key, align="center")),
            *(top(cell(said)) for said in (one.name, one.target, one.due)),
            top(cell(one.actual, align="center")),
        )
        for one in figures
    ]
    return table(TASK_FIGURES, [head(words("tasks_paper.figure_heads")), *closing(lines, with_note=True)])


def _figure(line: FigureLine) -> Line:
    said = [one for one in (line.basis, line.overruled) if one]
    name = text(TABLE, line.name) + "".join(text(SMALL, one) for one in said)
    target = cell(line.target.text, align="center") if line.target else _quiet(say("indicators.no_target"))
    return row(
        cell(str(line.number), align="center"),
        Cell(name, length=len(line.name) + sum(map(len, said)), is_middle=True),
        cell(line.item, align="center"),
        target,
        cell(line.due, align="center"),
        cell(line.actual.text if line.actual else say("label.dash"), align="center"),
        cell(line.judgement, TABLE_STRONG if line.is_strong else TABLE, "center"),
        height=_FIGURE_HEIGHT,
    )


def _finding(book: Book, line: LedgerLine, known: frozenset[str]) -> Line:
    dash = say("label.dash")
    number = book.places.mark(f"finding:{line.number}", run(str(line.number)))
    return row(
        Cell(paragraph(TABLE, number, changed=_CENTRE)),
        _leading(book, line.item or dash, f"item:{line.item}", known),
        *(top(cell(said, TABLE, "both")) for said in (line.problem, line.measure or dash)),
        top(cell(line.kind, align="center")),
        top(cell(line.who or dash)),
        top(cell(line.deadline, align="center")),
        top(cell(line.progress)),
        top(cell(line.closed_on, align="center")),
    )


def _pieces(book: Book, group: EvidenceGroup, known: frozenset[str]) -> Iterator[Line]:
    """Set the pieces of a clause; the first row of an item is where its links lead."""
    items: set[str] = set()
    for line in group.lines:
        number = link(book.places.name(f"item:{line.item}"), run(line.number))
        number = number if f"item:{line.item}" in known else run(line.number)
        if line.item not in items:
            number = book.places.mark(f"evidence:{line.item}", number)
        items.add(line.item)
        yield row(
            Cell(paragraph(TABLE, number), is_middle=True),
            cell(line.name),
            cell(line.formed_on, align="center"),
            cell(line.department),
            cell(line.pages, align="right"),
            cell(line.kept),
        )


def _task(line: TaskLine) -> Line:
    state = text(TABLE, MARKS[line.status], align="center") + text(SMALL, line.status_word, align="center")
    return row(
        top(cell(line.key, align="center")),
        top(cell(line.text, TABLE, "both")),
        top(cell(line.papers)),
        top(cell(line.due, align="center")),
        Cell(state),
        height=_TASK_HEIGHT,
    )


def _leading(book: Book, words_: str, place: str, known: frozenset[str]) -> Cell:
    said = run(words_)
    return Cell(paragraph(TABLE, link(book.places.name(place), said) if place in known else said, changed=_CENTRE))


def _quiet(said: str) -> Cell:
    return cell(said, SMALL, "center")


_CENTRE = el("jc", val="center")
