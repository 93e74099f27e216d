"""What people write for an assessment's report, and how they want it made."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import AssessmentId, PassageName


def _assessment() -> Mapped[AssessmentId]:
    return mapped_column(ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True)


class PassageRecord(Base):
    """One part of the report as a person wrote it; without a text the program's draft stands."""

    __tablename__ = "passages"
    __table_args__ = (one_of("name", PassageName),)

    assessment_id: Mapped[AssessmentId] = _assessment()
    name: Mapped[PassageName] = mapped_column(WordText(PassageName), primary_key=True)
    text: Mapped[str | None]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class ReportSettingsRecord(Base):
    """How an assessment's report is made; `annexes` are their words, parted by blanks."""

    __tablename__ = "report_settings"

    assessment_id: Mapped[AssessmentId] = _assessment()
    authority: Mapped[str]
    principal: Mapped[str]
    annexes: Mapped[str]
    is_duplex: Mapped[bool]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
