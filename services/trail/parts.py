"""The parts of a change as canonical JSON, the one form that the trail keeps and hashes."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from models.trail import canonical
from models.vocabulary import EvidenceId, IndicatorKey, ItemKey, Judgement, Origin, Status
from services.checklist import Answer
from services.editions import parts as edition_parts
from services.editions.parts import EditionPart
from services.evidence import trail as evidence_trail
from services.evidence.values import NumberPart, ParticularsPart, VersionPart
from services.findings import parts as finding_parts
from services.findings.parts import FindingEvidencePart, FindingPart, RoundPart
from services.judging import Overruling, Reading
from services.reporting import parts as report_parts
from services.reporting.parts import PassagePart, ReportSettingsPart
from services.rows import answer_values, day, figure, overruling_values, reading_values
from services.trail.changes import AnswerPart, EvidencePart, OverrulingPart, Part, ReadingPart

Json = dict[str, Any]
_OF_EVIDENCE = ("name", "before", "after", "sha256", "whereabouts")


def text_of(parts: Iterable[Part], uuids: Mapping[EvidenceId, str]) -> str:
    """Write parts down; evidence goes by its uuid, which holds in other workspaces, too."""
    written = [_written(part, uuids) for part in parts]
    return canonical(written)


def parts_of(text: str, ids: Mapping[str, EvidenceId]) -> tuple[Part, ...]:
    """Read parts back; `ids` gives the evidence of each uuid."""
    return tuple(_READERS[one["kind"]](one, ids) for one in json.loads(text))


def _written(part: Part, uuids: Mapping[EvidenceId, str]) -> Json:
    match part:
        case AnswerPart(item, before, after):
            return {"kind": "answer", "item": item, "before": _answer_values(before), "after": _answer_values(after)}
        case ReadingPart(item, indicator, before, after):
            values = {"before": _reading_values(before), "after": _reading_values(after)}
            return {"kind": "reading", "item": item, "indicator": indicator, **values}
        case OverrulingPart(item, indicator, earlier, later):
            said = {"before": overruling_values(earlier), "after": overruling_values(later)}
            return {"kind": "overruling", "item": item, "indicator": indicator, **said}
        case EvidencePart():
            values = {name: getattr(part, name) for name in _OF_EVIDENCE} | _number_of(part)
            return {"kind": "evidence", "item": part.item, "evidence": uuids[part.evidence], **values}
        case ParticularsPart() | NumberPart() | VersionPart():
            return evidence_trail.written(part, uuids[part.evidence])
        case FindingPart() | RoundPart() | FindingEvidencePart():
            return finding_parts.written(part, uuids)
        case PassagePart() | ReportSettingsPart():
            return report_parts.written(part)
        case EditionPart():
            return edition_parts.written(part)


def _answer_part(one: Json, _ids: Mapping[str, EvidenceId]) -> Part:
    return AnswerPart(ItemKey(one["item"]), _answer(one["before"]), _answer(one["after"]))


def _reading_part(one: Json, _ids: Mapping[str, EvidenceId]) -> Part:
    item, indicator = ItemKey(one["item"]), IndicatorKey(one["indicator"])
    return ReadingPart(item, indicator, _reading(one["before"]), _reading(one["after"]))


def _overruling_part(one: Json, _ids: Mapping[str, EvidenceId]) -> Part:
    item, indicator = ItemKey(one["item"]), IndicatorKey(one["indicator"])
    return OverrulingPart(item, indicator, _overruling(one["before"]), _overruling(one["after"]))


def _evidence_part(one: Json, ids: Mapping[str, EvidenceId]) -> Part:
    content = {name: one[name] for name in _OF_EVIDENCE}
    return EvidencePart(ItemKey(one["item"]), ids[one["evidence"]], **content, number=one.get("number", ""))


def _number_of(part: EvidencePart) -> Json:
    """Give the number where it is written down; pieces of the first days have it by their item alone."""
    return {"number": part.number} if part.number else {}


_READERS: dict[str, Callable[[Json, Mapping[str, EvidenceId]], Part]] = {
    "answer": _answer_part,
    "reading": _reading_part,
    "overruling": _overruling_part,
    "evidence": _evidence_part,
    **evidence_trail.READERS,
    **dict.fromkeys(finding_parts.KINDS, finding_parts.read),
    **dict.fromkeys(report_parts.KINDS, report_parts.read),
    **dict.fromkeys(edition_parts.KINDS, edition_parts.read),
}


def _answer(values: Json) -> Answer:
    return Answer(**{**values, "status": Status(values["status"]), "due": day(values["due"])})


def _answer_values(some: Answer) -> Json:
    """Write an answer out; that it needs a review stands there only where it does."""
    values: Json = {**answer_values(some)}
    return values | {"needs_review": True} if values.pop("needs_review") else values


def _reading(values: Json) -> Reading:
    value, part, whole = (figure(values[name]) for name in ("value", "part", "whole"))
    origin = Origin(values.get("origin", Origin.TYPED))
    return Reading(value, part, whole, day(values["as_of"]), values["source"], origin)


def _reading_values(some: Reading) -> Json:
    """Write a reading out; that it was taken from the base data stands there only where it was."""
    values: Json = {**reading_values(some)}
    if some.origin is Origin.TYPED:
        del values["origin"]
    return values


def _overruling(values: Json) -> Overruling:
    judgement = values["judgement"]
    return Overruling(Judgement(judgement) if judgement else None, values["reason"])
