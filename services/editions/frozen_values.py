"""Frozen values as plain JSON values and back, by their own type hints."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

_MODULES = (
    "checklists.policy",
    "models.vocabulary",
    "services.judging",
    "services.evidence.values",
    "services.editions.values",
    "services.checklist",
    "services.evidence.register",
    "services.findings.rows",
    "services.reporting.parts",
    "services.intake.form",
)
"""Where the types of frozen values are defined; their own modules may name them for the type checker alone."""

_PLAIN = (str, int, bool, type(None))


def plain(value: object) -> Any:
    """Write a value in strings, whole numbers, lists and maps; figures and days as the text they read."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, _PLAIN):
        return value
    raise TypeError(type(value))


def read(kind: Any, value: Any) -> Any:
    """Read a value of this type back; a field that the text does not have takes its default."""
    origin = typing.get_origin(kind)
    if kind is Any or kind is object:
        return value
    if hasattr(kind, "__supertype__"):
        return read(kind.__supertype__, value)
    if origin in (types.UnionType, typing.Union):
        return _read_one_of(typing.get_args(kind), value)
    if origin is tuple:
        return _read_tuple(typing.get_args(kind), value)
    if origin is not None and issubclass(origin, Mapping):
        key, one = typing.get_args(kind)
        return {read(key, name): read(one, said) for name, said in value.items()}
    return _read_single(kind, value)


def _read_single(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        made: Any = kind
        return made(**{name: read(hints[name], value[name]) for name in hints if name in value})
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(value)
    if issubclass(kind, Enum | Decimal):
        return kind(value)
    return value


def _read_one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    """Read an optional value; unions of more than one kind besides None are not frozen."""
    if value is None:
        return None
    (kind,) = (one for one in kinds if one is not type(None))
    return read(kind, value)


def _read_tuple(kinds: tuple[Any, ...], value: Any) -> Any:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(read(kinds[0], one) for one in value)
    return tuple(read(kind, one) for kind, one in zip(kinds, value, strict=True))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind, localns=_types())
    return {one.name: hints[one.name] for one in fields(kind) if one.init}


@cache
def _types() -> dict[str, Any]:
    """Know every type by its name; a name means the same in all these modules."""
    found: dict[str, Any] = {"date": date, "datetime": datetime, "Decimal": Decimal}
    for name in _MODULES:
        module = import_module(name)
        own = {one: kind for one, kind in vars(module).items() if getattr(kind, "__module__", "") == name}
        found |= own
    return found
