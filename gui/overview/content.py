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
from gui.overview.figure_lines import FigureLine, figure_line
from gui.overview.overdue_lines import OverdueLine, overdue_lines
from gui.overview.todos import Todo, todos_of
from gui.widgets.stacked_bar import ORDER, Counts
from models.vocabulary import Judgement
from resources import word
from services.checklist import Checklist, ItemRow, SectionRow
from services.cycles.comparison import CycleComparison, compare
from services.dossiers import Dossier
from services.evidence.flags import REUSED_FROM
from services.outlook import Outlook, outlook
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
        figures=tuple(figure_line(row) for row in ahead.figures),
        judged=_judged_words(ahead),
        todos=todos_of(ahead, found, {row.key: row for row in checklist.items()}),
        overdue=overdue_lines(ahead, dossier.findings, today),
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


def _judged_words(ahead: Outlook) -> str:
    counted = Counter(row.figure.judgement for row in ahead.figures)
    return " · ".join(f"{word(judgement)} {counted[judgement]}" for judgement in Judgement if counted[judgement])
