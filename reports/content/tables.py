"""The tables of the self-assessment report: clauses, indicators, scores, evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from checklists.section_labels import section_label
from checklists.themes import theme_name, theme_names
from models.vocabulary import Comparator, EvidenceId, EvidenceKind, Judgement, Status
from reports.content import figures
from reports.content.figures import is_own
from reports.content.parts import (
    Clause,
    ClauseSection,
    DutyLine,
    EvidenceGroup,
    EvidenceLine,
    FigureGroup,
    FigureLine,
    ItemLine,
    Scores,
    SectionScore,
)
from reports.content.photos import titled
from reports.content.runs import in_runs
from reports.wording import say
from resources import word
from services.checklist import Answer, Checklist, EvidenceRow, IndicatorRow, ItemRow, MeasureRow, SectionRow
from services.judging import Doubt, is_time_to_take
from services.scoring import ORDER, Score, score

PageCounts = Mapping[EvidenceId, int]
NO_COUNTS: PageCounts = MappingProxyType({})

_STRONG = (Judgement.MISSED, Judgement.CANNOT_TELL)
_STOPS = "。；;. "


def section_title(section: SectionRow) -> str:
    """Name a section with its own number: （一）… or 一、… as the document has it."""
    return section_label(section.ref, section.heading)


def table_numbers(checklist: Checklist) -> dict[str, int]:
    """Give the tables that this report has their numbers."""
    has = {
        "basics.table": bool(checklist.facts),
        "work.duties": any(item.answer.department for item in checklist.binding_items()),
        "clauses.table": True,
        "indicators.table": any(True for _ in _rows(checklist.items())),
    }
    return {name: number for number, name in enumerate((name for name in has if has[name]), start=1)}


def clause_sections(checklist: Checklist) -> tuple[ClauseSection, ...]:
    """List all clauses of the policy with the items that bind the school."""
    numbers = _numbered(checklist)
    found = (
        ClauseSection(section_title(section), tuple(_clause(measure, numbers) for measure in section.measures))
        for section in checklist.sections
    )
    return tuple(section for section in found if section.clauses)


def figure_groups(checklist: Checklist) -> tuple[FigureGroup, ...]:
    """List the indicators of the items that apply to the school, by section."""
    numbers = _numbered(checklist)
    groups = (
        FigureGroup(section_title(section), tuple(_figure(item, row, numbers) for item, row in _rows(section.items())))
        for section in checklist.sections
    )
    return tuple(group for group in groups if group.lines)


def figure_note(checklist: Checklist) -> str:
    """Explain the words of the indicator table that occur in it."""
    rows = [row for _, row in _rows(checklist.items())]
    doubts, judgements = {row.verdict.doubt for row in rows}, {row.judgement for row in rows if is_own(row)}
    standing = {row.verdict.doubt for row in rows if not row.is_overruled}
    occurs = {
        "no_deadline": any(figures.due(row.indicator) == say("indicators.no_deadline") for row in rows),
        "no_target": Doubt.NO_TARGET in doubts,
        "contributes": Doubt.CONTRIBUTES in doubts,
        "not_due": Judgement.NOT_DUE in judgements,
        "cannot_tell": not standing.isdisjoint((Doubt.NO_READING, Doubt.ZERO_WHOLE)),
        **{doubt.value: doubt in standing for doubt in Doubt if doubt.is_for_people},
        "about": any(row.indicator.comparator is Comparator.ABOUT for row in rows if is_own(row)),
        "range": any(row.indicator.comparator is Comparator.RANGE for row in rows if is_own(row)),
        "time_to_take": any(is_time_to_take(row.indicator) for row in rows if is_own(row)),
        "overruled": any(row.is_overruled for row in rows),
    }
    said = [say(f"figure_notes.{name}") for name, does_occur in occurs.items() if does_occur]
    return say("figure_notes.all", notes="；".join(said)) if said else ""


def scores(checklist: Checklist) -> Scores:
    """Count the statuses by section; the column of unanswered items is there only while there are any."""
    return _scores((section_title(section), score(section.items())) for section in checklist.sections)


def theme_scores(checklist: Checklist) -> Scores:
    """Count the statuses by theme, in the order of the library's themes."""
    by_theme: dict[str, list[ItemRow]] = {}
    for item in checklist.items():
        by_theme.setdefault(item.item.theme, []).append(item)
    known = [theme for theme in theme_names() if theme in by_theme]
    others = [theme for theme in by_theme if theme and theme not in known]
    return _scores((theme_name(theme), score(by_theme[theme])) for theme in (*known, *others))


def _scores(counts: Iterable[tuple[str, Score]]) -> Scores:
    by_title = [(title, counted) for title, counted in counts if counted.must_answer]
    total = sum((counted for _, counted in by_title), Score())
    shown = [status for status in ORDER if status is not Status.UNANSWERED or total.unanswered]
    return Scores(
        heads=tuple((status, word(status)) for status in shown),
        sections=tuple(_section_score(title, counted, shown) for title, counted in by_title),
        total=_section_score(say("conclusion.total"), total, shown),
        shares=tuple(figures.percent(_share(total, status)) for status in shown),
        is_drawn=total.answered > 0 and total.applicable > 0,
    )


def evidence_groups(checklist: Checklist, pages: PageCounts = NO_COUNTS) -> tuple[EvidenceGroup, ...]:
    """List the evidence by clause, a piece that serves several items at the first of them."""
    seen: set[int] = set()
    groups = (_evidence_group(measure, seen, pages) for measure in checklist.measures())
    return tuple(group for group in groups if group.lines)


def duty_lines(checklist: Checklist) -> tuple[DutyLine, ...]:
    """List the departments with the items they answer for, in the order of their first item."""
    keys: dict[str, list[str]] = {}
    for item in checklist.binding_items():
        if item.answer.department:
            keys.setdefault(item.answer.department, []).append(item.label)
    return tuple(DutyLine(name, str(len(items)), "、".join(in_runs(items))) for name, items in keys.items())


def without_stop(text: str) -> str:
    """Take the stop off the end, so that the text fits into a sentence."""
    return text.strip().rstrip(_STOPS)


def one_line(text: str) -> str:
    """Take line breaks and the last stop out of a text, so that it fits into a sentence."""
    return without_stop(" ".join(text.split()))


def left_out(items: Iterable[ItemRow]) -> str:
    """Count the items that do not bind the school by their reason."""
    counted = Counter(item.binding for item in items if not item.is_binding)
    return "、".join(say("work.reason", word=word(kind), count=count) for kind, count in counted.items())


def _clause(measure: MeasureRow, numbers: dict[str, int]) -> Clause:
    items = tuple(_item(item, numbers) for item in measure.items if item.is_binding)
    counted = score(measure.items)
    counts = tuple((status, counted.count(status)) for status in ORDER)
    note = "" if items else say("clauses.not_ours", count=len(measure.items), reasons=left_out(measure.items))
    return Clause(measure.number, measure.heading, counts, items, note)


def _item(item: ItemRow, numbers: dict[str, int]) -> ItemLine:
    rows = item.indicators if item.status is not Status.NOT_APPLICABLE else ()
    return ItemLine(
        key=item.label,
        text=item.item.text,
        status=item.status,
        status_word=word(item.status),
        done=_done(item.answer),
        evidence=_numbers_of(item.evidence),
        has_evidence=bool(item.evidence),
        figures=tuple(_figure(item, row, numbers, due=figures.due_in_row(row.indicator)) for row in rows),
    )


def _done(answer: Answer) -> str:
    """Say what was done, what is left, and why it does not apply."""
    said = [answer.note.strip()]
    if answer.status is Status.NOT_APPLICABLE and answer.reason.strip():
        said.append(say("clauses.reason", reason=answer.reason.strip()))
    if answer.status in (Status.PARTLY_MET, Status.NOT_MET) and answer.missing.strip():
        said.append(say("clauses.missing", missing=answer.missing.strip()))
    if answer.needs_review and answer.status is not Status.UNANSWERED:
        said.append(say("clauses.to_review"))
    text = "\n".join(part for part in said if part)
    return text or (say("clauses.not_answered") if answer.status is Status.UNANSWERED else say("label.dash"))


def _numbers_of(evidence: tuple[EvidenceRow, ...]) -> str:
    return "\n".join(in_runs((row.number for row in evidence), "clauses.to")) or say("label.dash")


def _numbered(checklist: Checklist) -> dict[str, int]:
    rows = (row for section in checklist.sections for _, row in _rows(section.items()))
    return {row.indicator.key: place for place, row in enumerate(rows, start=1)}


def _rows(items: Iterable[ItemRow]) -> Iterator[tuple[ItemRow, IndicatorRow]]:
    for item in items:
        if item.is_binding and item.status is not Status.NOT_APPLICABLE:
            yield from ((item, row) for row in item.indicators)


def _figure(item: ItemRow, row: IndicatorRow, numbers: dict[str, int], due: str = "") -> FigureLine:
    judgement, is_judged = row.judgement, is_own(row)
    said = word(judgement) + (say("indicators.by_person") if row.is_overruled else "")
    return FigureLine(
        number=numbers.get(row.indicator.key, 0),
        name=row.indicator.name,
        basis=figures.basis(row),
        item=item.label,
        target_label=figures.target_label(row),
        target=figures.target(row.indicator),
        actual=figures.actual(row.indicator, row.reading),
        due=due or figures.due(row.indicator),
        judgement=said if is_judged else say("label.dash"),
        is_strong=judgement in _STRONG and is_judged,
        overruled=figures.overruled(row),
    )


def _section_score(title: str, counted: Score, shown: list[Status]) -> SectionScore:
    applies = bool(counted.applicable)
    rate = figures.percent(counted.compliance) if applies else say("conclusion.nothing_applies")
    return SectionScore(title, tuple(counted.count(status) for status in shown), rate, applies)


def _share(counted: Score, status: Status) -> Fraction | None:
    return Fraction(counted.count(status), counted.must_answer) if counted.must_answer else None


def _evidence(measure: MeasureRow, seen: set[int]) -> Iterator[tuple[ItemRow, EvidenceRow]]:
    for item in measure.items:
        for row in item.evidence:
            if item.is_binding and row.id not in seen:
                seen.add(row.id)
                yield item, row


def _evidence_group(measure: MeasureRow, seen: set[int], pages: PageCounts) -> EvidenceGroup:
    lines = tuple(evidence_line(item, row, pages) for item, row in _evidence(measure, seen))
    title = f"{measure.number}  {measure.heading}" if measure.number else measure.heading
    return EvidenceGroup(title, say("evidence.count", count=len(lines)), lines)


def evidence_line(item: ItemRow, row: EvidenceRow, pages: PageCounts = NO_COUNTS) -> EvidenceLine:
    """Say a piece as a row of the list."""
    dash = say("label.dash")
    formed = row.formed_on.isoformat() if row.formed_on else dash
    return EvidenceLine(
        number=row.number,
        item=item.label,
        name=titled(row),
        formed_on=formed,
        department=row.department or item.answer.department or dash,
        kind=word(EvidenceKind(row.kind)),
        pages=str(pages[row.id]) if row.id in pages else dash,
        kept=_kept(row),
    )


def _kept(row: EvidenceRow) -> str:
    """Say where a piece lies: a paper's place was typed, a file is in the workspace."""
    place = row.whereabouts if row.kind is EvidenceKind.PAPER else ""
    return say(f"evidence.kept_{row.kind.value}", place=place).strip()
