"""What falls short, what is done about it, and what does not apply: said item by item."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from models.vocabulary import FindingState, Judgement, Status
from reports.content import figures
from reports.content.conclusion import own_figures
from reports.content.ledger import standing_rows
from reports.content.parts import Paragraph, Passage
from reports.content.runs import in_runs
from reports.content.tables import one_line
from reports.wording import say
from resources import word
from services.checklist import Answer, Checklist, IndicatorRow, ItemRow
from services.dossiers import Dossier
from services.findings.rows import FindingRow
from services.scoring import score


@dataclass(frozen=True, slots=True)
class _Shortfalls:
    """What is short by its kind; items that have a finding are told there."""

    missed: list[tuple[ItemRow, IndicatorRow]]
    findings: list[FindingRow]
    not_met: list[ItemRow]
    partly: list[ItemRow]
    unanswered: list[ItemRow]
    to_review: list[ItemRow]

    @property
    def other(self) -> str:
        """Tell, in the keys of the wording, whether items are only those that no finding tells."""
        return "other_" if self.findings else ""


def problems(
    dossier: Dossier, today: date, opening: tuple[Paragraph, ...], outlook: tuple[Paragraph, ...]
) -> tuple[Passage, ...]:
    """Tell what falls short, what is to be done, by whom and by when: the gravest first, what comes next last."""
    found = _found(dossier)
    if not score(dossier.checklist.items()).answered and not found.findings:
        return (Passage("", _none_answered(found.unanswered)),)
    passages = (
        Passage(
            say("problems.missed"), _numbered(_missed(*one) + _told_in(one[0], found.findings) for one in found.missed)
        ),
        Passage(say("problems.findings"), _numbered(_finding(row) for row in found.findings)),
        Passage(say(f"problems.{found.other}not_met"), _numbered(_problem(item, today) for item in found.not_met)),
        Passage(say(f"problems.{found.other}partly"), _numbered(_problem(item, today) for item in found.partly)),
        Passage(say("problems.unanswered"), _listed("problems.open", found.unanswered)),
        Passage(say("problems.to_review"), _listed("problems.changed", found.to_review)),
        Passage(say("problems.outlook"), outlook),
    )
    return (Passage("", opening), *_titled([passage for passage in passages if passage.paragraphs]))


def opening(dossier: Dossier, today: date) -> tuple[Paragraph, ...]:
    """Draft the sentence that sums the shortfalls up."""
    found = _found(dossier)
    counts = {
        "problems.count_findings": len(found.findings),
        f"problems.count_{found.other}not_met": len(found.not_met),
        f"problems.count_{found.other}partly": len(found.partly),
        "problems.count_missed": len(found.missed),
    }
    said = [say(key, count=count) for key, count in counts.items() if count]
    if not said:
        return (Paragraph(say("problems.none"), is_draft=True),)
    late = sum(_is_late(item.answer, today) for item in found.not_met + found.partly)
    late += sum(row.is_overdue for row in found.findings)
    told = say("problems.late", count=late) if late else ""
    return (Paragraph(say("problems.opening", counts="、".join(said), late=told), is_draft=True),)


def outlook(dossier: Dossier, today: date) -> tuple[Paragraph, ...]:
    """Draft what the school will do next, from the deadlines there are."""
    found = _found(dossier)
    still = [row for row in found.findings if row.finding.is_open]
    days = [row.remedy.deadline for row in still if row.remedy.deadline]
    days += [item.answer.due for item in found.not_met + found.partly if item.answer.due]
    ahead = [day for day in days if day >= today]
    said = (
        say("outlook.ledger", count=len(still)) if still else "",
        say("outlook.unanswered", count=len(found.unanswered)) if found.unanswered else "",
        say("outlook.missed", count=len(found.missed)) if found.missed else "",
        say("outlook.by", day=figures.day_in_text(max(ahead)), count=len(ahead)) if ahead else "",
    )
    text = "；".join(filter(None, said))
    return (Paragraph(say("outlook.next", told=text) if text else say("outlook.nothing"), is_draft=True),)


def not_applicable(checklist: Checklist) -> tuple[Paragraph, ...]:
    """List what does not apply and why."""
    items = [item for item in checklist.binding_items() if item.status is Status.NOT_APPLICABLE]
    return _numbered(map(_not_applicable, items)) or (Paragraph(say("not_applicable.none")),)


def _found(dossier: Dossier) -> _Shortfalls:
    checklist, findings = dossier.checklist, standing_rows(dossier.findings)
    told = {row.item for row in findings}
    items = list(checklist.binding_items())
    return _Shortfalls(
        missed=[one for one in own_figures(checklist) if one[1].judgement is Judgement.MISSED],
        findings=findings,
        not_met=[item for item in items if item.status is Status.NOT_MET and item.key not in told],
        partly=[item for item in items if item.status is Status.PARTLY_MET and item.key not in told],
        unanswered=[item for item in items if item.status is Status.UNANSWERED],
        to_review=[item for item in items if item.needs_review],
    )


def _finding(row: FindingRow) -> str:
    """Say a finding: problem, remedy, who and by when, where it stands, and its line in the ledger."""
    remedy = row.remedy
    problem, measure = one_line(remedy.problem), one_line(remedy.measure)
    said = [
        say("problems.finding" if row.item else "problems.finding_by_hand", problem=problem, key=row.item_label),
        say("problems.measure", kind=word(remedy.kind), measure=measure) if measure else say("problems.no_measure"),
        say("problems.closed", day=figures.day_in_text(row.finding.closed_on))
        if row.state is FindingState.CLOSED and row.finding.closed_on
        else _who_and_when(remedy.lead + remedy.person, remedy.deadline, is_late=row.is_overdue),
        say("problems.see_ledger", number=row.number),
    ]
    return "".join(said)


def _numbered(sentences: Iterable[str]) -> tuple[Paragraph, ...]:
    """Put numbers in brackets before sentences: many begin with a figure, and 4.1名 would be misread."""
    return tuple(Paragraph(f"（{number}）{text}") for number, text in enumerate(sentences, start=1))


def _missed(item: ItemRow, row: IndicatorRow) -> str:
    amount = figures.actual(row.indicator, row.reading)
    if amount is None or row.indicator.value is None:
        return say("problems.overruled", name=row.indicator.name, told=figures.overruled(row), key=item.label)
    goal = figures.target_in_words(row.indicator)
    short = short_by(row)
    return say("problems.figure", name=row.indicator.name, actual=amount.text, target=goal, short=short, key=item.label)


def _told_in(item: ItemRow, findings: Iterable[FindingRow]) -> str:
    """Lead to the finding that says what is done about it."""
    number = next((row.number for row in findings if row.item == item.key), 0)
    return say("problems.measure_in_ledger", number=number) if number else ""


def short_by(row: IndicatorRow) -> str:
    """Say in heads what is missing or too many, where the figure is a share of something counted."""
    ratio, verdict, part = row.indicator.ratio, row.verdict, row.reading.part
    if ratio is None or part is None or verdict.needed is None or not verdict.short_by:
        return ""
    key = "problems.short_by" if verdict.needed > part else "problems.over_by"
    return say(key, count=figures.number(verdict.short_by), unit=figures.part_unit(ratio))


def _problem(item: ItemRow, today: date) -> str:
    text, missing = one_line(item.item.text), one_line(item.answer.missing)
    key = "problems.item" if missing else "problems.no_missing"
    return say(key, missing=missing, key=item.label, text=text) + _responsible(item.answer, today)


def _responsible(answer: Answer, today: date) -> str:
    who = "".join(part for part in (answer.department, answer.person) if part)
    return _who_and_when(who, answer.due, is_late=_is_late(answer, today))


def _who_and_when(who: str, by: date | None, *, is_late: bool) -> str:
    if by is None:
        return say("problems.no_due" if who else "problems.neither", who=who)
    by_when = say("problems.overdue" if is_late else "problems.due", due=figures.day_in_text(by))
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
