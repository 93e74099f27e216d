"""The self-assessment report on paper: its parts in order, laid out once, bound with contents and outline."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from reports.content.parts import (
    DutyLine,
    EvidenceGroup,
    FactLine,
    Paragraph,
    Passage,
    Scores,
    SelfAssessment,
)
from reports.orders import MadePaper
from reports.paper.book import LabelRange, OutlineEntry, Properties, bind, fonts_used
from reports.paper.clause_table import FORM as CLAUSE_FORM
from reports.paper.clause_table import LEGEND_HEIGHT, ClauseTable
from reports.paper.collecting import seldom_collecting
from reports.paper.faces import Faces
from reports.paper.figure_table import FORM as FIGURE_FORM
from reports.paper.figure_table import FigureTable
from reports.paper.flow import Flow
from reports.paper.front import contents_sheets, cover_sheet
from reports.paper.placing import Align
from reports.paper.plain_tables import DUTIES, EVIDENCE, FACTS, duty_rows, evidence_rows, fact_rows
from reports.paper.rows import Row, RowMaker, Text
from reports.paper.score_charts import draw_scores
from reports.paper.sheet import AREA_WIDTH, GRID_MM, Furniture, Sheet, line_top, put_text
from reports.paper.signing import lay_signatures
from reports.paper.styles import (
    BODY,
    MM,
    PART,
    SECTION,
    SMALL,
    TABLE,
    TABLE_HEAD,
    TITLE,
)
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say, words
from services.progress import Progress, silent

_BEFORE_TABLE, _NOTE_GAP = 1.0, 1.6
_NUMERALS = "一二三四五六七八九十"
_STEPS = 4


def print_self_assessment(
    report: SelfAssessment, faces: Faces, progress: Progress = silent, *, is_duplex: bool = False
) -> MadePaper:
    """Lay the report out and bind it; duplex papers have blank backs so that binding edges match."""
    with seldom_collecting():
        return _print(report, faces, progress, is_duplex=is_duplex)


def _print(report: SelfAssessment, faces: Faces, progress: Progress, *, is_duplex: bool) -> MadePaper:
    typesetter = Typesetter(faces)
    flow = Flow(typesetter, Furniture(report.mark), is_duplex)
    _Body(report, flow).lay(progress)
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

    def __init__(self, report: SelfAssessment, flow: Flow) -> None:
        self._report = report
        self._flow = flow
        self._parts = 0

    def lay(self, progress: Progress) -> None:
        """Lay part after part, in the order of paper.md section 5."""
        report = self._report
        self._title()
        self._part("basics")
        self._paragraphs(report.basics)
        if report.facts:
            self._facts(report.facts)
        if report.ratio_note:
            self._note(report.ratio_note)
        self._part("work")
        self._paragraphs(report.work)
        if report.duties:
            self._duties(report.duties)
        self._part("conclusion")
        self._paragraphs(report.conclusion)
        self._charts(report.scores)
        progress.step(1, _STEPS)
        self._clauses()
        self._indicators()
        self._part("achievements")
        self._paragraphs(report.achievements)
        self._part("problems")
        self._passages(report.problems)
        self._part("not_applicable")
        self._paragraphs(report.not_applicable)
        progress.step(2, _STEPS)
        self._evidence(report.evidence)
        self._missing_glyphs()
        lay_signatures(self._flow, say("part.signatures"), report.signatures, "signatures")

    def _title(self) -> None:
        """Set the title in lines 1 to 3, the subtitle in line 4; line 5 stays empty (GB/T 9704-2012, 7.3.1)."""
        flow = self._flow
        flow.new_page()
        setting = Setting(AREA_WIDTH * MM, Align.CENTRE)
        lines = [line for text in self._report.title for line in flow.typesetter.text(text, TITLE, setting)]
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
        for paragraph in paragraphs:
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

    def _facts(self, facts: tuple[FactLine, ...]) -> None:
        maker = RowMaker(self._flow.typesetter, FACTS)
        self._table("basics.table", maker, words("basics.heads"), fact_rows(maker, facts))

    def _duties(self, duties: tuple[DutyLine, ...]) -> None:
        maker = RowMaker(self._flow.typesetter, DUTIES)
        self._table("work.duties", maker, words("work.duty_heads"), duty_rows(maker, duties))

    def _charts(self, scores: Scores) -> None:
        if scores.is_drawn:
            draw_scores(self._flow, scores)
            self._note(say("conclusion.note"))

    def _clauses(self) -> None:
        self._part("clauses")
        table = ClauseTable(self._flow.typesetter, tuple(status for status, _ in self._report.scores.heads))
        rows: list[Row] = []
        titles: dict[str, str] = {}
        for number, section in enumerate(self._report.clauses):
            place = f"section:{number}"
            titles[place] = section.title
            rows += table.rows(section, place)
        self._lay(
            Table(
                table.head(),
                tuple(rows),
                CLAUSE_FORM.width,
                caption=self._caption("clauses.table"),
                remark=self._report.basis_date,
                foot=table.legend,
                foot_height=LEGEND_HEIGHT,
                on_row=self._noting(titles),
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
        table = FigureTable(self._flow.typesetter)
        rows = tuple(table.rows(self._report.figures))
        if not rows:
            self._paragraphs([Paragraph(say("indicators.none"))])
            return
        caption = self._caption("indicators.table")
        self._lay(Table(table.head(), rows, FIGURE_FORM.width, caption=caption, remark=self._report.basis_date))
        if self._report.figure_note:
            self._note(self._report.figure_note)

    def _evidence(self, groups: tuple[EvidenceGroup, ...]) -> None:
        self._annex("evidence")
        maker = RowMaker(self._flow.typesetter, EVIDENCE)
        self._table("", maker, words("evidence.heads"), evidence_rows(maker, groups))
        if groups:
            self._note(say("evidence.note"))

    def _annex(self, name: str) -> None:
        """Set 附件 on line 1 and its title on line 3 of a fresh page; a single one has no number (GB/T 9704-2012)."""
        flow = self._flow
        flow.fresh_page()
        number, title = say("part.annex"), say(f"part.{name}")
        flow.sheet.places.append((f"annex:{name}", flow.y))
        flow.note_place(2, f"{number}  {title}", f"annex:{name}")
        put_text(flow.sheet, flow.typesetter, number, PART, (flow.left, line_top(1), AREA_WIDTH))
        put_text(flow.sheet, flow.typesetter, title, TITLE, (flow.left, line_top(3), AREA_WIDTH), 0.5)
        flow.y = line_top(5)

    def _missing_glyphs(self) -> None:
        """List the characters that no font had."""
        missing = self._flow.typesetter.missing
        if missing:
            codes = "、".join(f"U+{ord(char):04X}" for char in missing)
            self._note(say("report.missing_glyphs", codes=codes))

    def _table(self, title: str, maker: RowMaker, heads: tuple[str, ...], rows: Iterable[Row]) -> None:
        none = Text(say("label.none"), TABLE, Align.CENTRE, span=len(heads), is_middle=True)
        set_rows = tuple(rows) or (maker.row([none]),)
        caption = self._caption(title) if title else ""
        self._lay(Table(maker.head(heads, TABLE_HEAD), set_rows, maker.form.width, caption=caption))

    def _caption(self, title: str) -> str:
        return f"表{self._report.table_numbers[title]}  {say(title)}"

    def _lay(self, table: Table) -> None:
        lay_table(self._flow, replace(table, continued=say("label.continued"), gap=_BEFORE_TABLE))

    def _note(self, text: str) -> None:
        """Set a remark of 9 points under a table or figure."""
        flow = self._flow
        flow.y += _NOTE_GAP
        lines = flow.typesetter.text(text, SMALL, Setting(AREA_WIDTH * MM, Align.JUSTIFIED))
        step = SMALL.lead / MM
        for line in lines:
            if flow.room < step:
                flow.new_page()
            flow.sheet.put(line, SMALL, flow.left, flow.y)
            flow.y += step
