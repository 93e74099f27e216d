"""What a document says of itself before and after its clauses: title, number, issuers, date, state, addressees."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from checklists.reading.addressees import addressees_in
from checklists.reading.dates import bare_date, date_in, days_in
from checklists.reading.document import Header
from checklists.reading.document_numbers import number_in, ordering_office
from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.offices import is_an_office, offices_in
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.site_details import Detail, details_in, details_of_row
from checklists.reading.titles import plan_title, title_in
from models.vocabulary import PolicyState

_DRAFT = re.compile(r"征求意见稿|公开征求|草案|送审稿|讨论稿|审议稿|代拟稿|修订稿\)|初稿")
_ISSUER = re.compile(r"^(?P<issuer>.+?)\s*(?:关于|印发|转发|批转)")
_WORK_PLAN = re.compile(r"(?:工作方案|工作计划|工作要点|工作安排|行动方案)(?:\([^()]*\))*$")
_MADE = re.compile("[^年]{0,40}?(?:公布|发布|通过|印发|批准|修订|修正)")
_TELLS_OF_ONE = re.compile(
    "^(?:政策|文件)?(?:解读|图解|问答)[^\u4e00-\u9fff]|(?:解读|问答|答记者问|读懂)[^\u4e00-\u9fff]*$"
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_LONGEST_SIGNED_DAY, _LONGEST_DAY, _LONGEST_OFFICES = 20, 24, 80


@dataclass(slots=True)
class _Met:
    """What was met in the paragraphs around a document's clauses."""

    details: dict[Detail, str] = field(default_factory=dict)
    lines: list[Paragraph] = field(default_factory=list)


def header_of(before: Sequence[Paragraph], after: Sequence[Paragraph], problems: list[Problem]) -> Header:
    """Read the header out of the paragraphs before the first clause and those after the last."""
    met = _met(before)
    title = title_in(met.lines, met.details.get(Detail.TITLE))
    words = title.text if title is not None else None
    if title is not None and _TELLS_OF_ONE.search(title.text):
        problems.append(Problem(before[0].line, ProblemKind.NOT_A_POLICY, title.text))
    number = number_in(met.lines, met.details.get(Detail.NUMBER))
    lines = [*met.lines, *after]
    issued_on = _issued_on(met, lines, number, problems)
    return Header(
        title=words,
        plan_title=plan_title(words, met.lines),
        doc_number=number,
        issuers=_issuers(met, words, lines),
        issued_on=issued_on,
        state=_state(met, words, number, issued_on),
        addressees=addressees_in(met.lines, title.last if title is not None else -1),
    )


def _met(before: Iterable[Paragraph]) -> _Met:
    met = _Met()
    for paragraph in before:
        details = list(details_of_row(paragraph.cells)) if paragraph.cells else details_in(paragraph.text)
        if not details and not paragraph.cells:
            met.lines.append(paragraph)
        for kind, value in details:
            if value:
                met.details.setdefault(kind, value)
    return met


def _issuers(met: _Met, title: str | None, lines: Sequence[Paragraph]) -> tuple[str, ...]:
    found = _ISSUER.match(title or "")
    if found is not None and is_an_office(found["issuer"]):
        return offices_in(found["issuer"])
    if (ordering := ordering_office(met.lines)) is not None:
        return (ordering,)
    told = met.details.get(Detail.ISSUER)
    return _signed(lines) or (offices_in(told) if told else ())


def _signed(lines: Sequence[Paragraph]) -> tuple[str, ...]:
    """Give the offices that stand above a date."""
    for place, paragraph in enumerate(lines):
        if date_in(fold(paragraph.text)) is None or len(paragraph.text) > _LONGEST_SIGNED_DAY:
            continue
        offices: list[str] = []
        while place and is_an_office(lines[place - 1].text) and len(lines[place - 1].text) <= _LONGEST_OFFICES:
            offices[:0] = offices_in(lines[place - 1].text)
            place -= 1
        if offices:
            return tuple(dict.fromkeys(offices))
    return ()


def _issued_on(met: _Met, lines: Sequence[Paragraph], number: str | None, problems: list[Problem]) -> date | None:
    """Give the day under the signature, else one there whose words were lost, else the one a site tells."""
    printed = (day for paragraph in lines if (day := _printed_day(paragraph.text)) is not None)
    told = met.details.get(Detail.DAY)
    return next(printed, None) or _damaged_day(lines, number, problems) or (date_in(told) if told else None)


def _printed_day(text: str) -> date | None:
    """Read a line that holds a date alone, or the bracket under a regulation's title that says when it was made."""
    folded = fold(text)
    if _CLOCK.search(folded):
        return None
    if len(folded) <= _LONGEST_DAY:
        return date_in(folded) if not re.search("[。，,]", folded) else None
    return next(reversed(_days_made(folded)), None) if folded.startswith("(") else None


def _days_made(folded: str) -> list[date]:
    """Give the days on which a bracket says that a regulation was adopted or changed."""
    return [day for day, after in days_in(folded) if _MADE.match(after)]


def _damaged_day(lines: Sequence[Paragraph], number: str | None, problems: list[Problem]) -> date | None:
    """Read 202391 on a line of its own as a day where the year is the number's own and no other day fits."""
    for paragraph in lines:
        day = bare_date(fold(paragraph.text))
        if day is not None and number is not None and str(day.year) in fold(number):
            problems.append(
                Problem(paragraph.line, ProblemKind.DAMAGED_DATE, paragraph.text, f"{day:%Y}年{day.month}月{day.day}日")
            )
            return day
    return None


def _state(met: _Met, title: str | None, number: str | None, issued_on: date | None) -> PolicyState | None:
    lines = [paragraph.text for paragraph in met.lines if len(paragraph.text) <= 80]
    if any(_DRAFT.search(line) for line in lines):
        return PolicyState.DRAFT
    if number is not None or issued_on is not None:
        return PolicyState.FORMAL
    return PolicyState.WORK_PLAN if _WORK_PLAN.search(fold(title or "")) else None
