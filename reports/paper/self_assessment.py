"""The self-assessment report on paper: its parts in order, laid out once, bound with contents and outline."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from reports.content.parts import (
    DutyLine,
    FactLine,
    Paragraph,
    Passage,
    RatioLine,
    Scores,
    SelfAssessment,
)
from reports.orders import MadePaper
from reports.paper.annexes import Annexes
from reports.paper.book import LabelRange, OutlineEntry, Properties, bind, fonts_used
from reports.paper.clause_table import FORM as CLAUSE_FORM
from reports.paper.clause_table import LEGEND_HEIGHT, ClauseTable, SectionTitle, entries_of, form_for, set_ahead
from reports.paper.collecting import seldom_collecting
from reports.paper.compositors import Compositors
from reports.paper.faces import Faces
from reports.paper.figure_table import FORM as FIGURE_FORM
from reports.paper.figure_table import FigureTable
from reports.paper.flow import Flow, prose_setting
from reports.paper.front import contents_sheets, cover_sheet
from reports.paper.laying import BEFORE_TABLE, lay_note, lay_noted, lay_rows
from reports.paper.plain_tables import DUTIES, FACTS, duty_rows, fact_rows, ratio_rows
from reports.paper.rows import Row, RowMaker
from reports.paper.score_charts import draw_scores
from reports.paper.shape import PORTRAIT
from reports.paper.sheet import AREA_WIDTH, GRID_MM, Furniture, Sheet, line_top, put_text
from reports.paper.signing import lay_signatures
from reports.paper.styles import BODY, MM, PART, SECTION, TITLE
from reports.paper.table import Table, lay_table
from reports.paper.theme_chart import draw_themes
from reports.paper.titles import title_lines
from reports.paper.typesetter import Typesetter
from reports.paper.year_chart import draw_years
from reports.wording import say, words
from services.progress import Progress, silent

_NUMERALS = "一二三四五六七八九十"
_STEPS = 4
LONG = 4_000
"""A report of so many items is set by two; with fewer, the second would hardly have begun."""
_HEARD_EVERY = 50
"""Rows after which it is heard whether the user gave up."""
_TAKE = 24
"""Entries of the clause table, or paragraphs, that are set by one of them at a time."""


def print_self_assessment(
    report: SelfAssessment, faces: Faces, progress: Progress = silent, *, is_duplex: bool = False
) -> MadePaper:
    """Lay the report out and bind it; duplex papers have blank backs so that binding edges match."""
    with seldom_collecting():
        return _print(report, faces, progress, is_duplex=is_duplex)


def page_numbers(report: SelfAssessment, faces: Faces) -> dict[str, int]:
    """Say on which page every place stands that the contents name; a page is counted from the text's first one."""
    unseen = replace(report, photos=tuple(replace(photo, file=None) for photo in report.photos))
    with seldom_collecting():
        with _compositors(report, faces) as compositors:
            flow = Flow(compositors.typesetter, Furniture(report.mark))
            _Body(unseen, flow, compositors).lay(silent)
        return {entry.place: entry.number for entry in flow.entries}


def _compositors(report: SelfAssessment, faces: Faces) -> Compositors:
    items = sum(len(clause.items) for section in report.clauses for clause in section.clauses)
    return Compositors(faces, are_two=items >= LONG)


def _print(report: SelfAssessment, faces: Faces, progress: Progress, *, is_duplex: bool) -> MadePaper:
    with _compositors(report, faces) as compositors:
        typesetter = compositors.typesetter
        flow = Flow(typesetter, Furniture(report.mark), is_duplex)
        _Body(report, flow, compositors).lay(progress)
    progress.step(_STEPS - 1, _STEPS)
    front = _front(report, flow, typesetter, is_duplex=is_duplex)
    sheets = [*front, *flow.finish()]
    subject = f"{report.subject}；{fonts_used(faces)}"
    properties = Properties(say("report.title") + "：" + report.title[0], report.title[0], subject, report.printed_at)
    contents = next(number for number, sheet in enumerate(front) if sheet.label)
    labels = (
        LabelRange(0, "", say("report.title")),
        LabelRange(contents, "R"),
        LabelRange(len(front), "D"),
    )
    outline = [OutlineEntry(entry.title, entry.place, entry.level % 2) for entry in flow.entries]
    content = bind(sheets, typesetter, properties, outline, labels)
    progress.step(_STEPS, _STEPS)
    return MadePaper(content, len(sheets), tuple(typesetter.missing))


def _front(report: SelfAssessment, flow: Flow, typesetter: Typesetter, *, is_duplex: bool) -> list[Sheet]:
    """Cover and contents; when duplex, each starts on a front side, so blank backs may follow."""
    furniture = Furniture(report.mark)
    cover = [cover_sheet(report.cover, typesetter)]
    contents = contents_sheets(say("label.contents"), flow.entries, typesetter, furniture, is_duplex=is_duplex)
    parts = [cover, contents]
    if is_duplex:
        parts = [part + [Sheet()] * (len(part) % 2) for part in parts]
    return list(chain.from_iterable(parts))


class _Body:
    """Lays the numbered pages."""

    def __init__(self, report: SelfAssessment, flow: Flow, compositors: Compositors) -> None:
        self._report = report
        self._flow = flow
        self._compositors = compositors
        self._parts = 0

    def lay(self, progress: Progress) -> None:
        """Lay part after part, in the order of paper.md section 5."""
        report = self._report
        self._title()
        self._part("basics")
        self._paragraphs(report.basics)
        if report.facts:
            self._facts(report.facts, report.ratios)
        self._part("work")
        self._paragraphs(report.work)
        if report.duties:
            self._duties(report.duties)
        self._part("conclusion")
        self._paragraphs(report.conclusion)
        self._charts(report.scores)
        progress.step(1, _STEPS)
        self._clauses(progress)
        self._indicators()
        self._part("achievements")
        self._paragraphs(report.achievements)
        self._part("problems")
        self._passages(report.problems)
        self._part("not_applicable")
        self._paragraphs(report.not_applicable)
        progress.step(2, _STEPS)
        Annexes(report, self._flow, _WithinStep(progress)).lay()
        self._missing_glyphs()
        lay_signatures(self._flow, say("part.signatures"), report.signatures, "signatures")

    def _title(self) -> None:
        """Set the title in lines 1 to 3, the subtitle in line 4; line 5 stays empty (GB/T 9704-2012, 7.3.1)."""
        flow = self._flow
        flow.new_page()
        width = AREA_WIDTH * MM
        lines = [line for text in self._report.title for line in title_lines(flow.typesetter, text, TITLE, width)]
        height = len(lines) * TITLE.lead / MM
        grid_lines = -int(-height // GRID_MM)
        flow.sheet.put_all(lines, TITLE, flow.left, flow.y + (grid_lines * GRID_MM - height) / 2)
        place = (flow.left, line_top(grid_lines + 1), AREA_WIDTH)
        put_text(flow.sheet, flow.typesetter, self._report.subtitle, SECTION, place, 0.5)
        flow.y = line_top(grid_lines + 3)

    def _part(self, name: str) -> None:
        self._flow.part(f"{_NUMERALS[self._parts]}、{say(f'part.{name}')}", f"part:{name}")
        self._parts += 1

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> None:
        """Set paragraphs; the first of several drafts carries the word, and all have the bar."""
        was_draft = False
        for paragraph in self._compositors.through(tuple(paragraphs), _set_ahead, _TAKE):
            runs = [(paragraph.text, BODY)]
            if paragraph.is_draft and not was_draft:
                runs.insert(0, (say("report.draft"), PART))
            self._flow.paragraph(runs, is_draft=paragraph.is_draft)
            was_draft = paragraph.is_draft

    def _passages(self, passages: Iterable[Passage]) -> None:
        """Set passages, those with a title numbered as its second level."""
        number = 0
        for passage in passages:
            if passage.title:
                self._flow.subheading(f"（{_NUMERALS[number]}）{passage.title}")
                number += 1
            self._paragraphs(passage.paragraphs)

    def _facts(self, facts: tuple[FactLine, ...], ratios: tuple[RatioLine, ...]) -> None:
        maker = RowMaker(self._flow.typesetter, FACTS)
        rows = (*fact_rows(maker, facts), *ratio_rows(maker, ratios))
        self._table("basics.table", maker, words("basics.heads"), rows)

    def _duties(self, duties: tuple[DutyLine, ...]) -> None:
        maker = RowMaker(self._flow.typesetter, DUTIES)
        self._table("work.duties", maker, words("work.duty_heads"), duty_rows(maker, duties))

    def _charts(self, scores: Scores) -> None:
        if scores.is_drawn:
            draw_scores(self._flow, scores)
            if years := self._report.years:
                said = say("conclusion.years", last_year=years.last_year, year=years.year)
                draw_years(self._flow, years, f"图3  {said}")
            draw_themes(self._flow, self._report.themes, 4 if years else 3)

    def _clauses(self, progress: Progress) -> None:
        self._part("clauses")
        statuses = tuple(status for status, _ in self._report.scores.heads)
        form = form_for(self._flow.typesetter, self._report.clauses)
        table = ClauseTable(self._flow.typesetter, form, statuses)
        entries = tuple(entries_of(self._report.clauses))
        coming = self._compositors.through(entries, partial(set_ahead, form), _TAKE)
        self._lay(
            Table(
                table.head(),
                _heard(table.rows(coming), progress),
                CLAUSE_FORM.width,
                caption=self._caption("clauses.table"),
                remark=self._report.basis_date,
                foot=table.legend,
                foot_height=LEGEND_HEIGHT,
                on_row=self._noting({one.place: one.title for one in entries if isinstance(one, SectionTitle)}),
            )
        )

    def _noting(self, titles: dict[str, str]) -> Callable[[Row], None]:
        """Enter the sections of a table into the contents as their rows are drawn."""

        def note(row: Row) -> None:
            if row.place in titles:
                self._flow.note_place(1, titles[row.place], row.place)

        return note

    def _indicators(self) -> None:
        self._part("indicators")
        if not self._report.figures:
            self._paragraphs([Paragraph(say("indicators.none"))])
            return
        table = FigureTable(self._flow.typesetter)
        rows = table.rows(self._report.figures)
        caption = self._caption("indicators.table")
        laid = Table(table.head(), rows, FIGURE_FORM.width, caption=caption, remark=self._report.basis_date)
        lay_noted(self._flow, _continued(laid), self._report.figure_note)

    def _missing_glyphs(self) -> None:
        """List the characters that no font had."""
        missing = self._flow.typesetter.missing
        if missing:
            codes = "、".join(f"U+{ord(char):04X}" for char in missing)
            lay_note(self._flow, say("report.missing_glyphs", codes=codes))

    def _table(self, title: str, maker: RowMaker, heads: tuple[str, ...], rows: Iterable[Row]) -> None:
        lay_rows(self._flow, maker, heads, rows, self._caption(title))

    def _caption(self, title: str) -> str:
        return f"表{self._report.table_numbers[title]}  {say(title)}"

    def _lay(self, table: Table) -> None:
        lay_table(self._flow, _continued(table))


def _heard(rows: Iterable[Row], progress: Progress) -> Iterator[Row]:
    """Give rows, and hear every so often whether the user gave up: a long table is where one does."""
    for number, row in enumerate(rows):
        if number % _HEARD_EVERY == 0:
            progress.step(1, _STEPS)
        yield row


def _set_ahead(typesetter: Typesetter, paragraphs: Iterable[Paragraph]) -> None:
    """Set paragraphs of the text part, whoever places them later."""
    for paragraph in paragraphs:
        typesetter.runs([(paragraph.text, BODY)], prose_setting(PORTRAIT))


def _continued(table: Table) -> Table:
    return replace(table, continued=say("label.continued"), gap=BEFORE_TABLE)


@dataclass(frozen=True, slots=True)
class _WithinStep:
    """Passes on that the user gave up; the photographs are one step of the whole."""

    progress: Progress

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say nothing of how many there are."""
        del done, total
        self.progress.step(2, _STEPS, what)
