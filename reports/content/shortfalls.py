"""What falls short and what does not apply: said item by item."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.vocabulary import Judgement, Status
from reports.content import figures
from reports.content.conclusion import own_figures
from reports.content.parts import Paragraph, Passage
from reports.content.runs import in_runs
from reports.content.tables import one_line
from reports.wording import say
from services.checklist import Answer, Checklist, IndicatorRow, ItemRow
from services.scoring import score


def problems(checklist: Checklist, today: date) -> tuple[Passage, ...]:
    """Tell what falls short, what is to be done, by whom and by when: the gravest first."""
    missed = [one for one in own_figures(checklist) if one[1].judgement is Judgement.MISSED]
    not_met, partly, unanswered = (
        [item for item in checklist.binding_items() if item.status is status]
        for status in (Status.NOT_MET, Status.PARTLY_MET, Status.UNANSWERED)
    )
    to_review = [item for item in checklist.binding_items() if item.needs_review]
    passages = (
        Passage(say("problems.missed"), _numbered(_missed(*one) for one in missed)),
        Passage(say("problems.not_met"), _numbered(_problem(item, today) for item in not_met)),
        Passage(say("problems.partly"), _numbered(_problem(item, today) for item in partly)),
        Passage(say("problems.unanswered"), _listed("problems.open", unanswered)),
        Passage(say("problems.to_review"), _listed("problems.changed", to_review)),
    )
    if not score(checklist.items()).answered:
        return (Passage("", _none_answered(unanswered)),)
    opening = Passage("", (Paragraph(_opening(not_met, partly, len(missed), today)),))
    return (opening, *_titled([passage for passage in passages if passage.paragraphs]))


def not_applicable(checklist: Checklist) -> tuple[Paragraph, ...]:
    """List what does not apply and why."""
    items = [item for item in checklist.binding_items() if item.status is Status.NOT_APPLICABLE]
    return _numbered(map(_not_applicable, items)) or (Paragraph(say("not_applicable.none")),)


def _opening(not_met: list[ItemRow], partly: list[ItemRow], missed: int, today: date) -> str:
    counts = {"problems.count_not_met": len(not_met), "problems.count_partly": len(partly)}
    said = [say(key, count=count) for key, count in counts.items() if count]
    said += [say("problems.count_missed", count=missed)] if missed else []
    if not said:
        return say("problems.none")
    late = sum(_is_late(item.answer, today) for item in not_met + partly)
    return say("problems.opening", counts="、".join(said), late=say("problems.late", count=late) if late else "")


def _numbered(sentences: Iterable[str]) -> tuple[Paragraph, ...]:
    """Put numbers in brackets before sentences: many begin with a figure, and 4.1名 would be misread."""
    return tuple(Paragraph(f"（{number}）{text}") for number, text in enumerate(sentences, start=1))


def _missed(item: ItemRow, row: IndicatorRow) -> str:
    amount = figures.actual(row.indicator, row.reading)
    if amount is None or row.indicator.value is None:
        return say("problems.overruled", name=row.indicator.name, told=figures.overruled(row), key=item.label)
    goal = figures.target_in_words(row.indicator)
    short = _short_by(row)
    return say("problems.figure", name=row.indicator.name, actual=amount.text, target=goal, short=short, key=item.label)


def _short_by(row: IndicatorRow) -> str:
    """Say in heads what is missing or too many, where the figure is a share of something counted."""
    ratio, verdict, part = row.indicator.ratio, row.verdict, row.reading.part
    if ratio is None or part is None or verdict.needed is None or not verdict.short_by:
        return ""
    key = "problems.short_by" if verdict.needed > part else "problems.over_by"
    return say(key, count=figures.number(verdict.short_by), unit=ratio.unit)


def _problem(item: ItemRow, today: date) -> str:
    text, missing = one_line(item.item.text), one_line(item.answer.missing)
    key = "problems.item" if missing else "problems.no_missing"
    return say(key, missing=missing, key=item.label, text=text) + _responsible(item.answer, today)


def _responsible(answer: Answer, today: date) -> str:
    who = "".join(part for part in (answer.department, answer.person) if part)
    due = figures.day_in_text(answer.due) if answer.due else ""
    if not due:
        return say("problems.no_due" if who else "problems.neither", who=who)
    by_when = say("problems.overdue" if _is_late(answer, today) else "problems.due", due=due)
    return say("problems.responsible" if who else "problems.no_department", who=who, by_when=by_when)


def _is_late(answer: Answer, today: date) -> bool:
    return answer.due is not None and answer.due < today


def _titled(passages: list[Passage]) -> list[Passage]:
    """Take the title off a passage that is the only one: there is no （一） without a （二）."""
    return passages if len(passages) > 1 else [replace(passage, title="") for passage in passages]


def _listed(key: str, items: list[ItemRow]) -> tuple[Paragraph, ...]:
    keys = "、".join(in_runs(item.label for item in items))
    return (Paragraph(say(key, count=len(items), keys=keys)),) if items else ()


def _none_answered(items: list[ItemRow]) -> tuple[Paragraph, ...]:
    said = say("problems.none_answered", count=len(items)) if items else say("problems.none")
    return (Paragraph(said),)


def _not_applicable(item: ItemRow) -> str:
    reason = one_line(item.answer.reason) or say("not_applicable.no_reason")
    return say("not_applicable.item", text=one_line(item.item.text), key=item.label, reason=reason)
