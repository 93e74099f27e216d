"""Findings and how they are put right; a row that is not listed was opened and taken back."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import AssessmentId, EvidenceId, FindingNumber, FindingState, ItemKey, Outcome, RemedyKind


def _of_finding() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["assessment_id", "finding"], ["findings.assessment_id", "findings.number"], ondelete="RESTRICT"
    )


class FindingRecord(Base):
    """One shortfall and its remedy; its number is never given twice in an assessment."""

    __tablename__ = "findings"
    __table_args__ = (
        one_of("state", FindingState),
        one_of("kind", RemedyKind),
        one_of("reported", Outcome),
        one_of("recognised", Outcome),
    )

    assessment_id: Mapped[AssessmentId] = mapped_column(
        ForeignKey("assessments.id", ondelete="RESTRICT"), primary_key=True
    )
    number: Mapped[FindingNumber] = mapped_column(primary_key=True)
    item: Mapped[ItemKey | None]
    is_listed: Mapped[bool]
    state: Mapped[FindingState] = mapped_column(WordText(FindingState))
    problem: Mapped[str]
    basis: Mapped[str]
    cause: Mapped[str]
    measure: Mapped[str]
    kind: Mapped[RemedyKind] = mapped_column(WordText(RemedyKind))
    lead: Mapped[str]
    joint: Mapped[str]
    person: Mapped[str]
    found_on: Mapped[date | None]
    deadline: Mapped[date | None]
    reported: Mapped[Outcome | None] = mapped_column(WordText(Outcome))
    report_words: Mapped[str]
    reported_on: Mapped[date | None]
    is_passed: Mapped[bool | None]
    reviewed_by: Mapped[str]
    reviewed_on: Mapped[date | None]
    review_words: Mapped[str]
    recognised: Mapped[Outcome | None] = mapped_column(WordText(Outcome))
    recognised_by: Mapped[str]
    recognised_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    reason: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class RoundRecord(Base):
    """One round of progress with a finding."""

    __tablename__ = "finding_rounds"
    __table_args__ = (_of_finding(),)

    assessment_id: Mapped[AssessmentId] = mapped_column(primary_key=True)
    finding: Mapped[FindingNumber] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    is_listed: Mapped[bool]
    done_on: Mapped[date | None]
    percent: Mapped[int]
    words: Mapped[str]
    person: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class FindingEvidenceRecord(Base):
    """Evidence that a finding is put right, brought with a round of progress; 0 is before the first."""

    __tablename__ = "finding_evidence"
    __table_args__ = (_of_finding(),)

    assessment_id: Mapped[AssessmentId] = mapped_column(primary_key=True)
    finding: Mapped[FindingNumber] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[EvidenceId] = mapped_column(ForeignKey("evidence.id", ondelete="RESTRICT"), primary_key=True)
    attached: Mapped[bool]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
