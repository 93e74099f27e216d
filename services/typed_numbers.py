"""Numbers as people type them: 1,234 in narrow or wide digits, 46 人."""

import re
import unicodedata
from decimal import Decimal

_NUMBER = re.compile(r"[-−]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?")


class NotANumberError(ValueError):
    """What was typed is no number this program can keep."""


def number_of(text: str, unit: str = "") -> Decimal | None:
    """Read a number, its unit behind it allowed; None for nothing. Raises NotANumberError."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = plain.removesuffix(unicodedata.normalize("NFKC", unit)).strip() if unit else plain
    if not plain:
        return None
    plain = plain.replace("−", "-")
    if _NUMBER.fullmatch(plain) is None:
        raise NotANumberError(text)
    return Decimal(plain.replace(",", ""))
