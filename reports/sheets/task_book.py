"""The task sheets of several departments as one book to read: a sheet for each, its figures under its items."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.content.task_papers import TaskPaper
from reports.sheets.cells import Look, content_of, new_book
from reports.sheets.pages import Block, Column, Page, lay
from reports.sheets.typed import day
from reports.wording import say, words

_WIDTHS = ((11.0, Look.WORD), (48.0, Look.TEXT), (34.0, Look.TEXT), (18.0, Look.WORD), (18.0, Look.WORD))


def task_book(papers: Iterable[TaskPaper], mark: str = "") -> bytes:
    """Give the book as an XLSX file; what is filled in and taken back is one department's own sheet."""
    book = new_book(say("tasks_paper.name"))
    for paper in papers:
        lay(book, replace(_page(paper), mark=mark))
    return content_of(book)


def _page(paper: TaskPaper) -> Page:
    heads = zip(words("tasks_paper.heads"), _WIDTHS, strict=True)
    columns = tuple(Column(head, width, look) for head, (width, look) in heads)
    title, about = say("tasks_paper.title", department=paper.department), "　".join((paper.about, paper.hand_in))
    rows = [(line.key, line.text, line.papers, day(line.due), line.status_word) for line in paper.lines]
    return Page(paper.department, title, about, columns, rows, below=tuple(_figures(paper)), notes=(paper.note,))


def _figures(paper: TaskPaper) -> Iterator[Block]:
    if paper.figures:
        rows = [(one.key, one.name, one.target, one.due, one.actual) for one in paper.figures]
        yield Block(words("tasks_paper.figure_heads"), rows)
