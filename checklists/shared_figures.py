"""Which figures of different policies count the same thing."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from models.vocabulary import IndicatorKey

FigurePlace = tuple[str, IndicatorKey]
"""A policy's slug and the key of one of its indicators."""

_FILE = Path(__file__).parent / "library" / "shared_figures.toml"


@cache
def shared_figures() -> Mapping[str, tuple[FigurePlace, ...]]:
    """Give every figure that several cities set, in our words, with where each of them sets it."""
    named = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType({name: tuple(map(_place, places)) for name, places in named.items()})


def _place(words: str) -> FigurePlace:
    slug, key = words.split()
    return slug, IndicatorKey(key)
