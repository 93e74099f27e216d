"""What is asked of findings, their rounds of progress and their evidence."""

from sqlalchemy import bindparam, func, select

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, ask, replace

_FINDINGS = ask(lines.FindingLine, t.FindingRecord).where(t.FindingRecord.assessment_id == OF_ASSESSMENT)
FINDINGS: Asked = (lines.FindingLine, _FINDINGS.order_by(t.FindingRecord.number))
FINDINGS_OF_ITEM: Asked = (
    lines.FindingLine,
    _FINDINGS.where(t.FindingRecord.item == bindparam("item")).order_by(t.FindingRecord.number),
)
FINDING: Asked = (lines.FindingLine, _FINDINGS.where(t.FindingRecord.number == bindparam("finding")))
NEXT_FINDING: Asked = (
    lines.NumberLine,
    select(func.coalesce(func.max(t.FindingRecord.number), 0) + 1).where(
        t.FindingRecord.assessment_id == OF_ASSESSMENT
    ),
)
PUT_FINDING: Done = replace(t.FindingRecord, "assessment_id", "number")

_ROUNDS = ask(lines.RoundLine, t.RoundRecord).where(t.RoundRecord.assessment_id == OF_ASSESSMENT)
ROUNDS: Asked = (lines.RoundLine, _ROUNDS.order_by(t.RoundRecord.finding, t.RoundRecord.number))
ROUNDS_OF_FINDING: Asked = (
    lines.RoundLine,
    _ROUNDS.where(t.RoundRecord.finding == bindparam("finding")).order_by(t.RoundRecord.number),
)
PUT_ROUND: Done = replace(t.RoundRecord, "assessment_id", "finding", "number")

_EVIDENCE = (
    ask(lines.FindingEvidenceLine, t.FindingEvidenceRecord, t.EvidenceRecord)
    .join_from(t.FindingEvidenceRecord, t.EvidenceRecord, t.FindingEvidenceRecord.evidence_id == t.EvidenceRecord.id)
    .where(t.FindingEvidenceRecord.assessment_id == OF_ASSESSMENT)
)
_IN_ORDER = (t.FindingEvidenceRecord.finding, t.FindingEvidenceRecord.round, t.FindingEvidenceRecord.evidence_id)
FINDING_EVIDENCE: Asked = (lines.FindingEvidenceLine, _EVIDENCE.order_by(*_IN_ORDER))
EVIDENCE_OF_FINDING: Asked = (
    lines.FindingEvidenceLine,
    _EVIDENCE.where(t.FindingEvidenceRecord.finding == bindparam("finding")).order_by(*_IN_ORDER),
)
PUT_FINDING_EVIDENCE: Done = replace(t.FindingEvidenceRecord, "assessment_id", "finding", "round", "evidence_id")
