"""What people put into cells, understood: a status, a day, a figure in its unit."""

import re
import tomllib
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from models.vocabulary import Status
from resources import resource, word
from services.intake.cells import Given
from services.typed_numbers import number_of

_DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?)?"
)
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WRITTEN_OUT = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
"""A number as programs write it, to the last of its digits."""

_FIRST_DAY = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""Days that Excel counts for 2000 to 2099."""


def status_of(given: Given) -> Status:
    """Understand a status; raises ValueError."""
    said = "".join(unicodedata.normalize("NFKC", given.text).split()).strip("。.、")
    found = _statuses().get(said)
    if given.kind == "formula" or found is None:
        raise ValueError(given.text)
    return found


def day_of(given: Given) -> date | None:
    """Understand a day, whichever way it was written; raises ValueError."""
    said = unicodedata.normalize("NFKC", given.text).strip()
    if given.kind == "day":
        return date.fromisoformat(said)
    if not said:
        return None
    if printed := (_DAY.fullmatch(said) or _RUN.fullmatch(said.removesuffix(".0"))):
        return date(*map(int, printed.groups()))
    if given.kind == "number" and Decimal(said) in _SERIALS:
        return _FIRST_DAY + timedelta(days=int(Decimal(said)))
    raise ValueError(given.text)


def figure_of(given: Given, unit: str) -> Decimal | None:
    """Understand a figure in the unit it is asked for, typed as it may be typed in the window; raises ValueError."""
    if given.kind == "percent":
        return _in_percent(given, unit)
    if given.kind in ("number", "text") and _WRITTEN_OUT.fullmatch(given.text):
        return Decimal(given.text)
    if given.kind == "text":
        return number_of(given.text, unit)
    raise ValueError(given.text)


def _in_percent(given: Given, unit: str) -> Decimal:
    """Take a number that the sheet shows in percent as it is shown."""
    if unicodedata.normalize("NFKC", unit) != "%" or not _WRITTEN_OUT.fullmatch(given.text):
        raise ValueError(given.text)
    return Decimal(given.text) * 100


@cache
def _statuses() -> dict[str, Status]:
    told = tomllib.loads(resource("terms", "sheets_zh_CN.toml").read_text(encoding="utf-8"))["status"]
    others = {said: Status(meant) for said, meant in told.items()}
    return others | {word(status): status for status in Status}
