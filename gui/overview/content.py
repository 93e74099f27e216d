"""What the overview says of an assessment, as plain values: every figure worked out by the services."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.section_labels import section_label
from checklists.themes import theme_name, theme_names
from gui.overview.todos import Todo, todos_of
from gui.widgets.day_words import day_words, deadline_words
from gui.widgets.figure_gauge import gauge_of
from gui.widgets.figure_words import (
    actual_words,
    distance_words,
    is_too_high,
    number_words,
    target_words,
    verdict_words,
    with_unit,
)
from gui.widgets.gauge import GaugeReading
from gui.widgets.stacked_bar import ORDER, Counts
from models.vocabulary import FindingNumber, ItemKey, Judgement
from resources import word
from services.checklist import Checklist, IndicatorRow, ItemRow, SectionRow
from services.cycle_comparison import CycleComparison, compare
from services.dossiers import Dossier
from services.evidence_flags import REUSED_FROM
from services.finding_rows import FindingRow
from services.judging import actual_value
from services.outlook import FigureRow, Outlook, OverdueRow, outlook
from services.quality import flaws
from services.scoring import Score, score

_tr = partial(QCoreApplication.translate, "Overview")


@dataclass(frozen=True, slots=True)
class Share:
    """A ring: so many of so many, as a percentage, and its formula in words."""

    done: int
    total: int
    percent: str
    formula: str


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section: its items by status, and how many of those that apply are carried out."""

    ref: str
    heading: str
    counts: Counts
    total: int
    carried: str
    moved: int | None = None
    """By how many points of its compliance it has moved since last year, None where that cannot be told."""

    @property
    def moved_words(self) -> str:
        """Say how it moved: ▲ 12, ▼ 3, or nothing."""
        if not self.moved:
            return ""
        return f"{'▲' if self.moved > 0 else '▼'} {abs(self.moved)}"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator with its reading and what follows."""

    item: ItemKey
    name: str
    note: str
    target: str
    actual: str
    distance: str
    judgement: Judgement
    gauge: GaugeReading | None
    sentence: str


@dataclass(frozen=True, slots=True)
class OverdueLine:
    """One item that should have been carried out, or a finding that should have been put right."""

    item: ItemKey | None
    days: int
    text: str
    who: str
    finding: FindingNumber | None = None


@dataclass(frozen=True, slots=True)
class YearLine:
    """One sum of last year beside this year's, and how it moved."""

    name: str
    before: str
    after: str
    moved: str
    is_better: bool | None


@dataclass(frozen=True, slots=True)
class YearsBeside:
    """Last year beside this one."""

    last_year: int
    year: int
    lines: tuple[YearLine, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen."""

    filled: Share
    carried: Share
    counts: Counts
    sections: tuple[SectionLine, ...]
    themes: tuple[SectionLine, ...]
    figures: tuple[FigureLine, ...]
    judged: str
    todos: tuple[Todo, ...]
    overdue: tuple[OverdueLine, ...]
    years: YearsBeside | None = None

    @property
    def missed(self) -> tuple[FigureLine, ...]:
        """Give the figures that fall short."""
        return tuple(line for line in self.figures if line.judgement is Judgement.MISSED)


def overview_of(dossier: Dossier, today: date, reused_from: int = REUSED_FROM) -> Overview:
    """Work out the overview of an assessment as of `today`."""
    checklist = dossier.checklist
    whole, ahead = score(checklist.items()), outlook(checklist, today)
    compared = compare(dossier.previous, checklist) if dossier.previous else None
    found = flaws(dossier, today, reused_from=reused_from)
    return Overview(
        filled=_filled(whole),
        carried=_carried(whole),
        counts=_counts(whole),
        sections=tuple(_sections(checklist.sections, _moves(compared))),
        themes=tuple(_themes(checklist)),
        figures=tuple(_figure(row) for row in ahead.figures),
        judged=_judged_words(ahead),
        todos=todos_of(ahead, found, {row.key: row for row in checklist.items()}),
        overdue=_all_overdue(ahead, dossier.findings, today),
        years=_years(compared, dossier) if compared else None,
    )


def percent_words(share: Fraction | None) -> str:
    """Say a share to one decimal, never rounded onto nothing or all: 93.8%, 100%, 0%, — where there is no whole."""
    if share is None:
        return "—"
    if share in (0, 1):
        return f"{int(share * 100)}%"
    thousandths = min(max(round(share * 1000), 1), 999)
    return f"{thousandths / 10:.1f}%"


def _counts(some: Score) -> Counts:
    return {status: some.count(status) for status in ORDER}


def _filled(whole: Score) -> Share:
    formula = _tr("已填 {done} 条 ÷ 须答 {all} 条").format(done=whole.answered, all=whole.must_answer)
    return Share(whole.answered, whole.must_answer, percent_words(whole.completion), formula)


def _carried(whole: Score) -> Share:
    formula = _tr("已落实 {met} 条 ÷ 适用 {all} 条").format(met=whole.met, all=whole.applicable)
    if whole.partly_met:
        formula += _tr("，部分落实 {count} 条另计").format(count=whole.partly_met)
    return Share(whole.met, whole.applicable, percent_words(whole.compliance), formula)


def _sections(sections: Iterable[SectionRow], moves: Mapping[str, int | None]) -> Iterable[SectionLine]:
    for section in sections:
        some = score(section.items())
        if some.must_answer:
            yield _share_line(section.ref, section_label(section.ref, section.heading), some, moves.get(section.ref))


def _themes(checklist: Checklist) -> Iterable[SectionLine]:
    """Count by theme, in the order of all themes; items of none come last."""
    by_theme: dict[str, list[ItemRow]] = {}
    for row in checklist.binding_items():
        by_theme.setdefault(row.item.theme, []).append(row)
    order = [
        *(slug for slug in theme_names() if slug in by_theme),
        *(slug for slug in by_theme if slug not in theme_names()),
    ]
    for slug in order:
        yield _share_line(slug, theme_name(slug) or _tr("未分主题"), score(by_theme[slug]), None)


def _share_line(ref: str, heading: str, some: Score, moved: int | None) -> SectionLine:
    carried = _tr("落实 {met}/{all}").format(met=some.met, all=some.applicable)
    return SectionLine(ref, heading, _counts(some), some.must_answer, carried, moved)


def _moves(compared: CycleComparison | None) -> dict[str, int | None]:
    """Say by how many points each section has moved; one where nothing is answered yet has not."""
    if compared is None:
        return {}
    return {one.ref: _points(one.before, one.after) for one in compared.sections if one.after.answered}


def _points(before: Score | None, after: Score) -> int | None:
    if before is None or before.compliance is None or after.compliance is None:
        return None
    return round(after.compliance * 100) - round(before.compliance * 100)


def _years(compared: CycleComparison, dossier: Dossier) -> YearsBeside:
    assert dossier.previous is not None
    before, after = compared.before, compared.after
    reached = _reached(dossier.previous), _reached(dossier.checklist)
    lines = (
        _year_line(_tr("已落实"), before.met, after.met, _tr("条")),
        _year_line(_tr("达标指标"), reached[0], reached[1], _tr("项")),
        _year_line(_tr("没落实"), before.not_met, after.not_met, _tr("条"), less_is_better=True),
    )
    return YearsBeside(compared.last_year, compared.year, lines)


def _year_line(name: str, before: int, after: int, unit: str, *, less_is_better: bool = False) -> YearLine:
    if before == after:
        return YearLine(name, str(before), str(after), _tr("持平"), None)
    wording = _tr("多 {count} {unit}") if after > before else _tr("少 {count} {unit}")
    moved = wording.format(count=abs(after - before), unit=unit)
    return YearLine(name, str(before), str(after), moved, (after > before) is not less_is_better)


def _reached(checklist: Checklist) -> int:
    figures = (figure for row in checklist.binding_items() for figure in row.indicators)
    return sum(figure.judgement is Judgement.REACHED for figure in figures)


def _figure(row: FigureRow) -> FigureLine:
    figure = row.figure
    return FigureLine(
        item=row.item.key,
        name=figure.indicator.name,
        note=_note(row),
        target=target_words(figure.indicator),
        actual=actual_words(figure.indicator, figure.reading) or "—",
        distance=_distance(figure),
        judgement=figure.judgement,
        gauge=gauge_of(figure),
        sentence=f"{figure.indicator.name}，{target_words(figure.indicator)}，{verdict_words(figure)}",
    )


def _note(row: FigureRow) -> str:
    """Say the item's number and the whole that the value was taken of."""
    ratio, whole = row.figure.indicator.ratio, row.figure.reading.whole
    if ratio is None or whole is None:
        return row.item.label
    return f"{row.item.label}　{ratio.whole} {with_unit(number_words(whole), ratio.unit)}"


def _distance(figure: IndicatorRow) -> str:
    verdict = figure.verdict
    if figure.is_overruled:
        return _tr("改判 {judgement}").format(judgement=word(figure.judgement))
    if verdict.doubt is not None:
        return word(verdict.doubt)
    if verdict.judgement is not Judgement.MISSED:
        return word(verdict.judgement)
    actual = actual_value(figure.indicator, figure.reading)
    distance = distance_words(figure) or "0"
    if actual is not None and is_too_high(figure.indicator, actual):
        return _tr("多 {distance}").format(distance=distance)
    return distance


def _judged_words(ahead: Outlook) -> str:
    counted = Counter(row.figure.judgement for row in ahead.figures)
    return " · ".join(f"{word(judgement)} {counted[judgement]}" for judgement in Judgement if counted[judgement])


def _all_overdue(ahead: Outlook, findings: Iterable[FindingRow], today: date) -> tuple[OverdueLine, ...]:
    """Lay overdue items and overdue findings together, the longest overdue first."""
    lines = [_overdue(row, today) for row in ahead.overdue]
    lines += [_overdue_finding(row) for row in findings if row.is_overdue]
    return tuple(sorted(lines, key=lambda line: -line.days))


def _overdue_finding(row: FindingRow) -> OverdueLine:
    remedy = row.remedy
    who = " ".join(filter(None, (remedy.lead, remedy.person))) or _tr("未定科室")
    return OverdueLine(row.item, row.days_over, remedy.problem, f"{row.label} · {who}", row.number)


def _due_words(due: date, today: date) -> str:
    day = day_words(due, today)
    return (_tr("{day} 到期") if day[-1].isdigit() else _tr("{day}到期")).format(day=day)


def _overdue(row: OverdueRow, today: date) -> OverdueLine:
    answer, check_item = row.item.answer, row.item.item
    who = " ".join(filter(None, (answer.department, answer.person))) or _tr("未定科室")
    if row.is_own:
        due = _due_words(row.due, today)
    else:
        due = _tr("文件定在 {when}").format(when=deadline_words(check_item.deadline))
    return OverdueLine(row.item.key, (today - row.due).days, check_item.text, f"{row.item.label} · {who} · {due}")
