"""How words, figures and times are kept in columns."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Dialect, Integer, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

from models.vocabulary import (
    AssessmentId,
    DepartmentId,
    EvidenceId,
    FindingNumber,
    IndicatorKey,
    ItemKey,
    PolicyId,
    SchoolId,
)


class DecimalText(TypeDecorator[Decimal]):
    """A decimal as the text it was written as: no figure is ever rounded by its column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the figure down."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read the figure back."""
        return None if value is None else Decimal(value)


class DayText(TypeDecorator[date]):
    """A day as YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the day down."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        """Read the day back."""
        return None if value is None else date.fromisoformat(value)


class UtcText(TypeDecorator[datetime]):
    """A moment in UTC, with its offset."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the moment down."""
        return None if value is None else value.astimezone(UTC).isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read the moment back."""
        return None if value is None else datetime.fromisoformat(value)


class WordText(TypeDecorator[StrEnum]):
    """One word of a closed set, as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the word down."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """Read the word back."""
        return None if value is None else self.words(value)


def one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """Let a column hold nothing but these words."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Base(DeclarativeBase):
    """What all mapped classes share."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        PolicyId: Integer(),
        SchoolId: Integer(),
        AssessmentId: Integer(),
        EvidenceId: Integer(),
        DepartmentId: Integer(),
        FindingNumber: Integer(),
        ItemKey: Text(),
        IndicatorKey: Text(),
        str: Text(),
        Decimal: DecimalText(),
        date: DayText(),
        datetime: UtcText(),
    }
