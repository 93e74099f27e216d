"""The trail: what was changed, in a chain per assessment and one of the workspace itself."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base
from models.vocabulary import AssessmentId

_OF_NO_ASSESSMENT = text("assessment_id IS NULL")


class ChangeRecord(Base):
    """One committed step; rows are only ever added, each with the hash of the one before.

    Without an assessment it is of the workspace's own chain: schools, their figures, assessments started.
    """

    __tablename__ = "changes"
    __table_args__ = (
        UniqueConstraint("assessment_id", "seq"),
        Index("ix_changes_of_workspace", "seq", unique=True, sqlite_where=_OF_NO_ASSESSMENT),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[AssessmentId | None] = mapped_column(ForeignKey("assessments.id", ondelete="RESTRICT"))
    seq: Mapped[int]
    at: Mapped[datetime]
    who: Mapped[str]
    parts: Mapped[str]
    prev: Mapped[str]
    hash: Mapped[str]
