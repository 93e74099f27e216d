"""The parts of a change as canonical JSON, the one form that the trail keeps and hashes."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from models.trail import canonical
from models.vocabulary import EvidenceId, Origin
from services.editions.parts import EditionPart
from services.evidence.values import NumberPart, ParticularsPart, VersionPart
from services.findings.parts import FindingEvidencePart, FindingPart, RoundPart
from services.frozen_values import plain, read
from services.reporting.parts import PassagePart, ReportSettingsPart
from services.trail.changes import AnswerPart, EvidencePart, OverrulingPart, Part, PieceStep, ReadingPart

Json = dict[str, Any]

KINDS: Mapping[str, type[Part]] = {
    "answer": AnswerPart,
    "reading": ReadingPart,
    "overruling": OverrulingPart,
    "evidence": EvidencePart,
    "particulars": ParticularsPart,
    "number": NumberPart,
    "version": VersionPart,
    "finding": FindingPart,
    "round": RoundPart,
    "finding_evidence": FindingEvidencePart,
    "passage": PassagePart,
    "report_settings": ReportSettingsPart,
    "edition": EditionPart,
}
"""What each kind of part is called in the trail, for ever; its fields are what is written of it."""

_NAMES = {kind: name for name, kind in KINDS.items()}
_LATER: Mapping[type[Part], tuple[str, object]] = {
    AnswerPart: ("needs_review", False),
    ReadingPart: ("origin", Origin.TYPED.value),
    EvidencePart: ("number", ""),
}
"""A field that the trail of the first days did not have: it is written only where it says more than this."""


def text_of(parts: Iterable[Part], uuids: Mapping[EvidenceId, str]) -> str:
    """Write parts down; evidence goes by its uuid, which holds in other workspaces, too."""
    return canonical([_written(part, uuids) for part in parts])


def parts_of(text: str, ids: Mapping[str, EvidenceId]) -> tuple[Part, ...]:
    """Read parts back; `ids` gives the evidence of each uuid."""
    return tuple(_read(one, ids) for one in json.loads(text))


def _written(part: Part, uuids: Mapping[EvidenceId, str]) -> Json:
    values: Json = {"kind": _NAMES[type(part)], **plain(part)}
    if isinstance(part, PieceStep):
        values["evidence"] = uuids[part.evidence]
    if type(part) in _LATER:
        _leave_out(values, *_LATER[type(part)])
    return values


def _leave_out(values: Json, name: str, unsaid: object) -> None:
    for one in (values, values["before"], values["after"]):
        if isinstance(one, dict) and one.get(name) == unsaid:
            del one[name]


def _read(one: Json, ids: Mapping[str, EvidenceId]) -> Part:
    named = {"evidence": ids[one["evidence"]]} if "evidence" in one else {}
    part: Part = read(KINDS[one["kind"]], one | named)
    return part
