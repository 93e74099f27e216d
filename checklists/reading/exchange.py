"""A document that was read, as JSON: the one of `read FILE --json`, and the one the reading process hands back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from checklists.policy import Term
from checklists.reading.document import ClauseUnits, Header, OfficialText, TextClause, TextFigure, TextSection
from checklists.reading.lines import Line
from checklists.reading.problems import Problem, ProblemKind
from models.vocabulary import Comparator, LeadRule, PolicyState

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file that was read: its structure, its lines, and the SHA-256 of its bytes."""

    text: OfficialText
    lines: tuple[Line, ...]
    digest: str


def content_of(text: OfficialText) -> Json:
    """Give what was read as the JSON values of product.md section 5."""
    header = text.header
    return {
        "title": header.title,
        "plan_title": header.plan_title,
        "doc_number": header.doc_number,
        "issuers": list(header.issuers),
        "issued_on": header.issued_on.isoformat() if header.issued_on else None,
        "state": header.state.value if header.state else None,
        "addressees": list(header.addressees),
        "sections": [asdict(section) for section in text.sections],
        "clauses": [_clause(clause) for clause in text.clauses],
        "indicators": [_figure(figure) for figure in text.figures],
        "glossary": [asdict(term) for term in text.glossary],
        "problems": [{"line": one.line, "kind": one.kind.value, "says": one.says} for one in text.problems],
    }


def packed(document: ReadDocument) -> bytes:
    """Write a document so that `unpacked` gives it again."""
    values = {
        "header": asdict(document.text.header),
        "sections": [asdict(section) for section in document.text.sections],
        "clauses": [asdict(clause) for clause in document.text.clauses],
        "figures": [asdict(figure) for figure in document.text.figures],
        "glossary": [asdict(term) for term in document.text.glossary],
        "problems": [asdict(problem) for problem in document.text.problems],
        "lead_rule": document.text.lead_rule.value,
        "lines": [asdict(line) for line in document.lines],
        "digest": document.digest,
    }
    return json.dumps(values, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def unpacked(content: bytes) -> ReadDocument:
    """Read what `packed` wrote."""
    values = json.loads(content.decode("utf-8", "surrogatepass"))
    text = OfficialText(
        header=_header(values["header"]),
        sections=tuple(TextSection(**one) for one in values["sections"]),
        clauses=tuple(_read_clause(one) for one in values["clauses"]),
        figures=tuple(_read_figure(one) for one in values["figures"]),
        glossary=tuple(Term(**one) for one in values["glossary"]),
        problems=tuple(Problem(**{**one, "kind": ProblemKind(one["kind"])}) for one in values["problems"]),
        lead_rule=LeadRule(values["lead_rule"]),
    )
    return ReadDocument(text, tuple(map(_line, values["lines"])), values["digest"])


def _clause(clause: TextClause) -> Json:
    units = {
        "lead": clause.units.lead,
        "participant": clause.units.participant,
        "responsible": clause.units.responsible,
    }
    return {
        "ref": clause.ref,
        "number": clause.number,
        "heading": clause.heading,
        "body": clause.body,
        "line": clause.line,
        "units": {role: list(names) for role, names in units.items()},
    }


def _figure(figure: TextFigure) -> Json:
    return {
        "clause": figure.clause,
        "name": figure.name,
        "comparator": figure.comparator.value,
        "value": _number(figure.value),
        "max": _number(figure.max),
        "unit": figure.unit,
        "deadline": figure.deadline,
        "anchor": figure.anchor,
        "line": figure.line,
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _header(values: Mapping[str, Any]) -> Header:
    day, state = values["issued_on"], values["state"]
    return Header(
        **{
            **values,
            "issuers": tuple(values["issuers"]),
            "addressees": tuple(values["addressees"]),
            "issued_on": date.fromisoformat(day) if day else None,
            "state": PolicyState(state) if state else None,
        }
    )


def _read_clause(values: Mapping[str, Any]) -> TextClause:
    units = ClauseUnits(**{role: tuple(names) for role, names in values["units"].items()})
    return TextClause(**{**values, "units": units})


def _read_figure(values: Mapping[str, Any]) -> TextFigure:
    numbers = {name: None if values[name] is None else Decimal(values[name]) for name in ("value", "max")}
    return TextFigure(**{**values, **numbers, "comparator": Comparator(values["comparator"])})


def _line(values: Mapping[str, Any]) -> Line:
    return Line(**{**values, "cells": tuple(values["cells"]), "bold": _spans(values["bold"])})


def _spans(values: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in values)
