"""A report as plain blocks in their order: the one content that every rival sets in type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.content.parts import ClauseSection, DutyLine, FigureLine, Paragraph, Scores, SelfAssessment
from reports.wording import say, words

_LONGEST_CELL = 1_000


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's title, entered into the contents."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `is_title` for those of the title page."""

    text: str
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: widths in millimetres, the head repeated on every page, rows of cells."""

    widths: tuple[float, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph, 75 mm wide, with what stands under it."""

    content: bytes
    caption: str


Block = Heading | Text | Grid | Photo


def story_of(report: SelfAssessment) -> list[Block]:
    """Take a report apart; what only our paper has (marks, charts, furniture) is left out, to the rivals' good."""
    return [*_opening(report), *_middle(report), *_end(report)]


def _opening(report: SelfAssessment) -> Iterator[Block]:
    for text in (report.cover.policy, report.cover.title, report.cover.year, *report.title, report.subtitle):
        yield Text(text, is_title=True)
    yield Grid((50, 106), (), report.cover.form)
    yield from _part("basics", report.basics)
    facts = tuple((fact.name, fact.value, fact.as_of, fact.source) for fact in report.facts)
    ratios = tuple((ratio.name, ratio.value, ratio.formula, "") for ratio in report.ratios)
    yield Grid((52, 40, 26, 38), words("basics.heads"), (*facts, *ratios))
    yield from _part("work", report.work)
    duties = tuple(row for duty in report.duties for row in _duty(duty))
    yield Grid((32, 16, 108), words("work.duty_heads"), duties)
    yield from _part("conclusion", report.conclusion)
    yield from _scores(report)


def _duty(duty: DutyLine) -> Iterator[tuple[str, ...]]:
    """Give a duty in several rows where it is long: Platypus refuses a cell that fits no page."""
    for start in range(0, len(duty.keys), _LONGEST_CELL):
        yield duty.department, duty.count, duty.keys[start : start + _LONGEST_CELL]


def _scores(report: SelfAssessment) -> Iterator[Block]:
    yield from _score_grids(report.scores)
    if report.themes.is_drawn:
        yield from _score_grids(report.themes)


def _score_grids(scores: Scores) -> Iterator[Block]:
    heads = (say("conclusion.section"), *(word for _, word in scores.heads), say("conclusion.rate"))
    lines = (*scores.sections, scores.total)
    rows = tuple((line.title, *map(str, line.counts), line.rate) for line in lines)
    yield Grid((60, *[96 / (len(heads) - 1)] * (len(heads) - 1)), heads, rows)
    yield Grid((156 / len(scores.shares),) * len(scores.shares), heads[1:-1], (scores.shares,))


def _middle(report: SelfAssessment) -> Iterator[Block]:
    yield Heading(say("part.clauses"))
    for section in report.clauses:
        yield Grid((13, 49, 17, 58, 19), words("clauses.heads"), tuple(_clauses(section)))
    yield Heading(say("part.indicators"))
    for group in report.figures:
        rows = ((group.title, *[""] * 6), *(_figure(line) for line in group.lines))
        yield Grid((11, 54, 12, 24, 17, 20, 18), words("indicators.heads"), rows)


def _clauses(section: ClauseSection) -> Iterator[tuple[str, ...]]:
    yield section.title, "", "", "", ""
    for clause in section.clauses:
        counts = " ".join(str(count) for _, count in clause.counts if count)
        yield clause.number, clause.heading, "", counts, ""
        if clause.note:
            yield "", clause.note, "", "", ""
        for item in clause.items:
            yield item.key, item.text, item.status_word, item.done, item.evidence
            yield from (_figure_row(figure) for figure in item.figures)


def _figure_row(line: FigureLine) -> tuple[str, ...]:
    goal, actual = (amount.text if amount else "—" for amount in (line.target, line.actual))
    return "", line.name, "", f"{line.target_label}{goal} {say('clauses.actual')}{actual} {line.due}", line.judgement


def _figure(line: FigureLine) -> tuple[str, ...]:
    goal, actual = (amount.text if amount else "—" for amount in (line.target, line.actual))
    return str(line.number), f"{line.name}\n{line.basis}", line.item, goal, line.due, actual, line.judgement


def _end(report: SelfAssessment) -> Iterator[Block]:
    yield from _part("achievements", report.achievements)
    yield Heading(say("part.problems"))
    for passage in report.problems:
        yield from _texts((Paragraph(passage.title), *passage.paragraphs) if passage.title else passage.paragraphs)
    yield from _part("not_applicable", report.not_applicable)
    yield Heading(say("part.evidence"))
    for group in report.evidence:
        lines = ((one.number, one.name, one.formed_on, one.department, one.pages, one.kept) for one in group.lines)
        head = (group.title, "", "", "", "", group.count)
        yield Grid((16, 63.8, 23, 21.6, 10.6, 21), words("evidence.heads"), (head, *lines))
    yield Heading(say("part.photos"))
    for photo in report.photos:
        if photo.file is not None:
            yield Photo(photo.file.read_bytes(), f"{photo.caption}\n{photo.about}")
    yield from _part("signatures", (Paragraph(report.signatures.statement),))
    signings = tuple((one.role, one.name, "", one.day or say("signatures.date")) for one in report.signatures.signings)
    yield Grid((26, 50, 38, 42), words("signatures.heads"), signings)
    yield Grid((28, 128), (), (*report.signatures.edition, report.signatures.fingerprint))


def _part(name: str, paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    yield Heading(say(f"part.{name}"))
    yield from _texts(paragraphs)


def _texts(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    for paragraph in paragraphs:
        yield Text((say("report.draft") if paragraph.is_draft else "") + paragraph.text)
