"""Widths of columns that share their room by what stands in them, the same on paper and in documents."""

from collections.abc import Iterable
from math import ceil

from reports.content.ledger import LedgerLine

_NUMBER, _ITEM, _KIND, _WHO, _DEADLINE, _CLOSED = 11.0, 13.0, 18.5, 22.0, 23.0, 23.0
_SHARES = ((39.5, 51.5, 23.5), (37.0, 45.0, 32.5), (34.0, 40.0, 40.5), (42.0, 36.0, 36.5), (30.0, 48.0, 36.5))
"""Problem, measure and progress: paper.md's own first, then others where progress or measures are told at length."""
_PADDING, _HAN = 2.8, 3.704
"""Millimetres: the room around a cell's text, and a character of 10.5 points."""


def ledger_columns(lines: Iterable[LedgerLine]) -> tuple[float, ...]:
    """Give the ledger's columns so that its rows are lowest, all in all 225 wide."""
    told = [(line.problem, line.measure, line.progress) for line in lines]
    problem, measure, progress = min(_SHARES, key=lambda shares: sum(_lines(texts, shares) for texts in told))
    return (_NUMBER, _ITEM, problem, measure, _KIND, _WHO, _DEADLINE, progress, _CLOSED)


def _lines(texts: tuple[str, ...], widths: tuple[float, ...]) -> int:
    return max(_count(text, (width - _PADDING) / _HAN) for text, width in zip(texts, widths, strict=True))


def _count(text: str, measure: float) -> int:
    return sum(max(1, ceil(_characters(part) / measure)) for part in text.split("\n"))


def _characters(text: str) -> float:
    """Count characters, two Latin ones as one."""
    return sum(0.5 if char < "\u2000" else 1.0 for char in text)
