"""Signs that turn the order of the text behind them, which no document of ours lets stand."""

import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (Unicode UAX 9): one that is not closed turns the rest of a cell or a line."""


def in_order(text: str) -> str:
    """Give a text without them; letters written from right to left need none to stand as they should."""
    return _TURNING.sub("", text)
