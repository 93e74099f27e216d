"""Assessments with their counters and the head of their chain of changes."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base
from models.vocabulary import AssessmentId, PolicyId, SchoolId


class AssessmentRecord(Base):
    """One school, one policy revision, one year; the counters are of the items that bind the school."""

    __tablename__ = "assessments"
    __table_args__ = (UniqueConstraint("school_id", "slug", "year"),)

    id: Mapped[AssessmentId] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    school_id: Mapped[SchoolId] = mapped_column(ForeignKey("schools.id", ondelete="RESTRICT"))
    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), index=True)
    slug: Mapped[str]
    year: Mapped[int]
    started_on: Mapped[date]
    edited_at: Mapped[datetime]
    edited_no: Mapped[int]
    head_seq: Mapped[int]
    head_hash: Mapped[str]
    met: Mapped[int]
    partly_met: Mapped[int]
    not_met: Mapped[int]
    not_applicable: Mapped[int]
    unanswered: Mapped[int]
