"""What one assessment says of a piece of evidence: its number, its days, its newest file; and how schools number."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base
from models.vocabulary import AssessmentId, EvidenceId, SchoolId


class EvidenceParticularsRecord(Base):
    """The particulars of a piece in one assessment; `series` is its number without the sequence.

    `version` names the newest file: 0 is the one that the evidence's own row names.
    """

    __tablename__ = "evidence_particulars"
    __table_args__ = (
        UniqueConstraint("assessment_id", "number"),
        Index(None, "assessment_id", "series", "sequence"),
    )

    evidence_id: Mapped[EvidenceId] = mapped_column(ForeignKey("evidence.id", ondelete="RESTRICT"), primary_key=True)
    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    number: Mapped[str | None]
    series: Mapped[str]
    sequence: Mapped[int]
    formed_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    year: Mapped[int | None]
    department: Mapped[str]
    note: Mapped[str]
    taken_at: Mapped[str]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class EvidenceVersionRecord(Base):
    """A later file of a piece in one assessment; never rewritten."""

    __tablename__ = "evidence_versions"

    evidence_id: Mapped[EvidenceId] = mapped_column(ForeignKey("evidence.id", ondelete="RESTRICT"), primary_key=True)
    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    taken_at: Mapped[str]
    added_at: Mapped[datetime]
    added_by: Mapped[str]


class EvidencePatternRecord(Base):
    """The pattern by which a school numbers what it takes in from now on."""

    __tablename__ = "evidence_patterns"

    school_id: Mapped[SchoolId] = mapped_column(ForeignKey("schools.id", ondelete="RESTRICT"), primary_key=True)
    pattern: Mapped[str]
