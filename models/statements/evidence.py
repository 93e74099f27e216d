"""What is asked of the evidence."""

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, add, ask, change

_LINKED = ask(lines.EvidenceLine, t.EvidenceRecord, t.EvidenceLinkRecord).join_from(
    t.EvidenceRecord, t.EvidenceLinkRecord, t.EvidenceLinkRecord.evidence_id == t.EvidenceRecord.id
)
_IN_ORDER = (t.EvidenceLinkRecord.item, t.EvidenceLinkRecord.sequence)
EVIDENCE: Asked = (
    lines.EvidenceLine,
    _LINKED.where(t.EvidenceLinkRecord.assessment_id == OF_ASSESSMENT).order_by(*_IN_ORDER),
)
EVIDENCE_OF_ITEM: Asked = (
    lines.EvidenceLine,
    _LINKED.where(
        t.EvidenceLinkRecord.assessment_id == OF_ASSESSMENT, t.EvidenceLinkRecord.item == bindparam("item")
    ).order_by(*_IN_ORDER),
)
EVIDENCE_LINKS: Asked = (
    lines.EvidenceLine,
    _LINKED.where(t.EvidenceRecord.id == bindparam("evidence_id")).order_by(*_IN_ORDER),
)
NEXT_SEQUENCE: Asked = (
    lines.NumberLine,
    select(func.coalesce(func.max(t.EvidenceLinkRecord.sequence), 0) + 1).where(
        t.EvidenceLinkRecord.assessment_id == OF_ASSESSMENT, t.EvidenceLinkRecord.item == bindparam("item")
    ),
)
BLOBS: Asked = (
    lines.BlobLine,
    select(t.EvidenceRecord.sha256, func.max(t.EvidenceRecord.size), func.min(t.EvidenceRecord.name))
    .where(t.EvidenceRecord.sha256 != "")
    .group_by(t.EvidenceRecord.sha256)
    .order_by(t.EvidenceRecord.sha256),
)
ADD_EVIDENCE: Done = add(t.EvidenceRecord)
ADD_EVIDENCE_LINK: Done = insert(t.EvidenceLinkRecord)
SWITCH_EVIDENCE_LINK: Done = change(t.EvidenceLinkRecord, "attached", "changed_at", "changed_by").where(
    t.EvidenceLinkRecord.evidence_id == bindparam("evidence_id"),
    t.EvidenceLinkRecord.assessment_id == OF_ASSESSMENT,
    t.EvidenceLinkRecord.item == bindparam("item"),
)
