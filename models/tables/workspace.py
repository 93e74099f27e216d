"""The workspace as a whole."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base


class WorkspaceRecord(Base):
    """The one row of the workspace itself: its uuid and the end of its own chain of changes."""

    __tablename__ = "workspace"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]
    head_seq: Mapped[int]
    head_hash: Mapped[str]
