"""What the overview says of an assessment, as plain values: every figure worked out by the services."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.soundness import OWN_REF
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
from models.vocabulary import ItemKey, Judgement
from resources import word
from services.checklist import Checklist, IndicatorRow, SectionRow
from services.judging import actual_value
from services.outlook import FigureRow, Outlook, OverdueRow, outlook
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
    """One item that should have been carried out."""

    item: ItemKey
    days: int
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen."""

    filled: Share
    carried: Share
    counts: Counts
    sections: tuple[SectionLine, ...]
    figures: tuple[FigureLine, ...]
    judged: str
    todos: tuple[Todo, ...]
    overdue: tuple[OverdueLine, ...]

    @property
    def missed(self) -> tuple[FigureLine, ...]:
        """Give the figures that fall short."""
        return tuple(line for line in self.figures if line.judgement is Judgement.MISSED)


def overview_of(checklist: Checklist, today: date) -> Overview:
    """Work out the overview of an assessment as of `today`."""
    whole, ahead = score(checklist.items()), outlook(checklist, today)
    return Overview(
        filled=_filled(whole),
        carried=_carried(whole),
        counts=_counts(whole),
        sections=tuple(_sections(checklist.sections)),
        figures=tuple(_figure(row) for row in ahead.figures),
        judged=_judged_words(ahead),
        todos=todos_of(ahead),
        overdue=tuple(_overdue(row, today) for row in ahead.overdue),
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


def _sections(sections: Iterable[SectionRow]) -> Iterable[SectionLine]:
    for section in sections:
        some = score(section.items())
        if some.must_answer:
            carried = _tr("落实 {met}/{all}").format(met=some.met, all=some.applicable)
            yield SectionLine(section.ref, _heading(section), _counts(some), some.must_answer, carried)


def _heading(section: SectionRow) -> str:
    if section.ref == OWN_REF:
        return section.heading
    number = section.ref.split("/")[-1]
    return f"{number}{section.heading}" if number.endswith("）") else f"{number}、{section.heading}"


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


def _overdue(row: OverdueRow, today: date) -> OverdueLine:
    answer, check_item = row.item.answer, row.item.item
    who = " ".join(filter(None, (answer.department, answer.person))) or _tr("未定科室")
    if row.is_own:
        day = day_words(row.due, today)
        due = (_tr("{day} 到期") if day[-1].isdigit() else _tr("{day}到期")).format(day=day)
    else:
        due = _tr("文件定在 {when}").format(when=deadline_words(check_item.deadline))
    return OverdueLine(row.item.key, (today - row.due).days, check_item.text, f"{row.item.label} · {who} · {due}")
