"""The self-assessment report as a book of sheets: what it says as a whole, then its tables row by row."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.content.ledger import LedgerLine
from reports.content.parts import (
    Amount,
    Clause,
    ClauseSection,
    EvidenceGroup,
    FigureGroup,
    Paragraph,
    SelfAssessment,
)
from reports.sheets.cells import Look, Value, content_of, new_book
from reports.sheets.pages import Column, Page, lay
from reports.sheets.score_page import ScorePage
from reports.sheets.typed import day, number, plain
from reports.wording import say, words
from services.progress import Progress, silent

Row = tuple[Value, ...]

_NUMBER = (7.0, Look.WORD)
_OVERVIEW = (_NUMBER, (22.0, Look.TEXT), (62.0, Look.TEXT), (16.0, Look.TEXT), (24.0, Look.TEXT))
_BASICS = ((36.0, Look.TEXT), (14.0, Look.NUMBER), (10.0, Look.WORD), (14.0, Look.DAY), (52.0, Look.TEXT))
_CLAUSES = (
    *(_NUMBER, (16.0, Look.TEXT), (8.0, Look.WORD), (22.0, Look.TEXT), (11.0, Look.WORD), (40.0, Look.TEXT)),
    *((11.0, Look.WORD), (52.0, Look.TEXT), (18.0, Look.TEXT)),
)
_FIGURES = (
    *((22.0, Look.TEXT), (8.0, Look.WORD), (36.0, Look.TEXT), (40.0, Look.TEXT), (10.0, Look.WORD)),
    *((7.0, Look.WORD), (12.0, Look.NUMBER), (10.0, Look.WORD), (14.0, Look.WORD)),
    *((12.0, Look.NUMBER), (10.0, Look.WORD), (12.0, Look.WORD), (30.0, Look.TEXT)),
)
_LEDGER = (
    *(_NUMBER, (11.0, Look.WORD), (36.0, Look.TEXT), (40.0, Look.TEXT), (11.0, Look.WORD)),
    *((13.0, Look.TEXT), (10.0, Look.TEXT), (13.0, Look.DAY), (26.0, Look.TEXT), (13.0, Look.DAY)),
)
_EVIDENCE = (
    *(_NUMBER, (26.0, Look.TEXT), (13.0, Look.TEXT), (44.0, Look.TEXT), (13.0, Look.DAY), (16.0, Look.TEXT)),
    *((8.0, Look.WORD), (20.0, Look.TEXT)),
)


def self_assessment_sheet(report: SelfAssessment, progress: Progress = silent) -> bytes:
    """Give the report as an XLSX file; the same content gives the same bytes."""
    book = new_book(f"{say('report.title')}：{report.title[0]}")
    pages = (_overview, _scores, _basics, _clauses, _figures, _ledger, _evidence)
    for done, page in enumerate(pages):
        progress.step(done, len(pages))
        lay(book, page(report))
    progress.step(len(pages), len(pages))
    return content_of(book)


def _page(
    report: SelfAssessment, name: str, looks: Iterable[tuple[float, Look]], rows: Iterable[Row], about: str = ""
) -> Page:
    """Give a sheet; its name in the wording gives the words of its tab and of its heads."""
    heads = zip(words(f"book.{name}_heads"), looks, strict=True)
    columns = tuple(Column(head, width, look) for head, (width, look) in heads)
    return _titled(report, name, columns, rows, about)


def _titled(
    report: SelfAssessment, name: str, columns: tuple[Column, ...], rows: Iterable[Row], about: str = ""
) -> Page:
    tab = say(f"book.{name}")
    told = "　".join(filter(None, (report.title[0], report.mark, report.basis_date, about)))
    return Page(tab, "　".join((report.title[1], tab)), told, columns, list(rows), mark=report.mark)


def _counted(rows: Iterable[Row]) -> Iterator[Row]:
    """Give rows their numbers, so that who has sorted them finds the way back."""
    return ((place, *row) for place, row in enumerate(rows, start=1))


def _overview(report: SelfAssessment) -> Page:
    return _page(report, "overview", _OVERVIEW, _counted(_told(report)))


def _scores(report: SelfAssessment) -> Page:
    scores = ScorePage(report)
    notes = (say("conclusion.note"),) if report.scores.is_drawn else ()
    page = _titled(report, "scores", scores.columns, scores.rows())
    return replace(page, held=2, below=scores.totals(), notes=notes)


def _told(report: SelfAssessment) -> Iterator[Row]:
    """Give all that is no table of its own: item, what it is, as of when, from where."""
    yield from _cover(report)
    yield from _prose("basics", report.basics)
    yield from _prose("work", report.work)
    yield from ((one.department, one.keys, plain(one.count), None) for one in report.duties)
    yield from _prose("conclusion", report.conclusion)
    yield from _prose("achievements", report.achievements)
    for passage in report.problems:
        name = passage.title or say("part.problems")
        yield from ((name, _draft(one), None, None) for one in passage.paragraphs)
    yield from _prose("not_applicable", report.not_applicable)
    yield from _signed(report)


def _cover(report: SelfAssessment) -> Iterator[Row]:
    cover = report.cover
    yield cover.title, cover.policy, cover.year, None
    for label, value in cover.form:
        yield label, value, None, None
    yield say("signatures.edition"), cover.edition, cover.fingerprint, None


def _signed(report: SelfAssessment) -> Iterator[Row]:
    signed, part = report.signatures, say("part.signatures")
    yield part, signed.statement, None, None
    for one in signed.signings:
        yield one.role, one.name, one.day.strip(), None
    for label, value in (*signed.edition, signed.fingerprint):
        yield label, value, None, None
    yield part, signed.school, signed.date, signed.note


def _prose(part: str, paragraphs: Iterable[Paragraph]) -> Iterator[Row]:
    return ((say(f"part.{part}"), _draft(one), None, None) for one in paragraphs)


def _draft(paragraph: Paragraph) -> str:
    return say("report.draft") + paragraph.text if paragraph.is_draft else paragraph.text


def _basics(report: SelfAssessment) -> Page:
    """Give the base data as figures to count with, and what is worked out from them."""
    rows: list[Row] = []
    for one in report.facts:
        value, unit = (one.value, None) if one.figure is None else (one.figure, one.unit)
        rows.append((one.name, value, unit, day(one.as_of), one.source))
    for ratio in report.ratios:
        value, unit = (ratio.value, None) if ratio.figure is None else (ratio.figure, ratio.unit)
        rows.append((ratio.name, value, unit, None, ratio.formula))
    return _page(report, "basics", _BASICS, rows)


def _clauses(report: SelfAssessment) -> Page:
    rows = (row for section in report.clauses for clause in section.clauses for row in _clause(section, clause))
    return _page(report, "clauses", _CLAUSES, _counted(rows))


def _clause(section: ClauseSection, clause: Clause) -> Iterator[Row]:
    where = section.title, number(clause.number), clause.heading
    for item in clause.items:
        yield (*where, item.key, item.text, item.status_word, item.done, item.evidence)
    if clause.note:
        yield (*where, None, clause.note, None, None, None)


def _figures(report: SelfAssessment) -> Page:
    rows = [row for group in report.figures for row in _figure_rows(group)]
    return replace(_page(report, "figures", _FIGURES, rows), notes=(report.figure_note,))


def _figure_rows(group: FigureGroup) -> Iterator[Row]:
    for line in group.lines:
        target, actual = line.target, line.actual
        aim = (target.sign, _figure(target), target.unit) if target else (None, say("indicators.no_target"), None)
        found = (_figure(actual), actual.unit) if actual else (say("label.dash"), None)
        named = (group.title, line.number, line.name, line.basis, line.item)
        yield (*named, *aim, _one_line(line.due), *found, _one_line(line.judgement), line.overruled)


def _ledger(report: SelfAssessment) -> Page:
    ledger = report.ledger
    rows = [_finding(line) for line in ledger.lines]
    page = _page(report, "ledger", _LEDGER, rows, f"{ledger.about}　{ledger.counted_on}")
    return replace(page, notes=(ledger.note,))


def _finding(line: LedgerLine) -> Row:
    days = day(line.deadline), line.progress, day(line.closed_on)
    said = line.item or say("label.dash"), line.problem, line.measure, line.kind
    return (line.number, *said, line.lead, line.person, *days)


def _evidence(report: SelfAssessment) -> Page:
    rows = _counted(row for group in report.evidence for row in _pieces(group))
    notes = (say("evidence.note"),) if report.evidence else ()
    return replace(_page(report, "evidence", _EVIDENCE, rows), notes=notes)


def _pieces(group: EvidenceGroup) -> Iterator[Row]:
    for line in group.lines:
        formed, pages = day(line.formed_on), plain(line.pages)
        yield group.title, line.number, line.name, formed, line.department, pages, line.kept


def _figure(amount: Amount) -> Value:
    return plain(amount.figure)


def _one_line(text: str) -> str:
    return text.replace("\n", "")
