"""The sentences of the self-assessment report, composed from the data."""

import re
from datetime import date

from models.vocabulary import Judgement, PolicyState, Status
from reports.content import figures
from reports.content.conclusion import own_figures
from reports.content.own_counts import own_counts
from reports.content.parts import Paragraph
from reports.content.portrait import portrait
from reports.content.tables import left_out, one_line, table_numbers
from reports.wording import say
from resources import word
from services.checklist import Checklist, IndicatorRow, SectionRow
from services.scoring import score

_EXAMPLES = 3
"""How many items of a section the achievements name."""
_LONGEST_EXAMPLE = 80
_SENTENCE_END = re.compile(r"[。！？\n]")


def basics(checklist: Checklist) -> tuple[Paragraph, ...]:
    """Introduce the school."""
    school = checklist.school
    named = {"name": school.name, "ownership": word(school.ownership), "type": word(school.type)}
    key = "basics.school" if school.place else "basics.school_without_place"
    table = table_numbers(checklist).get("basics.table")
    facts = say("basics.facts" if table else "basics.no_facts", year=checklist.year, table=table)
    first, *others = portrait(checklist.facts, checklist.year) or ("",)
    told = (say(key, place=school.place, **named) + first, *others)
    return tuple(Paragraph(text, is_draft=True) for text in (*told[:-1], told[-1] + facts))


def work(checklist: Checklist, today: date) -> tuple[Paragraph, ...]:
    """Say what was assessed, by whom, and how far the answers have come."""
    policy, own = checklist.policy, own_counts(checklist)
    number = say("work.number", number=policy.doc_number) if policy.doc_number else ""
    if policy.state is PolicyState.DRAFT:
        number += say("work.state_draft")
    asked = say(
        "work.policy",
        title=figures.with_year_range(policy.title),
        number=number,
        measures=policy.measures - own.measures,
        items=policy.items - own.items,
        indicators=policy.indicators - own.indicators,
        own=say("work.own", count=own.items) if own.items else "",
    )
    return (Paragraph(asked + _scope(checklist), is_draft=True), Paragraph(_progress(checklist, today), is_draft=True))


def achievements(checklist: Checklist) -> tuple[Paragraph, ...]:
    """Tell what has been carried out, section by section, in the school's own words."""
    found = [_achieved(section) for section in checklist.sections]
    paragraphs = [Paragraph(text, is_draft=True) for text in found if text]
    reached = [row for _, row in own_figures(checklist) if row.judgement is Judgement.REACHED]
    if reached:
        names = "、".join(_with_actual(row) for row in reached)
        paragraphs.append(Paragraph(say("achievements.figures", names=names), is_draft=True))
    return tuple(paragraphs) or (Paragraph(say("achievements.none")),)


def _scope(checklist: Checklist) -> str:
    items = list(checklist.items())
    binding = sum(item.is_binding for item in items)
    others = len(items) - binding
    rest = say("work.left_out", count=others, reasons=left_out(items)) if others else ""
    return say("work.scope", binding=binding, left_out=rest)


def _progress(checklist: Checklist, today: date) -> str:
    counted, day = score(checklist.items()), figures.day_in_text(today)
    text = _departments(checklist)
    if not counted.answered:
        return text + say("work.not_started", day=day)
    evidence = {row.id for item in checklist.binding_items() for row in item.evidence}
    return text + say(
        "work.answered",
        day=day,
        answered=counted.answered,
        rate=figures.percent(counted.completion),
        evidence=say("work.evidence", count=len(evidence)) if evidence else say("work.no_evidence"),
    )


def _departments(checklist: Checklist) -> str:
    named = dict.fromkeys(item.answer.department for item in checklist.binding_items() if item.answer.department)
    if not named:
        return ""
    key = "work.departments" if len(named) > 1 else "work.one_department"
    return say(key, names="、".join(named), count=len(named), table=table_numbers(checklist)["work.duties"])


def _achieved(section: SectionRow) -> str:
    counted = score(section.items())
    if not counted.met:
        return ""
    key = "section" if counted.met < counted.applicable else "section_whole" if counted.met > 1 else "section_only"
    text = say(f"achievements.{key}", name=section.heading, applicable=counted.applicable, met=counted.met)
    told = [item for item in section.items() if item.is_binding and item.status is Status.MET and item.answer.note]
    examples = [say("achievements.item", note=_opening(item.answer.note), key=item.label) for item in told[:_EXAMPLES]]
    return text + ("；".join(examples) + "。" if examples else "")


def _with_actual(row: IndicatorRow) -> str:
    amount = figures.actual(row.indicator, row.reading)
    return say("achievements.figure", name=row.indicator.name, actual=f"（{amount.text}）" if amount else "")


def _opening(note: str) -> str:
    """Take a note's first sentence, cut where even that is long."""
    first = _SENTENCE_END.split(note.strip(), maxsplit=1)[0]
    text = one_line(first)
    return text if len(text) <= _LONGEST_EXAMPLE else text[:_LONGEST_EXAMPLE] + "……"
