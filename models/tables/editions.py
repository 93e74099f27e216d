"""Editions: assessments as they were frozen to be signed."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import AssessmentId, EditionState


class EditionRecord(Base):
    """A frozen edition; only its state, the reason and the signed scan ever change.

    `seq` is the place of its freezing in the assessment's trail, `signers` and `snapshot` are as the snapshot has them.
    `paper_…` names the report as it was printed then, a file beside the evidence; `paper_missing` is what no font had.
    """

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("assessment_id", "number"), one_of("state", EditionState))

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[AssessmentId] = mapped_column(ForeignKey("assessments.id", ondelete="RESTRICT"))
    number: Mapped[int]
    seq: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(index=True)
    snapshot: Mapped[bytes] = mapped_column(LargeBinary())
    paper_sha256: Mapped[str]
    paper_name: Mapped[str]
    paper_missing: Mapped[str]
    paper_size: Mapped[int]
    paper_pages: Mapped[int]
    signers: Mapped[str]
    frozen_at: Mapped[str]
    frozen_by: Mapped[str]
    state: Mapped[EditionState] = mapped_column(WordText(EditionState))
    reason: Mapped[str]
    scan_sha256: Mapped[str]
    scan_name: Mapped[str]
    scan_size: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
