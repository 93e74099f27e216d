"""What was read of a document, in lines a person can read."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from checklists.reading.document import ClauseUnits, Header, OfficialText, TextFigure
from models.vocabulary import Comparator
from resources import resource, word


def summary_of(text: OfficialText) -> Iterator[str]:
    """Say what a document is, its clauses with units and figures, and its problems."""
    yield from _header(text.header)
    yield _say("counts", sections=len(text.sections), clauses=len(text.clauses), figures=len(text.figures))
    sections = {section.ref: section.heading for section in text.sections}
    for clause in text.clauses:
        parent = clause.ref.rpartition("/")[0]
        if parent in sections:
            yield f"\n{parent}　{sections.pop(parent)}"
        yield f"  {clause.ref}　{clause.heading}（{_say('line', line=clause.line)}）"
        yield from _units(clause.units)
        yield from (f"      {_figure(figure)}" for figure in text.figures if figure.clause == clause.ref)
    yield from _rest(text)


def _header(header: Header) -> Iterator[str]:
    state = word(header.state) if header.state else ""
    told = {
        "title": header.title,
        "plan_title": header.plan_title,
        "doc_number": header.doc_number,
        "issuers": "、".join(header.issuers),
        "issued_on": header.issued_on.isoformat() if header.issued_on else "",
        "state": state,
        "addressees": "、".join(header.addressees),
    }
    for name, value in told.items():
        yield _say(name, value=value or _say("nothing"))


def _units(units: ClauseUnits) -> Iterator[str]:
    for role in ("lead", "participant", "responsible"):
        if names := getattr(units, role):
            yield f"      {_say(role, value='、'.join(names))}"


def _figure(figure: TextFigure) -> str:
    due = _say("due", value=figure.deadline) if figure.deadline else ""
    return _say("figure", name=figure.name, target=_target(figure), due=due, line=figure.line)


def _target(figure: TextFigure) -> str:
    if figure.value is None:
        return _say("unnumbered")
    if figure.max is not None:
        return f"{_plain(figure.value)}–{_plain(figure.max)}{figure.unit}"
    return f"{_SIGNS.get(figure.comparator, '')}{_plain(figure.value)}{figure.unit}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _rest(text: OfficialText) -> Iterator[str]:
    if text.glossary:
        yield f"\n{_say('glossary', count=len(text.glossary))}"
        yield from (f"  {term.term}：{term.meaning}" for term in text.glossary)
    yield f"\n{_say('problems', count=len(text.problems))}"
    yield from (f"  {_say('line', line=problem.line)}　{problem.says}" for problem in text.problems)


_SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOVE: "＞",
    Comparator.BELOW: "＜",
    Comparator.ABOUT: "约",
}


def _say(sentence: str, **fields: object) -> str:
    return _sentences()[sentence].format(**fields)


@cache
def _sentences() -> dict[str, str]:
    told = tomllib.loads(resource("terms", "reading_zh_CN.toml").read_text(encoding="utf-8"))["summary"]
    return {str(name): str(sentence) for name, sentence in told.items()}
