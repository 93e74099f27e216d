"""What people typed, made fit to keep: any text but an endless one."""

from services.errors import TextTooLongError

LIMIT = 100_000
"""The longest text of one field, in characters."""


def checked(text: str) -> str:
    """Give the text back, lone surrogates replaced as no file can hold them; raises TextTooLongError."""
    if len(text) > LIMIT:
        raise TextTooLongError(LIMIT)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
