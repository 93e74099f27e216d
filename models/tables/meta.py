"""What the workspace knows of itself."""

from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base


class MetaRecord(Base):
    """One remembered particular of the workspace, such as which library file was read last."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
