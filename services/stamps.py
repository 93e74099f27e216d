"""When and by whom a row was written, read so that nobody's tampering with it keeps the rest from being read."""

from datetime import UTC, datetime

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a moment that cannot be read."""


def moment(text: str) -> datetime:
    """Read a moment; UNKNOWN for what is none, or has no offset, as we never write such."""
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:  # Windows fails at asking when years long gone were here
            return UNKNOWN
        found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return UNKNOWN
    return found


def written(text: str) -> str:
    """Read a text; "" for what is none."""
    return text if isinstance(text, str) else ""
