"""What a step did to findings, and the same as JSON values for the trail."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from models.vocabulary import EvidenceId, FindingNumber, FindingState, ItemKey, Outcome, RemedyKind
from services.findings.rows import Finding, Recognition, Remedy, Review, Round, SelfReport, finding_label
from services.rows import day

Json = dict[str, Any]
P = TypeVar("P", bound="FindingPart | RoundPart | FindingEvidencePart")


@dataclass(frozen=True, slots=True)
class FindingPart:
    """One finding went from one state to another; `item` is the one it was opened from."""

    finding: FindingNumber
    item: ItemKey | None
    before: Finding
    after: Finding

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return finding_label(self.finding)

    def inverted(self) -> "FindingPart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One round of progress was added, corrected or taken back."""

    finding: FindingNumber
    item: ItemKey | None
    round: int
    before: Round
    after: Round

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return finding_label(self.finding)

    def inverted(self) -> "RoundPart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class FindingEvidencePart:
    """One piece of evidence was added to a finding or taken off it; what it is stays in the trail, too."""

    finding: FindingNumber
    item: ItemKey | None
    round: int
    evidence: EvidenceId
    name: str
    before: bool
    after: bool
    sha256: str = ""
    whereabouts: str = ""

    @property
    def label(self) -> str:
        """Say the finding's number as people read it."""
        return finding_label(self.finding)

    def inverted(self) -> "FindingEvidencePart":
        """Turn the part around."""
        return replace(self, before=self.after, after=self.before)


FindingStep = FindingPart | RoundPart | FindingEvidencePart
KINDS = ("finding", "round", "finding_evidence")
_OF_EVIDENCE = ("round", "name", "before", "after", "sha256", "whereabouts")


def written(part: FindingStep, uuids: Mapping[EvidenceId, str]) -> Json:
    """Write a part down; evidence goes by its uuid, which holds in other workspaces, too."""
    match part:
        case FindingPart():
            values = {"before": _finding_values(part.before), "after": _finding_values(part.after)}
            return {"kind": "finding", **_whose(part), **values}
        case RoundPart():
            rounds = {"before": _round_values(part.before), "after": _round_values(part.after)}
            return {"kind": "round", **_whose(part), "round": part.round, **rounds}
        case FindingEvidencePart():
            content = {name: getattr(part, name) for name in _OF_EVIDENCE}
            return {"kind": "finding_evidence", **_whose(part), "evidence": uuids[part.evidence], **content}


def read(one: Json, ids: Mapping[str, EvidenceId]) -> FindingStep:
    """Read a part back."""
    finding, item = FindingNumber(one["finding"]), ItemKey(one["item"]) if one["item"] else None
    if one["kind"] == "finding":
        return FindingPart(finding, item, _finding(one["before"]), _finding(one["after"]))
    if one["kind"] == "round":
        return RoundPart(finding, item, one["round"], _round(one["before"]), _round(one["after"]))
    content = {name: one[name] for name in _OF_EVIDENCE}
    return FindingEvidencePart(finding, item, evidence=ids[one["evidence"]], **content)


def _whose(part: FindingStep) -> Json:
    return {"finding": part.finding, "item": part.item}


def _finding_values(some: Finding) -> Json:
    return {one.name: _plain(getattr(some, one.name)) for one in fields(some)}


def _round_values(some: Round) -> Json:
    return {one.name: _plain(getattr(some, one.name)) for one in fields(some)}


def _plain(value: Any) -> Any:
    if isinstance(value, Remedy | SelfReport | Review | Recognition):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value.isoformat() if hasattr(value, "isoformat") else value


def _finding(values: Json) -> Finding:
    made = {
        "state": FindingState(values["state"]),
        "remedy": _remedy(values["remedy"]),
        "report": _report(values["report"]),
        "review": _review(values["review"]),
        "recognition": _recognition(values["recognition"]),
        "closed_on": day(values["closed_on"]),
    }
    return Finding(**{**values, **made})


def _remedy(values: Json) -> Remedy:
    days = {name: day(values[name]) for name in ("found_on", "deadline")}
    return Remedy(**{**values, **days, "kind": RemedyKind(values["kind"])})


def _report(values: Json | None) -> SelfReport | None:
    return (
        None
        if values is None
        else SelfReport(**{**values, "outcome": Outcome(values["outcome"]), "on": day(values["on"])})
    )


def _review(values: Json | None) -> Review | None:
    return None if values is None else Review(**{**values, "on": day(values["on"])})


def _recognition(values: Json | None) -> Recognition | None:
    return (
        None
        if values is None
        else Recognition(**{**values, "outcome": Outcome(values["outcome"]), "on": day(values["on"])})
    )


def _round(values: Json) -> Round:
    return Round(**{**values, "on": day(values["on"])})
