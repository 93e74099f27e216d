"""The one page for the principal (一页纸): four numbers, where the school stands, and what he must decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from models.vocabulary import FindingState, Judgement
from reports.content import figures
from reports.content.conclusion import own_figures
from reports.content.decisions import Decision, decisions
from reports.content.imprint import Imprint, imprint_of
from reports.content.ledger import standing_rows
from reports.content.parts import Amount
from reports.content.shortfalls import short_by
from reports.content.tables import section_title
from reports.wording import say
from services.checklist import IndicatorRow, ItemRow
from services.cycles.comparison import CycleComparison, compare
from services.dossiers import Dossier
from services.judging import actual_value, bounds
from services.scoring import Score, score

SOON = timedelta(days=60)
MOST_PRESSING = 3
"""What the first so many decisions would bring is said; the paper always shows these."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One of the four numbers with what stands above and below it."""

    label: str
    figure: str
    unit: str
    below: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How far a section is carried out, as shares of 1, no bar where nothing applies; `before` is the last cycle's."""

    title: str
    share: Fraction
    rate: str
    count: str
    before: Fraction | None
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Unmet:
    """A figure that is not reached, or cannot be told."""

    name: str
    target: Amount | None
    actual: Amount | None
    gap: str


@dataclass(frozen=True, slots=True)
class OnePage:
    """All that may stand on the page, most important first; the paper cuts what has no room."""

    imprint: Imprint
    about: str
    headlines: tuple[Headline, ...]
    conclusion: str
    bars: tuple[Bar, ...]
    has_before: bool
    unmet: tuple[Unmet, ...]
    decisions: tuple[Decision, ...]


def build_one_page(dossier: Dossier, printed_at: datetime) -> OnePage:
    """Compose the page; the same dossier and moment give the same values."""
    checklist, today = dossier.checklist, printed_at.date()
    compared = compare(dossier.previous, checklist) if dossier.previous else None
    bars, decided = tuple(_bars(dossier, compared)), decisions(dossier, today)
    about = {"year": checklist.year, "day": today.isoformat()}
    return OnePage(
        imprint=imprint_of(say("one_page.title"), dossier, printed_at),
        about=say("one_page.about", **about),
        headlines=_headlines(dossier, today),
        conclusion=_conclusion(score(checklist.items()), compared, bars, decided),
        bars=bars,
        has_before=any(bar.before is not None for bar in bars),
        unmet=tuple(_unmet(dossier)),
        decisions=decided,
    )


def _headlines(dossier: Dossier, today: date) -> tuple[Headline, ...]:
    return _rate_headline(dossier), _figures(dossier), _findings(dossier), _evidence(dossier, today)


def _rate_headline(dossier: Dossier) -> Headline:
    counted = score(dossier.checklist.items())
    rate = _rate(counted, counted)
    below = say("one_page.met", applicable=counted.applicable, met=counted.met)
    if not counted.answered:
        below = say("one_page.unfilled", count=counted.must_answer)
    return Headline(say("one_page.rate"), rate.rstrip("%"), "%" if rate.endswith("%") else "", below)


def _figures(dossier: Dossier) -> Headline:
    judged = [row.judgement for _, row in own_figures(dossier.checklist)]
    if not judged:
        return Headline(say("one_page.figures"), say("label.dash"), "", say("one_page.no_figures"))
    below = say("one_page.missed", all=len(judged), missed=judged.count(Judgement.MISSED))
    return _count("one_page.figures", judged.count(Judgement.REACHED), below)


def _findings(dossier: Dossier) -> Headline:
    findings = standing_rows(dossier.findings)
    closed = sum(row.state is FindingState.CLOSED for row in findings)
    below = say("one_page.closed", all=len(findings), closed=closed)
    return _count("one_page.open", len(findings) - closed, below if findings else say("one_page.no_findings"))


def _rate(counted: Score, whole: Score) -> str:
    """Give a rate, none before the first answer of all: nothing is known then."""
    return figures.percent(counted.compliance if whole.answered else None)


def _count(key: str, count: int, below: str) -> Headline:
    return Headline(say(key), str(count), say("one_page.items"), below)


def _evidence(dossier: Dossier, today: date) -> Headline:
    rows = {row.id: row for item in dossier.checklist.binding_items() for row in item.evidence}
    days = [row.valid_until for row in rows.values() if row.valid_until]
    gone, soon = sum(day < today for day in days), sum(today <= day <= today + SOON for day in days)
    said = [say("one_page.expired", count=gone)] if gone else []
    said += [say("one_page.expiring", count=soon, days=SOON.days)] if soon else []
    below = "，".join(said) or say("one_page.valid" if rows else "one_page.no_pieces", days=SOON.days)
    return Headline(say("one_page.evidence"), str(len(rows)), say("one_page.pieces"), below)


def _bars(dossier: Dossier, compared: CycleComparison | None) -> Iterator[Bar]:
    then = {one.ref: one.before for one in compared.sections} if compared else {}
    whole = score(dossier.checklist.items())
    for section in dossier.checklist.sections:
        counted = score(section.items())
        if counted.must_answer:
            before = then.get(section.ref)
            yield Bar(
                title=section_title(section),
                share=counted.compliance or Fraction(0),
                rate=_rate(counted, whole) if counted.applicable else say("conclusion.nothing_applies"),
                count=f"{counted.met}/{counted.applicable}",
                before=before.compliance if before else None,
                applies=bool(counted.applicable),
            )


def _conclusion(
    counted: Score, compared: CycleComparison | None, bars: tuple[Bar, ...], decided: tuple[Decision, ...]
) -> str:
    """Say in two lines where the school stands, where it stands worst, and what the decisions would bring."""
    if counted.compliance is None and counted.must_answer:
        return say("conclusion.nothing", all=counted.must_answer)
    if counted.compliance is None or not counted.answered:
        return say("one_page.nothing_answered", count=counted.unanswered)
    text = _moved(counted, compared)
    rated = [bar for bar in bars if bar.rate.endswith("%")]
    lowest = [bar for bar in rated if bar.share == min(one.share for one in rated)]
    if len(lowest) < len(rated):
        text += say("one_page.worst", name=_named(lowest), rate=lowest[0].rate)
    return text + "。" + _gain(counted, decided)


def _named(bars: list[Bar]) -> str:
    """Name the first of several sections, and say how many they are."""
    first = figures.quoted(bars[0].title)
    return say("one_page.worst_of", name=first, count=len(bars)) if len(bars) > 1 else first


def _moved(counted: Score, compared: CycleComparison | None) -> str:
    now, then = counted.compliance, compared.before.compliance if compared else None
    assert now is not None
    if then is None or compared is None:
        return say("one_page.now", rate=figures.percent(now))
    moved = abs(round((now - then) * 1000)) / 10
    key = "one_page.up" if now > then else "one_page.down" if now < then else "one_page.same"
    return say(key, last=compared.last_year, points=f"{moved:.1f}")


def _gain(counted: Score, decided: tuple[Decision, ...]) -> str:
    """Say what the rate would be, with how it is worked out, once the items of the decisions are carried out."""
    first = decided[:MOST_PRESSING]
    items = {one.item for one in first if one.item}
    if not items:
        return ""
    rate = figures.percent(Fraction(counted.met + len(items), counted.applicable))
    worked = {"met": counted.met, "more": len(items), "applicable": counted.applicable}
    key = "one_page.gain" if len(first) > 1 else "one_page.gain_one"
    return say(key, count=len(first), rate=rate, **worked)


def _unmet(dossier: Dossier) -> Iterator[Unmet]:
    rows = list(own_figures(dossier.checklist))
    for judgement in (Judgement.MISSED, Judgement.CANNOT_TELL):
        yield from (
            _unmet_row(item, row) for item, row in rows if row.judgement is judgement and not _is_for_people(row)
        )


def _unmet_row(item: ItemRow, row: IndicatorRow) -> Unmet:
    gap = short_by(row).lstrip("，") if row.judgement is Judgement.MISSED else figures.basis(row)
    gap = gap or _gap(row)
    name = f"{item.label} {row.indicator.name}"
    return Unmet(name, figures.target(row.indicator), figures.actual(row.indicator, row.reading), gap)


def _is_for_people(row: IndicatorRow) -> bool:
    """Say whether its value is there and fails nobody, and no person has judged yet."""
    return not row.is_overruled and row.verdict.doubt is not None and row.verdict.doubt.is_for_people


def _gap(row: IndicatorRow) -> str:
    if row.is_overruled:
        return say("one_page.overruled")
    if row.verdict.gap is None:
        return say("label.dash")
    if not row.verdict.gap:
        return say("one_page.at_limit", target=figures.target_in_words(row.indicator))
    unit = say("one_page.points") if row.indicator.unit == "%" else row.indicator.unit
    return say(_direction(row), amount=figures.number(abs(row.verdict.gap)), unit=unit)


def _direction(row: IndicatorRow) -> str:
    actual, (low, _) = actual_value(row.indicator, row.reading), bounds(row.indicator)
    return "one_page.gap" if actual is not None and actual < low else "one_page.over"
