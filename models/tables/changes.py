"""The trail: what was changed, in a chain per assessment."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base
from models.vocabulary import AssessmentId


class ChangeRecord(Base):
    """One committed step; rows are only ever added, each with the hash of the one before."""

    __tablename__ = "changes"
    __table_args__ = (UniqueConstraint("assessment_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[AssessmentId] = mapped_column(ForeignKey("assessments.id", ondelete="RESTRICT"))
    seq: Mapped[int]
    at: Mapped[datetime]
    who: Mapped[str]
    parts: Mapped[str]
    prev: Mapped[str]
    hash: Mapped[str]
