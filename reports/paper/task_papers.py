"""The departments' task sheets on paper: each on a fresh page, with its figures and a line to sign (paper.md 5)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reports.content.imprint import Imprint
from reports.content.task_papers import TaskFigure, TaskLine, TaskPaper
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.laying import lay_note, note_height
from reports.paper.marks import draw_mark
from reports.paper.placing import Align
from reports.paper.plain_paper import print_plain, put_title
from reports.paper.rows import Form, Paint, Row, RowMaker, Text
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import SMALL, SMALL_WIDE, TABLE, TABLE_HEAD
from reports.paper.table import Table, lay_table
from reports.paper.text import parted
from reports.paper.typesetter import Typesetter
from reports.wording import say, words
from services.progress import Progress, silent

TASKS = Form((13.0, 62.0, 37.0, 20.0, 24.0), pad_x=1.5, pad_y=1.3)
FIGURES = Form((13.0, 62.0, 32.0, 25.0, 24.0), pad_x=1.5, pad_y=1.3)
_ITEM_HEIGHT, _MARK_Y, _WORD_Y = 12.5, 4.4, 6.6
_SIGN_HEIGHT, _SIGN_DROP = 12.0, 6.5


def print_task_papers(
    papers: Sequence[TaskPaper],
    imprint: Imprint,
    faces: Faces,
    progress: Progress = silent,
    *,
    is_duplex: bool = False,
) -> MadePaper:
    """Lay all sheets out one after another and bind them, a line of the outline for each department."""

    def lay(flow: Flow) -> None:
        for number, paper in enumerate(papers):
            progress.step(number, len(papers), paper.department)
            _lay_paper(flow, paper, is_duplex=is_duplex, place=f"department:{number}")

    made = print_plain(imprint, faces, lay, is_duplex=is_duplex)
    progress.step(len(papers), len(papers))
    return made


def _lay_paper(flow: Flow, paper: TaskPaper, *, is_duplex: bool, place: str) -> None:
    if is_duplex and flow.sheets and flow.number % 2:
        flow.new_page()  # so that every department's sheet can be taken apart from the others
        flow.y = flow.sheet.bottom
    put_title(flow, _title(paper), paper.about, paper.hand_in)
    flow.sheet.places.append((place, flow.top))
    flow.note_place(0, paper.department, place)
    _lay_tables(flow, paper, note_height(flow, paper.note) + _SIGN_HEIGHT)
    lay_note(flow, paper.note)
    flow.keep(_SIGN_HEIGHT, _signing(flow.typesetter))


def _lay_tables(flow: Flow, paper: TaskPaper, after: float) -> None:
    """Set duties and figures; below the last row there is room to sign, so that nobody signs an empty page."""
    maker, again = RowMaker(flow.typesetter, TASKS), _title(paper) + say("label.continued")
    duties = _table(maker, "tasks_paper.heads", _task_rows(maker, paper.lines), again)
    lay_table(flow, duties if paper.figures else replace(duties, after_height=after))
    if paper.figures:
        maker = RowMaker(flow.typesetter, FIGURES)
        figures = _table(maker, "tasks_paper.figure_heads", _figure_rows(maker, paper.figures), again)
        lay_table(flow, replace(figures, gap=4.0, after_height=after))


def _table(maker: RowMaker, heads: str, rows: Iterable[Row], again: str) -> Table:
    """Make a table that says on every further page whose sheet it is: the pages may come apart."""
    return Table(maker.head(words(heads), TABLE_HEAD), rows, maker.form.width, again=again)


def _title(paper: TaskPaper) -> str:
    return say("tasks_paper.title", department=paper.department)


def _task_rows(maker: RowMaker, lines: tuple[TaskLine, ...]) -> Iterator[Row]:
    for line in lines:
        texts = [
            Text(parted(line.key), TABLE, Align.CENTRE),
            Text(line.text, TABLE, Align.JUSTIFIED),
            Text(line.papers, TABLE),
            Text(line.due, SMALL_WIDE, Align.CENTRE),
            Text("", SMALL, paint=_status(maker.typesetter, line)),
        ]
        again = Text(parted(line.key) + "\n" + say("label.continued"), TABLE, Align.CENTRE)
        yield maker.row(texts, height=_ITEM_HEIGHT, again=again)


def _figure_rows(maker: RowMaker, figures: tuple[TaskFigure, ...]) -> Iterator[Row]:
    for figure in figures:
        texts = (parted(figure.key), figure.name, figure.target, figure.due, figure.actual)
        aligns = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT, Align.CENTRE)
        yield maker.row([Text(text, TABLE, align) for text, align in zip(texts, aligns, strict=True)])


def _signing(typesetter: Typesetter) -> Callable[[Sheet, float, float], None]:
    """Make what draws where the department signs: labels, each with a line to write on."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        labels = words("tasks_paper.signing")
        width = TASKS.width / len(labels)
        for place, label in enumerate(labels):
            left = x + place * width
            long = put_text(sheet, typesetter, label, TABLE, (left, y + _SIGN_DROP, 0))
            sheet.rule(left + long + 1, y + _SIGN_DROP + 5, left + width - 4, y + _SIGN_DROP + 5)

    return draw


def _status(typesetter: Typesetter, line: TaskLine) -> Paint:
    def paint(sheet: Sheet, x: float, y: float, width: float, _: float) -> None:
        draw_mark(sheet, line.status, x + width / 2, y + _MARK_Y)
        put_text(sheet, typesetter, line.status_word, SMALL, (x, y + _WORD_Y, width), 0.5)

    return paint
