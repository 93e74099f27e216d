"""The findings of a sample school, entered step by step as people would."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from models.vocabulary import AssessmentId, FindingNumber, ItemKey, Outcome, RemedyKind
from services.findings.findings import Findings, opened_number
from services.findings.rows import Recognition, Remedy, Review, Round
from services.sample.specimens import specimen


@dataclass(frozen=True, slots=True)
class SampleFinding:
    """A finding, its rounds of progress and how far it has come; without an item it was found elsewhere."""

    item: ItemKey | None
    remedy: Remedy
    rounds: tuple[Round, ...]
    evidence: tuple[str, ...]
    reported: str
    reviewed_by: str
    recognised_by: str
    is_closed: bool
    withdrawn: str


def finding_of(row: Mapping[str, Any]) -> SampleFinding:
    """Read a finding from its table."""
    said = {name: row.get(name, "") for name in ("problem", "basis", "cause", "measure", "lead", "joint", "person")}
    days = {"found_on": row["found_on"], "deadline": row["deadline"]}
    return SampleFinding(
        item=ItemKey(row["item"]) if "item" in row else None,
        remedy=Remedy(**said, **days, kind=RemedyKind(row["kind"])),
        rounds=tuple(Round(True, **one) for one in row.get("round", ())),
        evidence=tuple(row.get("evidence", ())),
        reported=row.get("reported", ""),
        reviewed_by=row.get("reviewed_by", ""),
        recognised_by=row.get("recognised_by", ""),
        is_closed=row.get("is_closed", False),
        withdrawn=row.get("withdrawn", ""),
    )


def enter_findings(findings: Findings, assessment: AssessmentId, sample: Iterable[SampleFinding], today: date) -> None:
    """Open them, go on with them as far as each has come."""
    for one in sample:
        number = _opened(findings, assessment, one)
        for done in one.rounds:
            assert done.on is not None
            words = {"words": done.words, "person": done.person}
            findings.add_round(assessment, number, on=done.on, percent=done.percent, **words)
        for name in one.evidence:
            findings.attach_bytes(assessment, number, specimen(one.item or "", name), name)
        _go_on(findings, assessment, number, one, today)


def _opened(findings: Findings, assessment: AssessmentId, one: SampleFinding) -> FindingNumber:
    if one.item is None:
        return opened_number(findings.open_by_hand(assessment, one.remedy))
    number = opened_number(findings.open_from(assessment, one.item))
    given = findings.row(assessment, number).remedy
    findings.amend(assessment, number, replace(one.remedy, basis=given.basis))
    return number


def _go_on(
    findings: Findings, assessment: AssessmentId, number: FindingNumber, one: SampleFinding, today: date
) -> None:
    if one.withdrawn:
        findings.withdraw(assessment, number, one.withdrawn)
    if one.reported:
        findings.report_result(assessment, number, Outcome.DONE, one.reported)
    if one.reviewed_by:
        findings.review(assessment, number, Review(True, one.reviewed_by, today))
    if one.recognised_by:
        findings.recognise(assessment, number, Recognition(Outcome.DONE, one.recognised_by, today))
    if one.is_closed:
        findings.close(assessment, number)
