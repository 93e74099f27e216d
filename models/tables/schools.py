"""Schools and their base figures by year."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, WordText, one_of
from models.vocabulary import Ownership, SchoolId, SchoolType


class SchoolRecord(Base):
    """A school; `uuid` is what packages and a bureau know it by."""

    __tablename__ = "schools"
    __table_args__ = (one_of("type", SchoolType), one_of("ownership", Ownership))

    id: Mapped[SchoolId] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    type: Mapped[SchoolType] = mapped_column(WordText(SchoolType))
    ownership: Mapped[Ownership] = mapped_column(WordText(Ownership))
    place: Mapped[str]
    registered_at: Mapped[datetime]


class FactRecord(Base):
    """One base figure of a school in one year."""

    __tablename__ = "school_facts"

    school_id: Mapped[SchoolId] = mapped_column(ForeignKey("schools.id", ondelete="RESTRICT"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    value: Mapped[str]
    unit: Mapped[str]
    as_of: Mapped[date | None]
    source: Mapped[str]
