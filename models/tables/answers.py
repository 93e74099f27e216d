"""What a school wrote; hung on the assessment and the item's key, on no row of a policy."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Origin, Status


class AnswerRecord(Base):
    """A school's answer to one check item."""

    __tablename__ = "answers"
    __table_args__ = (one_of("status", Status),)

    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    item: Mapped[ItemKey] = mapped_column(primary_key=True)
    status: Mapped[Status] = mapped_column(WordText(Status))
    note: Mapped[str]
    missing: Mapped[str]
    due: Mapped[date | None]
    reason: Mapped[str]
    department: Mapped[str]
    person: Mapped[str]
    needs_review: Mapped[bool]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class ReadingRecord(Base):
    """A school's measured value for one indicator."""

    __tablename__ = "readings"

    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    indicator: Mapped[IndicatorKey] = mapped_column(primary_key=True)
    item: Mapped[ItemKey]
    value: Mapped[Decimal | None]
    part: Mapped[Decimal | None]
    whole: Mapped[Decimal | None]
    as_of: Mapped[date | None]
    source: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    origin: Mapped[Origin] = mapped_column(
        WordText(Origin), CheckConstraint("origin IN ('typed', 'base')", name="origin"), server_default="typed"
    )
