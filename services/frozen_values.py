"""Frozen values as plain JSON values and back, by their own type hints."""

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from importlib import import_module
from operator import attrgetter, methodcaller
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

_AS_IT_IS = frozenset((str, int, bool, type(None)))

Reader = Callable[[Any], Any]
Writer = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """Write a value in strings, whole numbers, lists and maps; figures and days as the text they read."""
    kind: Any = type(value)
    return _writer(kind)(value)


def read(kind: Any, value: Any) -> Any:
    """Read a value of this type back; a field that the text does not have takes its default."""
    return _reader(kind)(value)


@cache
def _writer(kind: Any) -> Writer:
    """Know how every value of a type is written; raises TypeError."""
    if kind in _AS_IT_IS:
        return _as_it_is
    if is_dataclass(kind):
        return partial(_write_fields, tuple(one.name for one in fields(kind)))
    for known, writer in _WRITERS.items():
        if issubclass(kind, known):
            return writer
    raise TypeError(kind)


def _write_fields(names: tuple[str, ...], value: object) -> dict[str, Any]:
    return {name: plain(getattr(value, name)) for name in names}


def _write_map(values: Mapping[Any, object]) -> dict[str, Any]:
    return {str(plain(key)): plain(one) for key, one in values.items()}


def _write_each(values: Iterable[object]) -> list[Any]:
    return [plain(one) for one in values]


@cache
def _reader(kind: Any) -> Reader:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if hasattr(kind, "__supertype__"):
        return _reader(kind.__supertype__)
    if origin in (types.UnionType, typing.Union):
        return partial(_read_if_any, _only_one_of(inner))
    if origin is tuple:
        return partial(_read_each, inner[0]) if inner[1:] == (Ellipsis,) else partial(_read_places, inner)
    if origin is not None and issubclass(origin, Mapping):
        return partial(_read_map, *inner)
    return _reader_of_class(kind)


def _reader_of_class(kind: Any) -> Reader:
    if is_dataclass(kind):
        return partial(_read_fields, kind)
    reader: Reader = _as_it_is
    if kind is not Any and issubclass(kind, date):
        reader = kind.fromisoformat
    elif kind is not Any and issubclass(kind, Enum | Decimal):
        reader = kind
    return reader


def _only_one_of(kinds: tuple[Any, ...]) -> Any:
    """Give the type of an optional value; unions of more than one type besides None are not frozen."""
    (kind,) = (one for one in kinds if one is not type(None))
    return kind


def _read_if_any(kind: Any, value: Any) -> Any:
    return None if value is None else _reader(kind)(value)


def _read_each(kind: Any, values: Any) -> Any:
    return tuple(map(_reader(kind), values))


def _read_places(kinds: tuple[Any, ...], values: Any) -> Any:
    return tuple(_reader(kind)(one) for kind, one in zip(kinds, values, strict=True))


def _read_map(key: Any, one: Any, values: Any) -> Any:
    return {_reader(key)(name): _reader(one)(said) for name, said in values.items()}


def _read_fields(kind: Any, values: Any) -> Any:
    return kind(**{name: reader(values[name]) for name, reader in _readers(kind).items() if name in values})


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _readers(kind: Any) -> dict[str, Reader]:
    """Know how each field of a dataclass is read."""
    try:
        hints = typing.get_type_hints(kind)
    except NameError:  # its module names a type for the type checker alone
        hints = typing.get_type_hints(kind, localns=_types())
    return {one.name: _reader(hints[one.name]) for one in fields(kind) if one.init}


@cache
def _types() -> dict[str, Any]:
    """Know every type by its name; a name means the same in all these modules."""
    found: dict[str, Any] = {"date": date, "datetime": datetime, "Decimal": Decimal}
    for name in _MODULES:
        module = import_module(name)
        own = {one: kind for one, kind in vars(module).items() if getattr(kind, "__module__", "") == name}
        found |= own
    return found


_WRITERS: Mapping[type, Writer] = {
    Enum: attrgetter("value"),
    Decimal: str,
    date: methodcaller("isoformat"),
    Mapping: _write_map,
    tuple: _write_each,
    list: _write_each,
}
"""How values of these types and those derived from them are written, the first that fits."""
