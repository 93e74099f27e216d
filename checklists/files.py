"""A policy's TOML file, read whole or refused."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from checklists import parts
from checklists.canonical import digest_of
from checklists.errors import PolicyFault, PolicyFileError
from checklists.fields import Fields
from checklists.policy import CheckItem, IdleNumeral, Indicator, Measure, Policy, RatioOf
from checklists.soundness import check_sound
from models.vocabulary import UnitRole

_PARTS = ("section", "measure", "glossary", "noise", "idle_numeral")
RETIRED = "retired"
_RATIO = ("part", "whole", "count_unit")
_LINE = re.compile(r"line \d+, column \d+|end of document")


def read_policy(path: Path) -> Policy:
    """Read one policy file (see library/FORMAT.md); raises PolicyFileError at the first fault."""
    policy = _policy(Fields(_toml(text_in(path), path), path, ""))
    check_sound(policy, path)
    return replace(policy, digest=digest_of(policy))


def drafted_policy(table: Mapping[str, object], path: Path) -> Policy:
    """Build the policy of a draft, sound or not yet and without a digest; raises PolicyFileError."""
    return _policy(Fields(table, path, ""))


def added_items(
    text: str, path: Path, unsaid: Mapping[str, object]
) -> tuple[tuple[CheckItem, ...], tuple[Indicator, ...]]:
    """Read the items that a school adds to a policy, and their figures; `unsaid` is what it need not say of an item.

    `text` is what stands in the file at `path`, or what is to stand there; items that were retired are left out.
    """
    fields = Fields(_toml(text, path), path, "").only("item")
    items = [item.with_defaults(unsaid) for item in fields.tables("item") if not _is_retired(item)]
    figures = (_figure(figure, item) for item in items for figure in item.tables("indicator"))
    return tuple(map(_added, items)), tuple(figures)


def _is_retired(item: Fields) -> bool:
    return item.has(RETIRED) and item.flag(RETIRED)


def _added(fields: Fields) -> CheckItem:
    fields.only(*parts.ITEM_KEYS, "types", "named", "indicator", RETIRED)
    return parts.item(fields, fields)


def text_in(path: Path) -> str:
    """Read a file's text, its lines ended in one way whatever wrote it; raises PolicyFileError."""
    try:
        return content_in(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as refusal:
        raise PolicyFileError(path, f"byte {refusal.start}", PolicyFault.NOT_UTF8) from refusal


def content_in(path: Path) -> bytes:
    """Read a file's bytes; raises PolicyFileError, also for a folder, a pipe or a device, which may never end."""
    try:
        if path.exists() and not path.is_file():
            raise PolicyFileError(path, "", PolicyFault.NOT_A_FILE)
        return path.read_bytes()
    except OSError as refusal:
        raise PolicyFileError(path, "", PolicyFault.UNREADABLE, found=str(refusal.strerror)) from refusal


def _toml(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as refusal:
        line = _LINE.search(str(refusal))
        raise PolicyFileError(path, line[0] if line else "", PolicyFault.NOT_TOML, found=str(refusal)) from refusal


def _policy(fields: Fields) -> Policy:
    fields.only(*parts.HEAD_KEYS, *_PARTS)
    return Policy(
        **parts.head(fields),
        digest="",
        sections=tuple(map(parts.section, fields.tables("section"))),
        measures=tuple(map(_measure, fields.tables("measure"))),
        glossary=tuple(map(parts.term, fields.tables("glossary"))),
        notes=tuple(map(parts.noise, fields.tables("noise"))),
        idle_numerals=tuple(map(_idle_numeral, fields.tables("idle_numeral"))),
    )


def _measure(fields: Fields) -> Measure:
    fields.only(*parts.MEASURE_KEYS, *UnitRole, "item")
    items = tuple(fields.tables("item"))
    figures = (_figure(figure, item) for item in items for figure in item.tables("indicator"))
    return parts.measure(fields, fields, map(_item, items), figures)


def _item(fields: Fields) -> CheckItem:
    fields.only(*parts.ITEM_KEYS, "types", "named", "indicator")
    return parts.item(fields, fields)


def _figure(fields: Fields, item: Fields) -> Indicator:
    fields.only(*parts.FIGURE_KEYS, *_RATIO)
    return parts.figure(fields, item.text("key"), _ratio(fields))


def _ratio(fields: Fields) -> RatioOf | None:
    stated = [key for key in _RATIO if fields.has(key)]
    if not stated:
        return None
    if len(stated) < len(_RATIO):
        fields.refuse(stated[0], PolicyFault.INCOMPLETE_RATIO, found=" · ".join(stated), wanted=" · ".join(_RATIO))
    return RatioOf(fields.text("part"), fields.text("whole"), fields.text("count_unit"))


def _idle_numeral(fields: Fields) -> IdleNumeral:
    fields.only("ref", "anchor", "why")
    return IdleNumeral(fields.text("ref"), fields.text("anchor"), fields.text("why"))
