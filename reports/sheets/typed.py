"""Printed text as what a sheet counts with: figures as numbers, days as days, all else as it is."""

from datetime import date
from decimal import Decimal, InvalidOperation

from reports.sheets.cells import Share, Value
from reports.wording import say

_LONGEST_FIGURE = 15
"""Figures that a sheet's numbers keep exactly; longer ones stay text."""


def plain(text: str) -> Value:
    """Give a plain figure as a number; whatever else it is stays text."""
    bare = text.replace(",", "")
    if not bare.isascii() or not bare.removeprefix("-").replace(".", "", 1).isdigit() or len(bare) > _LONGEST_FIGURE:
        return text
    try:
        return Decimal(bare)
    except InvalidOperation:
        return text


def day(text: str) -> Value:
    """Give a printed day as a day, and none as an empty cell, which a filter of days knows."""
    if text == say("label.dash"):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def share(text: str) -> Value:
    """Give a printed percentage as a share."""
    figure = plain(text.removesuffix("%")) if text.endswith("%") else text
    return Share(figure) if isinstance(figure, Decimal) else text


def number(text: str) -> Value:
    """Give a printed number of a clause, 3 or 10, as one to sort by; any other number stays text."""
    return int(text) if text.isascii() and text.isdecimal() else text
