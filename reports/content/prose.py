"""The sentences of the self-assessment report, composed from the data."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from models.vocabulary import Judgement, PolicyState, Status
from reports.content import figures
from reports.content.parts import Paragraph
from reports.content.tables import left_out, section_title, without_stop
from reports.wording import say
from resources import word
from services.checklist import Answer, Checklist, IndicatorRow, ItemRow, SectionRow
from services.scoring import Score, score

_EXAMPLES = 3
"""How many items of a section the achievements name."""
_LONGEST_EXAMPLE = 80
_SENTENCE_END = re.compile(r"[。！？\n]")


def basics(checklist: Checklist) -> tuple[Paragraph, ...]:
    """Introduce the school."""
    school = checklist.school
    named = {"name": school.name, "ownership": word(school.ownership), "type": word(school.type)}
    key = "basics.school" if school.place else "basics.school_without_place"
    facts = say("basics.facts" if checklist.facts else "basics.no_facts", year=checklist.year)
    return (Paragraph(say(key, place=school.place, **named) + facts, is_draft=True),)


def work(checklist: Checklist, today: date) -> tuple[Paragraph, ...]:
    """Say what was assessed, by whom, and how far the answers have come."""
    policy = checklist.policy
    number = say("work.number", number=policy.doc_number) if policy.doc_number else ""
    if policy.state is PolicyState.DRAFT:
        number += say("work.state_draft")
    asked = say(
        "work.policy",
        title=figures.with_year_range(policy.title),
        number=number,
        measures=policy.measures,
        items=policy.items,
        indicators=policy.indicators,
    )
    return (Paragraph(asked + _scope(checklist), is_draft=True), Paragraph(_progress(checklist, today), is_draft=True))


def conclusion(checklist: Checklist) -> tuple[Paragraph, ...]:
    """Sum up how the school stands."""
    counted = score(checklist.items())
    sentences = _counts(counted) + _judgements(checklist) + _extremes(checklist)
    return (Paragraph(sentences),)


def achievements(checklist: Checklist) -> tuple[Paragraph, ...]:
    """Tell what has been carried out, section by section, in the school's own words."""
    found = [_achieved(section) for section in checklist.sections]
    paragraphs = [Paragraph(text, is_draft=True) for text in found if text]
    reached = [row for _, row in _own_figures(checklist) if row.verdict.judgement is Judgement.REACHED]
    if reached:
        names = "、".join(_with_actual(row) for row in reached)
        paragraphs.append(Paragraph(say("achievements.figures", names=names), is_draft=True))
    return tuple(paragraphs) or (Paragraph(say("achievements.none")),)


def problems(checklist: Checklist) -> tuple[Paragraph, ...]:
    """Tell what falls short, what is to be done, by whom and by when."""
    paragraphs = [Paragraph(text) for text in _missed_figures(checklist)]
    short = [item for item in checklist.binding_items() if item.status in (Status.PARTLY_MET, Status.NOT_MET)]
    paragraphs += [Paragraph(_problem(number, item)) for number, item in enumerate(short, start=1)]
    open_keys = [item.key for item in checklist.binding_items() if item.status is Status.UNANSWERED]
    if open_keys:
        paragraphs.append(Paragraph(say("problems.unanswered", count=len(open_keys), keys="、".join(open_keys))))
    return tuple(paragraphs) or (Paragraph(say("problems.none")),)


def not_applicable(checklist: Checklist) -> tuple[Paragraph, ...]:
    """List what does not apply and why."""
    items = [item for item in checklist.binding_items() if item.status is Status.NOT_APPLICABLE]
    return tuple(_not_applicable(number, item) for number, item in enumerate(items, start=1)) or (
        Paragraph(say("not_applicable.none")),
    )


def _scope(checklist: Checklist) -> str:
    items = list(checklist.items())
    binding = sum(item.is_binding for item in items)
    text = say("work.scope", binding=binding)
    if binding < len(items):
        text += say("work.left_out", count=len(items) - binding, reasons=left_out(items))
    return text


def _progress(checklist: Checklist, today: date) -> str:
    counted = score(checklist.items())
    named = dict.fromkeys(item.answer.department for item in checklist.binding_items() if item.answer.department)
    evidence = {row.id for item in checklist.binding_items() for row in item.evidence}
    text = say("work.departments", names="、".join(named)) if named else ""
    return text + say(
        "work.answered",
        day=figures.day_in_text(today),
        answered=counted.answered,
        rate=figures.percent(counted.completion),
        evidence=len(evidence),
    )


def _counts(counted: Score) -> str:
    if not counted.applicable:
        return say("conclusion.nothing")
    spared, open_ones = counted.not_applicable, counted.unanswered
    return say(
        "conclusion.counts",
        all=counted.must_answer,
        not_applicable=say("conclusion.not_applicable", count=spared) if spared else "",
        applicable=counted.applicable,
        met=counted.met,
        partly=counted.partly_met,
        not_met=counted.not_met,
        unanswered=say("conclusion.unanswered", count=open_ones) if open_ones else "",
        rate=figures.percent(counted.compliance),
    )


def _judgements(checklist: Checklist) -> str:
    rows = [row for _, row in _own_figures(checklist)]
    if not rows:
        return ""
    counts = Counter(row.verdict.judgement for row in rows)
    text = say("conclusion.figures", all=len(rows), **{one.value: counts[one] for one in Judgement})
    missed = [row.indicator.name for row in rows if row.verdict.judgement is Judgement.MISSED]
    return text + (say("conclusion.weak", names="、".join(missed)) if missed else "")


def _extremes(checklist: Checklist) -> str:
    """Name the best and the worst section, where they differ."""
    rated = [(score(section.items()).compliance, section) for section in checklist.sections]
    known = [(rate, section) for rate, section in rated if rate is not None]
    if not known:
        return ""
    best, worst = max(known, key=lambda one: one[0]), min(known, key=lambda one: one[0])
    if best[0] == worst[0]:
        return ""
    return say("conclusion.best", name=section_title(best[1]), rate=figures.percent(best[0])) + say(
        "conclusion.worst", name=section_title(worst[1]), rate=figures.percent(worst[0])
    )


def _achieved(section: SectionRow) -> str:
    counted = score(section.items())
    if not counted.met:
        return ""
    own, heading = section.ref.rsplit("/", 1)[-1], section.heading
    text = say(
        "achievements.section",
        number=own if own.endswith("）") else f"{own}、",
        name=heading,
        applicable=counted.applicable,
        met=counted.met,
    )
    told = [item for item in section.items() if item.is_binding and item.status is Status.MET and item.answer.note]
    examples = [say("achievements.item", note=_opening(item.answer.note), key=item.key) for item in told[:_EXAMPLES]]
    return text + ("；".join(examples) + "。" if examples else "")


def _with_actual(row: IndicatorRow) -> str:
    amount = figures.actual(row.indicator, row.reading)
    return say("achievements.figure", name=row.indicator.name, actual=f"（{amount.text}）" if amount else "")


def _missed_figures(checklist: Checklist) -> Iterator[str]:
    missed = [(item, row) for item, row in _own_figures(checklist) if row.verdict.judgement is Judgement.MISSED]
    if missed:
        yield say("problems.figures", count=len(missed), names="；".join(_missed(*one) for one in missed))


def _missed(item: ItemRow, row: IndicatorRow) -> str:
    goal, amount = figures.target(row.indicator), figures.actual(row.indicator, row.reading)
    assert goal is not None and amount is not None
    return say("problems.figure", name=row.indicator.name, actual=amount.text, target=goal.text, key=item.key)


def _problem(number: int, item: ItemRow) -> str:
    answer = item.answer
    text = without_stop(item.item.text)
    said = say("problems.item", number=number, text=text, key=item.key, status=word(item.status))
    missing = _one_line(answer.missing)
    said += say("problems.missing", missing=missing) if missing else say("problems.no_missing")
    return said + _responsible(answer)


def _responsible(answer: Answer) -> str:
    who = "".join(part for part in (answer.department, answer.person) if part)
    due = figures.day_in_text(answer.due) if answer.due else ""
    if who:
        return say("problems.responsible" if due else "problems.no_due", department=who, due=due)
    return say("problems.no_department" if due else "problems.neither", due=due)


def _not_applicable(number: int, item: ItemRow) -> Paragraph:
    reason = _one_line(item.answer.reason) or say("not_applicable.no_reason")
    text = without_stop(item.item.text)
    return Paragraph(say("not_applicable.item", number=number, text=text, key=item.key, reason=reason))


def _own_figures(checklist: Checklist) -> Iterable[tuple[ItemRow, IndicatorRow]]:
    """Go through the figures that are the school's own to reach."""
    for item in checklist.binding_items():
        if item.status is not Status.NOT_APPLICABLE:
            yield from ((item, row) for row in item.indicators if figures.is_own(row))


def _opening(note: str) -> str:
    """Take a note's first sentence, cut where even that is long."""
    first = _SENTENCE_END.split(note.strip(), maxsplit=1)[0]
    text = _one_line(first)
    return text if len(text) <= _LONGEST_EXAMPLE else text[:_LONGEST_EXAMPLE] + "……"


def _one_line(text: str) -> str:
    return without_stop(" ".join(text.split()))
