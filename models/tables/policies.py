"""Policy documents by revision, their glossary and their damaged places."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import LeadRule, PolicyId, PolicyState


class PolicyRecord(Base):
    """One revision of a policy; never rewritten, a new revision is a new row."""

    __tablename__ = "policies"
    __table_args__ = (one_of("state", PolicyState), one_of("lead_rule", LeadRule))

    id: Mapped[PolicyId] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(index=True)
    revision: Mapped[int]
    digest: Mapped[str] = mapped_column(unique=True)
    city: Mapped[str]
    title: Mapped[str]
    doc_number: Mapped[str]
    issuer: Mapped[str]
    issued_on: Mapped[date | None]
    state: Mapped[PolicyState] = mapped_column(WordText(PolicyState))
    period: Mapped[str]
    lead_rule: Mapped[LeadRule] = mapped_column(WordText(LeadRule))
    measures: Mapped[int]
    items: Mapped[int]
    indicators: Mapped[int]
    shelved_at: Mapped[datetime]


class TermRecord(Base):
    """A word the policy explains."""

    __tablename__ = "policy_terms"

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str]
    meaning: Mapped[str]


class NoiseRecord(Base):
    """A damaged place of the text in hand."""

    __tablename__ = "policy_notes"

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str]
    anchor: Mapped[str]
    says: Mapped[str]


class IdleNumeralRecord(Base):
    """A numeral that sets no target."""

    __tablename__ = "policy_idle_numerals"

    policy_id: Mapped[PolicyId] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str]
    anchor: Mapped[str]
    why: Mapped[str]
