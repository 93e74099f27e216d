"""What a policy revision consists of: sections, measures, units and check items."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import Addressee, ItemKey, MeasureKind, Modality, PolicyId, UnitRole


class SectionRecord(Base):
    """A section of a policy revision."""

    __tablename__ = "policy_sections"
    __table_args__ = (one_of("kind", MeasureKind),)

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str]
    heading: Mapped[str]
    kind: Mapped[MeasureKind] = mapped_column(WordText(MeasureKind))


class MeasureRecord(Base):
    """A measure of a policy revision."""

    __tablename__ = "policy_measures"
    __table_args__ = (one_of("kind", MeasureKind), UniqueConstraint("policy_id", "ref"))

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str]
    number: Mapped[str]
    section: Mapped[str]
    heading: Mapped[str]
    kind: Mapped[MeasureKind] = mapped_column(WordText(MeasureKind))


class UnitRecord(Base):
    """A unit that a measure names."""

    __tablename__ = "policy_units"
    __table_args__ = (one_of("role", UnitRole),)

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[str]
    name: Mapped[str]
    role: Mapped[UnitRole] = mapped_column(WordText(UnitRole))


class ItemRecord(Base):
    """A check item of a policy revision; lists are JSON arrays of text."""

    __tablename__ = "policy_items"
    __table_args__ = (
        one_of("addressee", Addressee),
        one_of("modality", Modality),
        UniqueConstraint("policy_id", "key"),
    )

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[ItemKey]
    measure: Mapped[str]
    text: Mapped[str]
    addressee: Mapped[Addressee] = mapped_column(WordText(Addressee))
    modality: Mapped[Modality] = mapped_column(WordText(Modality))
    types: Mapped[str]
    named: Mapped[str]
    method: Mapped[str]
    how: Mapped[str]
    evidence: Mapped[str]
    anchors: Mapped[str]
    deadline: Mapped[str]
    theme: Mapped[str]
