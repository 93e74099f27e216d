"""Pieces of evidence, and the items they serve."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import AssessmentId, EvidenceId, EvidenceKind, ItemKey


class EvidenceRecord(Base):
    """One piece of evidence; `sha256` names its file and is empty for links and papers."""

    __tablename__ = "evidence"
    __table_args__ = (one_of("kind", EvidenceKind),)

    id: Mapped[EvidenceId] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[EvidenceKind] = mapped_column(WordText(EvidenceKind))
    name: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    whereabouts: Mapped[str]
    formed_on: Mapped[date | None]
    added_at: Mapped[datetime]
    added_by: Mapped[str]


class EvidenceLinkRecord(Base):
    """Evidence serving an item under a number; taken off it keeps its number, so no number comes twice."""

    __tablename__ = "evidence_links"
    __table_args__ = (UniqueConstraint("assessment_id", "item", "sequence"),)

    evidence_id: Mapped[EvidenceId] = mapped_column(ForeignKey("evidence.id", ondelete="RESTRICT"), primary_key=True)
    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    item: Mapped[ItemKey] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    attached: Mapped[bool]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
