"""The sentences that sum up how the school stands."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from models.vocabulary import Judgement, Status
from reports.content import figures
from reports.content.figures import quoted
from reports.content.parts import Paragraph
from reports.content.tables import table_numbers
from reports.content.years import YearMoves
from reports.wording import say
from services.checklist import Checklist, IndicatorRow, ItemRow
from services.scoring import Score, score

_MOST_NAMED = 3


def conclusion(checklist: Checklist, years: YearMoves | None = None) -> tuple[Paragraph, ...]:
    """Sum up how the school stands, beside the cycle before where there is one."""
    counted = score(checklist.items())
    if not counted.must_answer:
        return (Paragraph(say("conclusion.no_items")),)
    if not counted.answered:
        return (Paragraph(say("conclusion.nothing_answered", all=counted.must_answer)),)
    return (Paragraph(_counts(counted, years) + _extremes(checklist)), *_judgements(checklist))


def own_figures(checklist: Checklist) -> Iterable[tuple[ItemRow, IndicatorRow]]:
    """Go through the figures that are the school's own to reach."""
    return (one for one in _figures(checklist) if figures.is_own(one[1]))


def _figures(checklist: Checklist) -> Iterable[tuple[ItemRow, IndicatorRow]]:
    for item in checklist.binding_items():
        if item.status is not Status.NOT_APPLICABLE:
            yield from ((item, row) for row in item.indicators)


def _counts(counted: Score, years: YearMoves | None) -> str:
    if not counted.applicable:
        return say("conclusion.nothing", all=counted.must_answer)
    spared, open_ones = counted.not_applicable, counted.unanswered
    closing = {"rate": figures.percent(counted.compliance), "moved": _moved(years) if years else ""}
    if counted.met == counted.applicable:
        told = say("conclusion.all_met_spared", count=spared, applicable=counted.applicable) if spared else ""
        return say("conclusion.all_met", all=counted.must_answer, spared=told, **closing)
    return say(
        "conclusion.counts",
        all=counted.must_answer,
        not_applicable=say("conclusion.not_applicable", count=spared, applicable=counted.applicable) if spared else "",
        met=counted.met,
        partly=counted.partly_met,
        not_met=counted.not_met,
        unanswered=say("conclusion.unanswered", count=open_ones) if open_ones else "",
        **closing,
    )


def _moved(years: YearMoves) -> str:
    """Say by how many points the rate went up or down."""
    before, after = years.total.before, years.total.after
    if before is None or after is None:
        return ""
    key = "conclusion.up" if after > before else "conclusion.down" if after < before else "conclusion.level"
    return say(key, last_year=years.last_year, points=f"{abs(after - before) / 10:.1f}")


def _judgements(checklist: Checklist) -> tuple[Paragraph, ...]:
    every, own = list(_figures(checklist)), [row for _, row in own_figures(checklist)]
    if not every:
        return ()
    others = len(every) - len(own)
    text = say("conclusion.figures", table=table_numbers(checklist)["indicators.table"], all=len(every))
    if not own:
        return (Paragraph(text + say("conclusion.none_own")),)
    text += say("conclusion.own", own=len(own)) if others else say("conclusion.all_own")
    text += _judged(own) + (say("conclusion.others", others=others) if others else say("conclusion.no_others"))
    return (Paragraph(text + _missed(own)),)


def _judged(rows: list[IndicatorRow]) -> str:
    """Count the judgements; those that nobody asks for are left out where there are none."""
    counts = Counter(row.judgement for row in rows)
    always = (Judgement.REACHED, Judgement.MISSED)
    return "、".join(
        say(f"conclusion.{one.value}", count=counts[one]) for one in Judgement if counts[one] or one in always
    )


def _missed(rows: list[IndicatorRow]) -> str:
    names = [row.indicator.name for row in rows if row.judgement is Judgement.MISSED]
    return say("conclusion.weak", names="、".join(names)) if names else ""


def _extremes(checklist: Checklist) -> str:
    """Name the sections with the highest and the lowest rate, where these differ."""
    rated = [(score(section.items()).compliance, section.heading) for section in checklist.sections]
    known = [(rate, heading) for rate, heading in rated if rate is not None]
    rates = {rate for rate, _ in known}
    if len(rates) < 2:
        return ""
    best, worst = max(rates), min(rates)
    return say("conclusion.best", names=_named(known, best), rate=figures.percent(best)) + say(
        "conclusion.worst", names=_named(known, worst), rate=figures.percent(worst)
    )


def _named(known: list[tuple[Fraction, str]], rate: Fraction) -> str:
    names = [quoted(heading) for own, heading in known if own == rate]
    rest = say("conclusion.more", count=len(names)) if len(names) > _MOST_NAMED else ""
    return "".join(names[:_MOST_NAMED]) + rest
