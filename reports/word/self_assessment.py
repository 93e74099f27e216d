"""The self-assessment report as a document to be edited: the parts of the paper in the same order."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from models.vocabulary import Annex
from reports.content.parts import Paragraph, SelfAssessment
from reports.orders import MadePaper
from reports.titles import in_lines
from reports.word.annexes import Annexes
from reports.word.book import Book, Properties
from reports.word.charts import chart_blocks
from reports.word.clause_table import ClauseTable
from reports.word.elements import el, twips
from reports.word.front import Entry, add_contents, add_cover
from reports.word.pages import Numbering, Pages, Shape
from reports.word.paragraphs import paragraph, run, text
from reports.word.plain_tables import duty_table, fact_table, figure_table
from reports.word.prose import numeral, paragraphs, passages
from reports.word.signing import signature_blocks
from reports.word.styles import CAPTION, NOTE, PART, SUBTITLE, TITLE, tab
from reports.wording import say
from services.progress import Progress, silent

_PARTS = (
    *("basics", "work", "conclusion", "clauses", "indicators"),
    *("achievements", "problems", "not_applicable"),
)
_STEPS = 4
_CHARACTERS_A_TITLE = 20
_UNKNOWN: Mapping[str, int] = MappingProxyType({})


def write_self_assessment(
    report: SelfAssessment,
    progress: Progress = silent,
    pages: Mapping[str, int] = _UNKNOWN,
    *,
    is_duplex: bool = False,
) -> MadePaper:
    """Write the report; `pages` are the numbers of its contents until a program works them out anew."""
    progress.step(0, _STEPS)
    author = report.title[0]
    told = Properties(f"{say('report.title')}：{author}", author, report.subject, report.printed_at)
    book = Book(told, report.mark, is_duplex=is_duplex)
    _Report(report, book).write(progress, pages)
    goes_on = Annex.LEDGER in report.annexes  # which lies in a section of its own behind the first
    content = book.content(Pages(numbering=Numbering.ON if goes_on else Numbering.FROM_ONE))
    progress.step(_STEPS, _STEPS)
    return MadePaper(content, 0)


class _Report:
    """Writes one part after the other."""

    def __init__(self, report: SelfAssessment, book: Book) -> None:
        self._report = report
        self._book = book
        self._known = frozenset(_places(report))
        self._annexes = Annexes(report, book, self._known)

    def write(self, progress: Progress, pages: Mapping[str, int]) -> None:
        """Write it in the order of paper.md section 5."""
        report, book = self._report, self._book
        add_cover(book, report.cover)
        add_contents(book, list(self._entries()), pages)
        self._title()
        for number, name in enumerate(_PARTS):
            title = book.places.mark(f"part:{name}", run(_part_title(number, name)))
            book.add(paragraph(PART, title), *getattr(self, f"_{name}")())
        progress.step(1, _STEPS)
        self._annexes.add(_Quietly(progress))
        title = say("part.signatures")
        book.add(*signature_blocks(title, report.signatures, book.places.mark("signatures", run(title))))

    def _entries(self) -> Iterator[Entry]:
        for number, name in enumerate(_PARTS):
            yield Entry(0, _part_title(number, name), f"part:{name}")
            if name == "clauses":
                sections = enumerate(self._report.clauses)
                yield from (Entry(1, section.title, f"section:{place}") for place, section in sections)
        yield from self._annexes.entries()
        yield Entry(0, say("part.signatures"), "signatures")

    def _title(self) -> None:
        """Set the title, each of its lines where sense breaks it."""
        self._book.add(
            text(TITLE, "\n".join(line for part in self._report.title for line in in_lines(part, _CHARACTERS_A_TITLE))),
            text(SUBTITLE, self._report.subtitle),
        )

    def _basics(self) -> Iterator[str]:
        yield from self._prose(self._report.basics)
        if self._report.facts:
            yield self._caption("basics.table")
            yield fact_table(self._report.facts, self._report.ratios)

    def _work(self) -> Iterator[str]:
        yield from self._prose(self._report.work)
        if self._report.duties:
            yield self._caption("work.duties")
            yield duty_table(self._report.duties)

    def _conclusion(self) -> Iterator[str]:
        report = self._report
        yield from self._prose(report.conclusion)
        if report.scores.is_drawn:
            yield from chart_blocks(self._book, report.scores, report.themes, report.years)

    def _clauses(self) -> Iterator[str]:
        yield self._caption("clauses.table", self._report.basis_date)
        yield ClauseTable(self._book, self._known).table(self._report.clauses)
        yield text(NOTE, say("clauses.note"))

    def _indicators(self) -> Iterator[str]:
        if not self._report.figures:
            yield from self._prose([Paragraph(say("indicators.none"))])
            return
        yield self._caption("indicators.table", self._report.basis_date)
        yield figure_table(self._report.figures)
        if self._report.figure_note:
            yield text(NOTE, self._report.figure_note)

    def _achievements(self) -> Iterator[str]:
        return self._prose(self._report.achievements)

    def _problems(self) -> Iterator[str]:
        return passages(self._book, self._report.problems, self._known)

    def _not_applicable(self) -> Iterator[str]:
        return self._prose(self._report.not_applicable)

    def _prose(self, told: Iterable[Paragraph]) -> Iterator[str]:
        return paragraphs(self._book, told, self._known)

    def _caption(self, name: str, remark: str = "") -> str:
        """Caption a table; a remark stands at the line's right end."""
        said = f"表{self._report.table_numbers[name]}  {say(name)}"
        if not remark:
            return text(CAPTION, said)
        width = twips(Shape.PORTRAIT.area_width)
        stops = el("tabs", tab("center", width // 2), tab("right", width)) + el("jc", val="left")
        return paragraph(CAPTION, run(f"\t{said}\t{remark}"), changed=stops)


def _part_title(number: int, name: str) -> str:
    return f"{numeral(number)}、{say(f'part.{name}')}"


def _places(report: SelfAssessment) -> Iterator[str]:
    """Give all that text may lead to."""
    for section in report.clauses:
        yield from (f"item:{item.key}" for clause in section.clauses for item in clause.items)
    if Annex.EVIDENCE in report.annexes:
        yield from (f"evidence:{line.item}" for group in report.evidence for line in group.lines)
    if Annex.LEDGER in report.annexes:
        yield from (f"finding:{line.number}" for line in report.ledger.lines)


class _Quietly:
    """Passes on that the user gave up; the photographs are one step of the whole."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say nothing of how many there are."""
        del done, total
        self._progress.step(2, _STEPS, what)
