"""Which kind of department a duty is for: a telling theme says so, then the units that the policy names."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from checklists.policy import CheckItem, ResponsibleUnit
from models.vocabulary import UnitRole
from resources import resource

_LAST = {UnitRole.LEAD: 0, UnitRole.RESPONSIBLE: 1, UnitRole.PARTICIPANT: 2}
_EVERYWHERE = "教务处"
"""The kind whose unit, the education bureau, is named nearly everywhere: it decides only where no other unit does."""


class Ground(StrEnum):
    """What a suggestion rests on."""

    THEME = "theme"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of department; `instead` names the kind that does its work where a school has none.

    `themes` are its business whoever is named, `rest` where no unit that we know is.
    """

    name: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    themes: tuple[str, ...]
    rest: tuple[str, ...] = ()
    instead: str = ""
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A department for a duty, and what speaks for it: the item's theme, or a unit by name."""

    department: str
    ground: Ground
    named: str


@cache
def kinds() -> tuple[Kind, ...]:
    """Give all kinds we know."""
    text = resource("terms", "departments_zh_CN.toml").read_text(encoding="utf-8")
    return tuple(map(_kind, tomllib.loads(text)["kind"]))


def usual_names() -> tuple[str, ...]:
    """Name the departments that most schools have."""
    return tuple(kind.name for kind in kinds() if kind.is_usual)


def suggested(item: CheckItem, units: Iterable[ResponsibleUnit], departments: Sequence[str]) -> Suggestion | None:
    """Suggest one of a school's departments for an item, None where nothing speaks for any of them."""
    for kind, ground, named in _candidates(item, tuple(units)):
        department = _department_of(kind, departments)
        if department:
            return Suggestion(department, ground, named)
    return None


def _kind(table: dict[str, Any]) -> Kind:
    lists = {name: tuple(table.get(name, ())) for name in ("words", "units", "themes", "rest")}
    return Kind(table["name"], **lists, instead=table.get("instead", ""), is_usual=table.get("is_usual", False))


def _candidates(item: CheckItem, units: tuple[ResponsibleUnit, ...]) -> Iterator[tuple[Kind, Ground, str]]:
    yield from ((kind, Ground.THEME, item.theme) for kind in kinds() if item.theme in kind.themes)
    named = [(kind, unit.name) for unit in sorted(units, key=_rank) for kind in kinds() if _is_named(kind, unit)]
    yield from ((kind, Ground.UNIT, unit) for kind, unit in sorted(named, key=lambda one: one[0].name == _EVERYWHERE))
    yield from ((kind, Ground.THEME, item.theme) for kind in kinds() if item.theme in kind.rest)


def _rank(unit: ResponsibleUnit) -> int:
    return _LAST[unit.role]


def _is_named(kind: Kind, unit: ResponsibleUnit) -> bool:
    return any(word in unit.name for word in kind.units)


def _department_of(kind: Kind, departments: Sequence[str]) -> str:
    found = next((name for word in kind.words for name in departments if word in name), "")
    if found or not kind.instead:
        return found
    return _department_of(next(one for one in kinds() if one.name == kind.instead), departments)
