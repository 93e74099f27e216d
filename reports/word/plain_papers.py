"""The papers of one table: the ledger, the list of evidence, the departments' task sheets."""

from collections.abc import Iterator, Sequence

from reports.content.evidence_catalogue import Catalogue
from reports.content.imprint import Imprint
from reports.content.ledger import Ledger
from reports.content.task_papers import TaskPaper
from reports.orders import MadePaper
from reports.word.annexes import NEW_PAGE, above
from reports.word.book import Book, Properties
from reports.word.elements import el
from reports.word.pages import Numbering, Pages, Shape
from reports.word.paragraphs import paragraph, run, text
from reports.word.plain_tables import evidence_table, ledger_table, task_figure_table, task_table
from reports.word.styles import NOTE, PICTURE, TABLE, TITLE
from reports.word.tables import Form, cell, nothing_between, row, table
from reports.wording import say, words
from services.progress import Progress, silent

_SIGNING = nothing_between(Form((52.0, 52.0, 52.0), pad_x=0))
_SIGN_HEIGHT = 12.0


def write_ledger(ledger: Ledger, imprint: Imprint, *, is_duplex: bool = False) -> MadePaper:
    """Write the ledger on lying sheets; one without findings says 无."""
    book = _book(imprint, is_duplex=is_duplex)
    book.add(
        text(TITLE, imprint.title),
        *above(ledger.about, ledger.counted_on, Shape.LANDSCAPE),
        ledger_table(book, ledger.lines),
        text(NOTE, ledger.note),
    )
    return MadePaper(book.content(Pages(Shape.LANDSCAPE, Numbering.FROM_ONE)), 0)


def write_catalogue(catalogue: Catalogue, *, is_duplex: bool = False) -> MadePaper:
    """Write the list of evidence; one without pieces says 无."""
    book = _book(catalogue.imprint, is_duplex=is_duplex)
    book.add(
        text(TITLE, catalogue.imprint.title),
        *above(catalogue.about, "", Shape.PORTRAIT),
        evidence_table(book, catalogue.groups),
        text(NOTE, say("evidence.note") if catalogue.groups else ""),
    )
    return MadePaper(book.content(Pages(numbering=Numbering.FROM_ONE)), 0)


def write_task_papers(
    papers: Sequence[TaskPaper], imprint: Imprint, progress: Progress = silent, *, is_duplex: bool = False
) -> MadePaper:
    """Write all departments' sheets, each on a fresh page."""
    book = _book(imprint, is_duplex=is_duplex)
    for number, paper in enumerate(papers):
        progress.step(number, len(papers), paper.department)
        book.add(*_task_paper(paper, NEW_PAGE if number else ""))
    progress.step(len(papers), len(papers))
    return MadePaper(book.content(Pages(numbering=Numbering.FROM_ONE)), 0)


def _book(imprint: Imprint, *, is_duplex: bool) -> Book:
    told = Properties(f"{imprint.title}：{imprint.school}", imprint.school, imprint.subject, imprint.made_at)
    return Book(told, imprint.mark, is_duplex=is_duplex)


def _task_paper(paper: TaskPaper, changed: str) -> Iterator[str]:
    outlined = changed + el("outlineLvl", val=0)
    yield paragraph(TITLE, run(say("tasks_paper.title", department=paper.department)), changed=outlined)
    yield from above(paper.about, paper.hand_in, Shape.PORTRAIT)
    yield task_table(paper.lines)
    if paper.figures:
        yield paragraph(PICTURE)
        yield task_figure_table(paper.figures)
    yield paragraph(NOTE, run(paper.note), changed=el("keepNext"))
    yield table(
        _SIGNING,
        [
            row(
                *(cell(f"{label}{say('tasks_paper.no_head')}", TABLE) for label in words("tasks_paper.signing")),
                height=_SIGN_HEIGHT,
            )
        ],
    )
