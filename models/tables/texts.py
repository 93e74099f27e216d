"""Official texts that a user read in."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base


class TextRecord(Base):
    """An official text as it was read for a policy; never rewritten, a newer copy is a new row."""

    __tablename__ = "texts"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    digest: Mapped[str]
    lines: Mapped[str]
    kept_at: Mapped[datetime]
    kept_by: Mapped[str]
