"""The base data of a school as a closed list of named figures, and the ratios worked out from them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from checklists.fields import Fields

_FILE = Path(__file__).parent / "library" / "base_figures.toml"


class FigureKind(StrEnum):
    """What a figure is, which says what it may look like."""

    COUNT = "count"
    AREA = "area"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class BaseFigure:
    """One figure a school enters once a year, known for ever by its name; `within` names what it is a part of."""

    name: str
    group: str
    unit: str
    kind: FigureKind
    meaning: str
    also: tuple[str, ...] = ()
    within: str = ""
    is_yearly: bool = False


@dataclass(frozen=True, slots=True)
class BaseRatio:
    """A figure worked out from two others, `part` ÷ `whole` × `per`, in `unit`; 1: stands before its value."""

    name: str
    part: str
    whole: str
    unit: str
    per: Decimal = Decimal(1)


@cache
def base_figures() -> Mapping[str, BaseFigure]:
    """Give all figures by name, in the order they are entered."""
    figures = map(_figure, _tables("figure"))
    return {figure.name: figure for figure in figures}


@cache
def base_ratios() -> tuple[BaseRatio, ...]:
    """Give all ratios in their order."""
    return tuple(map(_ratio, _tables("ratio")))


def name_of(name: str) -> str:
    """Give the one name of a figure that may be called otherwise; a figure of the school's own keeps its name."""
    return _names().get(name, name)


@cache
def _names() -> Mapping[str, str]:
    return {other: figure.name for figure in base_figures().values() for other in figure.also}


def _tables(noun: str) -> list[Fields]:
    with _FILE.open("rb") as file:
        listed = tomllib.load(file)[noun]
    return [Fields(table, _FILE, f"{noun} {place}") for place, table in enumerate(listed, start=1)]


def _figure(fields: Fields) -> BaseFigure:
    fields.only("name", "group", "unit", "kind", "also", "within", "yearly", "meaning")
    return BaseFigure(
        name=fields.text("name"),
        group=fields.text("group"),
        unit=fields.text("unit"),
        kind=fields.word("kind", FigureKind),
        meaning=fields.text("meaning"),
        also=fields.texts("also"),
        within=fields.text_if_any("within"),
        is_yearly=fields.has("yearly") and fields.flag("yearly"),
    )


def _ratio(fields: Fields) -> BaseRatio:
    fields.only("name", "part", "whole", "unit", "per")
    per = Decimal(fields.whole("per")) if fields.has("per") else Decimal(1)
    return BaseRatio(fields.text("name"), fields.text("part"), fields.text("whole"), fields.text("unit"), per)
