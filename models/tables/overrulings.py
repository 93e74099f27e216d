"""What people judge otherwise than the rules do; hung on the assessment and the indicator's key."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Judgement


class OverrulingRecord(Base):
    """A person's own judgement of one indicator with its reason; withdrawn, it has no judgement."""

    __tablename__ = "overrulings"
    __table_args__ = (one_of("judgement", Judgement),)

    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    indicator: Mapped[IndicatorKey] = mapped_column(primary_key=True)
    item: Mapped[ItemKey]
    judgement: Mapped[Judgement | None] = mapped_column(WordText(Judgement))
    reason: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
