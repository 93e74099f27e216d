"""What people put into cells, understood: a status, a day, a figure in its unit."""

import re
import tomllib
import unicodedata
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache

from models.vocabulary import Status
from resources import resource, word
from services.intake.cells import Given

_DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?)?"
)
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIGURE = re.compile(r"([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(.*)", re.DOTALL)
_FIRST_DAY = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""Days that Excel counts for 2000 to 2099."""

_TIMES = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}


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
    """Understand a figure in the unit it is asked for; raises ValueError."""
    if given.kind == "percent":
        return _in_percent(given, unit)
    said = "".join(unicodedata.normalize("NFKC", given.text).split()).replace(",", "").replace("，", "")
    if not said:
        return None
    printed = _FIGURE.fullmatch(said)
    if given.kind in ("day", "formula") or printed is None:
        raise ValueError(given.text)
    return _decimal(printed[1]) * _factor(printed[2], unit)


def _in_percent(given: Given, unit: str) -> Decimal:
    """Take a number that the sheet shows in percent as it is shown."""
    if unicodedata.normalize("NFKC", unit) != "%":
        raise ValueError(given.text)
    return _decimal(given.text) * 100


def _factor(tail: str, unit: str) -> Decimal:
    """Say by how much a written unit goes beyond the one asked for."""
    unit = "".join(unicodedata.normalize("NFKC", unit).split())
    if tail in ("", unit):
        return Decimal(1)
    for sign, times in _TIMES.items():
        if tail in (sign + unit, sign) and not unit.startswith(sign):
            return Decimal(times)
        if unit == sign + tail and tail:
            return 1 / Decimal(times)
    raise ValueError(tail)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as refusal:
        raise ValueError(text) from refusal


@cache
def _statuses() -> dict[str, Status]:
    told = tomllib.loads(resource("terms", "sheets_zh_CN.toml").read_text(encoding="utf-8"))["status"]
    others = {said: Status(meant) for said, meant in told.items()}
    return others | {word(status): status for status in Status}
