"""Findings gathered in a few queries, however many there are."""

from collections import defaultdict
from datetime import date

from models import compiled
from models.lines import EvidenceLine, FindingEvidenceLine, FindingLine, RoundLine
from models.vocabulary import AssessmentId, FindingNumber
from models.work import Work
from services import rows
from services.findings import lines as finding_lines
from services.findings.prefill import suggested_evidence
from services.findings.rows import FindingEvidenceRow, FindingRow, RoundRow
from services.sheets import Sheet
from services.stamps import moment, written

Numbers = dict[int, str]


def gather_findings(work: Work, assessment: AssessmentId, sheet: Sheet, today: date) -> tuple[FindingRow, ...]:
    """Gather all findings of an assessment by their numbers."""
    rounds, evidence = defaultdict(list), defaultdict(list)
    for line in work.all(compiled.ROUNDS, assessment_id=assessment):
        rounds[line.finding].append(line)
    for piece in work.all(compiled.FINDING_EVIDENCE, assessment_id=assessment):
        evidence[piece.finding].append(piece)
    numbers = _numbers(work.all(compiled.EVIDENCE, assessment_id=assessment)) if evidence else {}
    return tuple(
        _row(line, rounds[line.number], _pieces(evidence[line.number], numbers), sheet, today)
        for line in work.all(compiled.FINDINGS, assessment_id=assessment)
        if line.is_listed
    )


def gathered_finding(
    work: Work, assessment: AssessmentId, sheet: Sheet, today: date, number: FindingNumber
) -> FindingRow:
    """Gather one."""
    key = {"assessment_id": assessment, "finding": number}
    line = work.one(compiled.FINDING, **key)
    items = work.all(compiled.EVIDENCE_OF_ITEM, assessment_id=assessment, item=line.item) if line.item else []
    evidence = _pieces(work.all(compiled.EVIDENCE_OF_FINDING, **key), _numbers(items))
    return _row(line, work.all(compiled.ROUNDS_OF_FINDING, **key), evidence, sheet, today)


def _row(
    line: FindingLine, rounds: list[RoundLine], evidence: tuple[FindingEvidenceRow, ...], sheet: Sheet, today: date
) -> FindingRow:
    item = finding_lines.item_of(line)
    return FindingRow(
        number=FindingNumber(line.number),
        item=item,
        finding=finding_lines.finding(line),
        rounds=tuple(_round(one, evidence) for one in rounds if one.is_listed),
        evidence=evidence,
        suggested=suggested_evidence(sheet.items.get(item) if item else None),
        today=today,
        changed_at=moment(line.changed_at),
        changed_by=written(line.changed_by),
    )


def _round(line: RoundLine, evidence: tuple[FindingEvidenceRow, ...]) -> RoundRow:
    brought = tuple(piece for piece in evidence if piece.round == line.number)
    return RoundRow(line.number, finding_lines.round_of(line), brought)


def _pieces(lines: list[FindingEvidenceLine], numbers: Numbers) -> tuple[FindingEvidenceRow, ...]:
    return tuple(finding_lines.evidence_row(one, numbers.get(one.evidence_id, "")) for one in lines if one.attached)


def _numbers(lines: list[EvidenceLine]) -> Numbers:
    return {line.id: rows.evidence_number(line) for line in lines}
