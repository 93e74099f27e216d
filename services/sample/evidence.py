"""The days, years and departments of a sample school's evidence: invented, and the same whenever they are made."""

from datetime import date, timedelta
from zlib import crc32

from models.vocabulary import AssessmentId, EvidenceKind
from services.checklist import Checklist
from services.evidence.register import PieceRow
from services.evidence.values import Particulars
from services.evidence.vault import EvidenceVault

_LASTING = ("协议", "合同", "章程", "规划", "方案", "制度", "办法")
_DAYS, _FIRST = 320, 12
_LASTS, _LAPSED = 3 * 365, 40


def date_evidence(vault: EvidenceVault, assessment: AssessmentId, checklist: Checklist, reported_on: date) -> None:
    """Write down what is said of every piece, in one step; a few are left undated, and one agreement has run out."""
    departments = {row.key: row.answer.department for row in checklist.items()}
    pieces = vault.register.pieces(assessment)
    expired = next((one.evidence.id for one in pieces if "协议" in one.evidence.name), None)
    said = {
        one.evidence.id: _said(
            one, departments[one.items[0]], reported_on, checklist.year, is_expired=one.evidence.id == expired
        )
        for one in pieces
        if crc32(one.evidence.number.encode()) % _FIRST
    }
    vault.register.amend(assessment, said)


def _said(piece: PieceRow, department: str, reported_on: date, year: int, *, is_expired: bool) -> Particulars:
    name = piece.evidence.name
    formed = reported_on - timedelta(days=5 + crc32(name.encode()) % _DAYS)
    if is_expired:
        formed -= timedelta(days=_LASTS)
        return Particulars(formed, reported_on - timedelta(days=_LAPSED), None, department)
    lasts = any(word in name for word in _LASTING) and piece.evidence.kind is EvidenceKind.FILE
    return Particulars(formed, formed + timedelta(days=_LASTS) if lasts else None, year, department)
