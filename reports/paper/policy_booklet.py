"""The booklet of a policy's checklist on paper: columns 13 · 80 · 33 · 30 (paper.md section 5)."""

from collections.abc import Iterator

from reports.content.policy_booklet import DutyClause, DutyItem, DutySection, PolicyBooklet
from reports.orders import MadePaper
from reports.paper.booklet import bind_booklet
from reports.paper.collecting import seldom_collecting
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.placing import Align
from reports.paper.plain_paper import put_missing, put_title
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.sheet import Furniture, Sheet, put_text
from reports.paper.styles import SMALL, SMALL_WIDE, TABLE, TABLE_HEAD, TABLE_SECTION, TABLE_STRONG
from reports.paper.table import Table, lay_table
from reports.paper.text import parted
from reports.paper.typesetter import Typesetter
from reports.wording import say, words
from services.progress import Progress, silent

FORM = Form((13.0, 80.0, 33.0, 30.0), pad_x=1.5, pad_y=1.3)
_SECTION_HEIGHT, _CLAUSE_HEIGHT, _ITEM_HEIGHT, _UNITS_HEIGHT = 8.0, 7.5, 9.6, 6.2
_MARK_X, _MARK_Y, _MARK_RADIUS, _LEGEND_HEIGHT = 3.4, 9.3, 1.0, 6.1
"""The mark stands at the end of the second line of the third column, where only a word of strength stands."""


def print_policy_booklet(
    booklet: PolicyBooklet, faces: Faces, progress: Progress = silent, *, is_duplex: bool = False
) -> MadePaper:
    """Lay the booklet out and bind it."""
    with seldom_collecting():
        flow = Flow(Typesetter(faces), Furniture(booklet.imprint.mark), is_duplex)
        put_title(flow, booklet.title, booklet.about)
        _lay(flow, booklet, progress)
        put_missing(flow)
        made = bind_booklet(flow, booklet.cover, booklet.imprint, faces)
        progress.step(len(booklet.sections) + 1, len(booklet.sections) + 1)
        return made


def _lay(flow: Flow, booklet: PolicyBooklet, progress: Progress) -> None:
    maker = RowMaker(flow.typesetter, FORM)
    sections = {f"section:{number}": section for number, section in enumerate(booklet.sections)}

    def rows() -> Iterator[Row]:
        for number, (place, section) in enumerate(sections.items()):
            progress.step(number, len(sections) + 1, section.title)
            yield from _section(maker, section, place)

    def note(row: Row) -> None:
        if row.place in sections:
            flow.note_place(0, sections[row.place].title, row.place)

    def legend(sheet: Sheet, x: float, y: float) -> None:
        sheet.circle(x + 1.6, y + 3.8, _MARK_RADIUS, "B")
        put_text(sheet, flow.typesetter, booklet.legend, SMALL, (x + 4.2, y + 1.6, 0))

    head = maker.head(words("policy_paper.heads"), TABLE_HEAD)
    lay_table(flow, Table(head, rows(), FORM.width, foot=legend, foot_height=_LEGEND_HEIGHT, on_row=note))


def _section(maker: RowMaker, section: DutySection, place: str) -> Iterator[Row]:
    title = Text(section.title, TABLE_SECTION, span=len(FORM.columns), is_middle=True)
    yield maker.row([title], RowKind.SECTION, _SECTION_HEIGHT, place=place)
    for clause in section.clauses:
        yield from _clause(maker, clause)


def _clause(maker: RowMaker, clause: DutyClause) -> Iterator[Row]:
    number = Text(clause.number, TABLE_STRONG, Align.CENTRE, is_middle=True)
    heading = Text(clause.heading, TABLE_STRONG, span=2, is_middle=True, has_rule=False)
    count = Text(clause.count, SMALL, Align.RIGHT, is_middle=True, has_rule=False)
    yield maker.row([number, heading, count], RowKind.CLAUSE, _CLAUSE_HEIGHT)
    if clause.units:
        units = Text(clause.units, SMALL, span=len(FORM.columns), is_middle=True)
        yield maker.row([units], RowKind.CLAUSE, _UNITS_HEIGHT)
    yield from (_item(maker, item) for item in clause.items)


def _item(maker: RowMaker, item: DutyItem) -> Row:
    def paint(sheet: Sheet, x: float, y: float, width: float, _: float) -> None:
        if item.is_ours:
            sheet.circle(x + width - _MARK_X, y + _MARK_Y, _MARK_RADIUS, "B")

    texts = [
        Text(parted(item.key), TABLE, Align.CENTRE),
        Text(item.text, TABLE),
        Text(item.asked, SMALL_WIDE, paint=paint),
        Text(item.figures, SMALL_WIDE),
    ]
    again = Text(parted(item.key) + "\n" + say("label.continued"), TABLE, Align.CENTRE)
    return maker.row(texts, height=_ITEM_HEIGHT, again=again)
