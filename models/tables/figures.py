"""The figures a policy revision sets."""

from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import Comparator, IndicatorKey, ItemKey, Level, PolicyId, Scope


class IndicatorRecord(Base):
    """An indicator of a policy revision; the ratio's three words are empty together or not at all."""

    __tablename__ = "policy_indicators"
    __table_args__ = (
        one_of("comparator", Comparator),
        one_of("level", Level),
        one_of("scope", Scope),
        UniqueConstraint("policy_id", "key"),
    )

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[IndicatorKey]
    item: Mapped[ItemKey]
    measure: Mapped[str]
    name: Mapped[str]
    comparator: Mapped[Comparator] = mapped_column(WordText(Comparator))
    value: Mapped[Decimal | None]
    max: Mapped[Decimal | None]
    unit: Mapped[str]
    deadline: Mapped[str]
    frequency: Mapped[str]
    level: Mapped[Level] = mapped_column(WordText(Level))
    scope: Mapped[Scope] = mapped_column(WordText(Scope))
    anchor: Mapped[str]
    note: Mapped[str]
    ratio_part: Mapped[str]
    ratio_whole: Mapped[str]
    ratio_unit: Mapped[str]
