"""Printed text as what a sheet counts with: figures as numbers, days as days, all else as it is."""

from datetime import date
from decimal import Decimal, InvalidOperation

from reports.sheets.cells import Value

_LONGEST_FIGURE = 15
"""Figures that a sheet's numbers keep exactly; longer ones stay text."""


def plain(text: str) -> Value:
    """Give a plain figure as a number; whatever else it is stays text."""
    bare = text.replace(",", "")
    if not bare.isascii() or not bare.replace(".", "", 1).isdigit() or len(bare) > _LONGEST_FIGURE:
        return text
    try:
        return Decimal(bare)
    except InvalidOperation:
        return text


def day(text: str) -> Value:
    """Give a printed day as a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
