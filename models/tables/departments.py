"""The departments of a school; one that is given up is marked so and stays."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base
from models.vocabulary import DepartmentId, SchoolId


class DepartmentRecord(Base):
    """One department; `position` orders those of a school."""

    __tablename__ = "departments"

    id: Mapped[DepartmentId] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    school_id: Mapped[SchoolId] = mapped_column(ForeignKey("schools.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str]
    head: Mapped[str]
    contact: Mapped[str]
    position: Mapped[int]
    is_retired: Mapped[bool]
